using System.Text;
using CodeRelay.Formats;

namespace CodeRelay.Cli.Output;

/// <summary>The three standard streams: always UTF-8 without byte order mark and with line feeds, on every platform.</summary>
internal static class Terminal
{
    private const int MinimumWidth = 40;

    private static readonly Lazy<StreamWriter> OutputWriter = new(() => Open(OpenOutput(), autoFlush: false));
    private static readonly Lazy<StreamWriter> ErrorWriter = new(() => Open(Console.OpenStandardError(), autoFlush: true));

    /// <summary>For results: findings, tables, JSON, help.</summary>
    public static TextWriter Output => OutputWriter.Value;

    /// <summary>For talk: errors, hints, progress.</summary>
    public static TextWriter Error => ErrorWriter.Value;

    /// <summary>Standard output for bytes; not to be mixed with <see cref="Output"/>.</summary>
    public static Stream OpenOutput()
    {
        // A Windows console shows bytes in its own code page; a file or pipe gets them as they are.
        if (OperatingSystem.IsWindows() && !Console.IsOutputRedirected)
            Console.OutputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
        return Console.OpenStandardOutput();
    }

    /// <summary>Standard output that says when nobody reads it any more.</summary>
    public static Stream OpenStrictOutput() => OperatingSystem.IsWindows() ? OpenOutput() : new StandardOutput();

    /// <summary>The columns of the terminal that standard output is, or null when it is a file or pipe.</summary>
    public static int? Width => Console.IsOutputRedirected ? null : Math.Max(MinimumWidth, Console.WindowWidth);

    /// <summary>True when somebody sits at both ends, so that a question gets an answer.</summary>
    public static bool CanAsk => !Console.IsInputRedirected && !Console.IsOutputRedirected && !Console.IsErrorRedirected && string.IsNullOrEmpty(Environment.GetEnvironmentVariable("CI"));

    public static Stream OpenInput() => Console.OpenStandardInput();

    /// <summary>How text is laid out for whoever reads standard output.</summary>
    /// <param name="allowColour">False when the user asked for none.</param>
    public static FormatOptions LayOut(bool allowColour = true)
    {
        if (Width is not { } width)
            return FormatOptions.Plain;
        var wantsColour = allowColour
            && string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR"))
            && Environment.GetEnvironmentVariable("TERM") != "dumb"
            && UnderstandsColour();
        return new FormatOptions(wantsColour, width, BreaksSentences: true);
    }

    public static void Flush()
    {
        if (OutputWriter.IsValueCreated)
            OutputWriter.Value.Flush();
    }

    // The old Windows console prints escape sequences as text; the terminals that do not say who they are.
    private static bool UnderstandsColour() =>
        !OperatingSystem.IsWindows() || new[] { "WT_SESSION", "TERM_PROGRAM", "ConEmuANSI", "TERM" }.Any(name => !string.IsNullOrEmpty(Environment.GetEnvironmentVariable(name)));

    private static StreamWriter Open(Stream stream, bool autoFlush) =>
        new(stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false)) { AutoFlush = autoFlush, NewLine = "\n" };
}
