using System.Text;
using CodeRelay.Agents.Handoffs;

namespace CodeRelay.Agents.AgentOps;

/// <summary>Writes foreign text as Markdown list items, so that no text can begin or end a section.</summary>
internal static class BriefingText
{
    /// <summary>Appends a heading with items; nothing without items.</summary>
    public static void Section(StringBuilder text, string heading, IReadOnlyList<string> items, bool isOrdered = false)
    {
        if (items.Count > 0)
            text.Append($"\n## {heading}\n\n").Append(Items(items, isOrdered));
    }

    /// <summary>The items, each with a final line break.</summary>
    public static string Items(IReadOnlyList<string> items, bool isOrdered = false)
    {
        var text = new StringBuilder();
        for (var i = 0; i < items.Count; i++)
            Item(text, isOrdered ? $"{i + 1}. " : "- ", items[i]);
        return text.ToString();
    }

    private static void Item(StringBuilder text, string marker, string item)
    {
        var isFence = false;
        var isFirst = true;
        foreach (var line in HandoffFrame.Clean(item.ReplaceLineEndings("\n")).Trim().Split('\n'))
        {
            var written = line.TrimEnd();
            var isMark = written.TrimStart().StartsWith("```", StringComparison.Ordinal);
            text.Append(isFirst ? marker : written.Length == 0 ? "" : new string(' ', marker.Length)).Append(isFence || isMark ? written : Escape(written)).Append('\n');
            isFence ^= isMark;
            isFirst = false;
        }
    }

    // Both kinds of headings, and the rule that looks like one.
    private static string Escape(string line)
    {
        var text = line.AsSpan().TrimStart();
        return text.StartsWith('#') || text.Length > 0 && (text.Trim('=').IsEmpty || text.Trim('-').IsEmpty) ? $"{line[..^text.Length]}\\{text}" : line;
    }
}
