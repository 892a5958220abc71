using CodeRelay.Formats;

namespace CodeRelay.Runtimes.Sessions;

/// <summary>Words of others inside a sentence of ours.</summary>
public static class OneLine
{
    /// <summary>One line with nothing hidden in it, and not more than that many characters.</summary>
    public static string Clip(string text, int length)
    {
        var line = VisibleText.OfLine(text).Trim();
        return line.Length <= length ? line : line[..(length - 1)] + "…";
    }
}
