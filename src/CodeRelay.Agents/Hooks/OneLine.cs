using CodeRelay.Text;

namespace CodeRelay.Agents.Hooks;

/// <summary>Foreign text inside CodeRelay's sentences.</summary>
internal static class OneLine
{
    /// <summary>The text on one line without hidden characters, at most that many characters long.</summary>
    public static string Clip(string text, int length) => Clipping.TruncateWithin(VisibleText.OfLine(text).Trim(), length);
}
