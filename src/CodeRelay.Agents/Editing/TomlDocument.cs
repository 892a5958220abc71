using CodeRelay.Text;
using Tomlyn;
using Tomlyn.Parsing;
using Tomlyn.Syntax;

namespace CodeRelay.Agents.Editing;

/// <summary>A TOML text with the positions of its tables and values. It is read-only; editors splice the text.</summary>
/// <param name="Text">Without byte order mark.</param>
/// <param name="Tables">The tables in order, starting with the root.</param>
internal sealed record TomlDocument(string Text, IReadOnlyList<TomlTable> Tables)
{
    /// <exception cref="SettingsException">The text is not TOML; the exception has the position.</exception>
    public static TomlDocument Parse(string file, byte[] content)
    {
        var text = TextPlace.Decode(file, content);
        try
        {
            var syntax = SyntaxParser.Parse(text);
            return syntax.HasErrors ? throw Error(file, text, syntax) : new TomlDocument(text, TomlText.Tables(syntax));
        }
        catch (TomlException e)
        {
            // The library's only hard failure, and its message addresses programmers.
            throw new SettingsException(file, e.Line ?? 1, e.Column ?? 1, "nested too deeply");
        }
    }

    /// <summary>The length of the byte order mark, in bytes.</summary>
    public static int MarkLength(byte[] content) => TextPlace.MarkLength(content);

    private static SettingsException Error(string file, string text, DocumentSyntax syntax)
    {
        var first = syntax.Diagnostics.Where(diagnostic => diagnostic.Kind == DiagnosticMessageKind.Error).MinBy(diagnostic => Offset(diagnostic, text))!;
        return TextPlace.Error(file, text, Offset(first, text), $"not valid TOML: {Lower(first.Message)}");
    }

    // The library reports no position for the end of a text.
    private static int Offset(DiagnosticMessage diagnostic, string text) =>
        diagnostic.Span.Offset == 0 && diagnostic.Message.Contains("<eof>", StringComparison.Ordinal) ? text.Length : Math.Max(0, diagnostic.Span.Offset);

    private static string Lower(string message) => char.ToLowerInvariant(message[0]) + message[1..].TrimEnd('.');
}
