using CodeRelay.Text;

namespace CodeRelay.Agents.Hooks;

/// <summary>Words of others inside a sentence of ours.</summary>
internal static class OneLine
{
    /// <summary>One line with nothing hidden in it, and not more than that many characters.</summary>
    public static string Clip(string text, int length) => Clipping.TruncateWithin(VisibleText.OfLine(text).Trim(), length);
}
