namespace CodeRelay.Documents;

/// <summary>Labels: in front of a statement ("Blockers: none", "**Goal** — finish the parser") or on a line above a list ("Blockers:").</summary>
internal static class Labels
{
    private const int LongestLabel = 40;
    private const int LongestLine = 60;
    private const int MostWordsOfLine = 6;
    private const double SmallestShare = 0.6;
    private const double SmallestShareOfLine = 0.3;

    private static readonly string[] Separators = [":", "：", " — ", " – ", " - "];

    /// <summary>The kind of the label at the start of a text, or None.</summary>
    public static SectionKind KindOf(string text) => Length(text) is var length and > 0 ? SectionKinds.Of(text[..length]) : SectionKind.None;

    /// <summary>The length of the label at the start of a text, without its separator; 0 when there is none of a known kind.</summary>
    public static int Length(string text)
    {
        var head = text.AsSpan(0, Math.Min(text.Length, LongestLabel));
        foreach (var separator in Separators)
        {
            var at = head.IndexOf(separator, StringComparison.Ordinal);
            // "fix build: retry" is a sentence; a label is mostly the words of its kind.
            if (at > 0 && !IsFileName(head[..at]) && SectionKinds.Match(text[..at]) is { Kind: not SectionKind.None, Share: >= SmallestShare })
                return at;
        }

        return 0;
    }

    /// <summary>The text after the label and its separator.</summary>
    public static string Strip(string text) => Length(text) is var length and > 0 ? text[length..].TrimStart(' ', ':', '：', '—', '–', '-') : text;

    /// <summary>The text after a run-in label and its full stop; the whole text when it does not begin with them.</summary>
    public static string StripRunIn(string text, string label) =>
        label.Length > 0 && text.Length > label.Length && text.StartsWith(label, StringComparison.Ordinal) && text[label.Length] is '.' or '。' ? text[(label.Length + 1)..].TrimStart() : text;

    /// <summary>The bold words before a text when they are a label ("Blockers" of "**Blockers.** None"), or "".</summary>
    public static string OfRunIn(string words) =>
        words.Length is > 0 and <= LongestLabel && words.Count(' ') < MostWordsOfLine && SectionKinds.Match(words) is { Kind: not SectionKind.None, Share: >= SmallestShareOfLine } ? words : "";

    /// <summary>The label that is the whole line above a list, table or fence ("Risks and next action:"), or "".</summary>
    public static string OfLine(ReadOnlySpan<char> line)
    {
        var text = line.Trim().TrimStart("-*+0123456789.) ").Trim("*_ ");
        if (text is not [.. var label, ':' or '：'] || label.Length > LongestLine || label.Count(' ') >= MostWordsOfLine)
            return "";
        var name = label.Trim("*_ ").ToString();
        return SectionKinds.Match(name) is { Kind: not SectionKind.None, Share: >= SmallestShareOfLine } ? name : "";
    }

    // "CHANGELOG.md — release notes" describes a file.
    private static bool IsFileName(ReadOnlySpan<char> label) => label.IndexOf('.') is var dot and > 0 && dot + 1 < label.Length && char.IsAsciiLetter(label[dot + 1]);
}
