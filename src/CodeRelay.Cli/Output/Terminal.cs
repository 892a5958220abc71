using System.Text;
using CodeRelay.Formats;

namespace CodeRelay.Cli.Output;

/// <summary>The three standard streams: always UTF-8 without byte order mark and with line feeds, on every platform.</summary>
internal static class Terminal
{
    private const int MinimumWidth = 40;

    private static readonly Lazy<StreamWriter> OutputWriter = new(() => Open(OpenOutput(), autoFlush: false));
    private static readonly Lazy<StreamWriter> ErrorWriter = new(() => Open(Console.OpenStandardError(), autoFlush: true));

    /// <summary>Results: findings, tables, JSON, help.</summary>
    public static TextWriter Output => OutputWriter.Value;

    /// <summary>Messages: errors, hints, progress.</summary>
    public static TextWriter Error => ErrorWriter.Value;

    /// <summary>Standard output for bytes; not to be combined with <see cref="Output"/>.</summary>
    public static Stream OpenOutput()
    {
        // A Windows console decodes bytes with its own code page; a file or pipe gets them unchanged.
        if (OperatingSystem.IsWindows() && !Console.IsOutputRedirected)
            Console.OutputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
        return Console.OpenStandardOutput();
    }

    /// <summary>Standard output that reports a closed pipe.</summary>
    public static Stream OpenStrictOutput() => OperatingSystem.IsWindows() ? OpenOutput() : new StandardOutput();

    /// <summary>The terminal's width in columns, or null when standard output is a file or pipe.</summary>
    public static int? Width => Console.IsOutputRedirected ? null : Math.Max(MinimumWidth, Console.WindowWidth);

    /// <summary>True when input and output are a terminal, so that a question gets an answer.</summary>
    public static bool CanAsk => !Console.IsInputRedirected && !Console.IsOutputRedirected && !Console.IsErrorRedirected && string.IsNullOrEmpty(Environment.GetEnvironmentVariable("CI"));

    public static Stream OpenInput() => Console.OpenStandardInput();

    /// <summary>The text layout for standard output.</summary>
    /// <param name="allowColour">False when the user disabled color.</param>
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

    // The old Windows console prints escape sequences as text; it sets none of the variables that newer terminals set.
    private static bool UnderstandsColour() =>
        !OperatingSystem.IsWindows() || new[] { "WT_SESSION", "TERM_PROGRAM", "ConEmuANSI", "TERM" }.Any(name => !string.IsNullOrEmpty(Environment.GetEnvironmentVariable(name)));

    private static StreamWriter Open(Stream stream, bool autoFlush) =>
        new(stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false)) { AutoFlush = autoFlush, NewLine = "\n" };
}
