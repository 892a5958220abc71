namespace CodeRelay.Documents;

/// <summary>The parts of a link target.</summary>
internal static class LinkTarget
{
    /// <summary>The decoded path without query and anchor; empty for a link within the document.</summary>
    public static string PathOf(string target)
    {
        var end = target.AsSpan().IndexOfAny('#', '?');
        var path = end < 0 ? target : target[..end];
        return Uri.UnescapeDataString(path.Replace('\\', '/'));
    }
}
