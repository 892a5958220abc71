using CodeRelay.Analysis;

namespace CodeRelay.Formats;

/// <summary>Terminal colours; plain text when they are disabled.</summary>
internal sealed class AnsiStyle(bool useColour)
{
    private const string Escape = "\u001b[";

    public string Bold(string text) => With("1", text);

    public string Faint(string text) => With("2", text);

    public string Good(string text) => With("32", text);

    /// <summary>Text in the colour of a severity: error red, warning yellow, info blue.</summary>
    public string As(Severity severity, string text) => severity switch
    {
        Severity.Error => With("1;31", text),
        Severity.Warning => With("33", text),
        Severity.Info => With("34", text),
        _ => text,
    };

    /// <summary>The number of visible characters of a styled text.</summary>
    public static int LengthOf(string styled)
    {
        var length = styled.Length;
        for (var start = styled.IndexOf(Escape, StringComparison.Ordinal); start >= 0; start = styled.IndexOf(Escape, start + 1, StringComparison.Ordinal))
            length -= styled.IndexOf('m', start) - start + 1;
        return length;
    }

    private string With(string code, string text) => useColour && text.Length > 0 ? $"{Escape}{code}m{text}{Escape}0m" : text;
}
