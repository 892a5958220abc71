using CodeRelay.Analysis;

namespace CodeRelay.Formats;

/// <summary>Terminal colours, or nothing at all where they are not wanted.</summary>
public sealed class Paint(bool useColour)
{
    private const string Escape = "\u001b[";

    public string Bold(string text) => With("1", text);

    public string Faint(string text) => With("2", text);

    public string Good(string text) => With("32", text);

    /// <summary>Colours text as a severity: error red, warning yellow, info blue.</summary>
    public string As(Severity severity, string text) => severity switch
    {
        Severity.Error => With("1;31", text),
        Severity.Warning => With("33", text),
        Severity.Info => With("34", text),
        _ => text,
    };

    private string With(string code, string text) => useColour && text.Length > 0 ? $"{Escape}{code}m{text}{Escape}0m" : text;
}
