using CodeRelay.Documents;

namespace CodeRelay.Analysis.Fixing;

/// <summary>Removes what fixes leave empty: headings without content, and thematic breaks that separate nothing.</summary>
internal static class EmptySections
{
    // The heading of a question stays when its answer is removed, so that the gap is visible.
    private static readonly SectionKind[] Questions =
    [
        SectionKind.Goal, SectionKind.InProgress, SectionKind.Next, SectionKind.Blockers, SectionKind.State, SectionKind.Files,
        SectionKind.Constraints, SectionKind.Decisions, SectionKind.Acceptance, SectionKind.Validation, SectionKind.Review,
    ];

    /// <summary>The text of a document without the headings and thematic breaks that the fixes emptied; those that were empty before stay.</summary>
    /// <param name="before">The document before the fixes.</param>
    /// <param name="after">The document with the fixes applied.</param>
    public static string Clear(Document before, Document after)
    {
        var gone = new HashSet<int>();
        if (after.Kind != DocumentKind.Tasks)
        {
            var filled = before.Sections.Where(section => HasContent(before, section)).Select(section => (section.Title, section.Level)).ToHashSet();
            foreach (var section in after.Sections.Where(section => section is { Level: > 1, Heading: not null } && !Questions.Contains(section.OwnKind) && filled.Contains((section.Title, section.Level)) && !HasContent(after, section)))
                gone.UnionWith(Enumerable.Range(section.Line, section.Heading!.LastLine - section.Line + 1));
        }

        if (Needless(before, []).Count == 0)
            gone.UnionWith(Needless(after, gone));
        return gone.Count == 0 ? after.Text.Content : Without(after, gone);
    }

    private static bool HasContent(Document document, Section section) =>
        document.Sections.SkipWhile(each => each != section).TakeWhile((each, i) => i == 0 || each.Level > section.Level).Any(each => each.Blocks.Count > 0);

    // Thematic breaks with only blank lines before the previous one or the end of the file.
    private static HashSet<int> Needless(Document document, HashSet<int> gone)
    {
        var needless = new HashSet<int>();
        var last = 0;
        var parts = false;
        for (var line = FirstLine(document); line <= document.Text.LineCount; line++)
        {
            if (gone.Contains(line) || document.Text.Line(line).IsWhiteSpace())
                continue;
            var isRule = IsRule(document, line);
            if (isRule && !parts && last > 0)
                needless.Add(line);
            (last, parts) = isRule ? (needless.Contains(line) ? last : line, false) : (last, true);
        }

        if (last > 0 && !parts)
            needless.Add(last);
        return needless;
    }

    private static int FirstLine(Document document)
    {
        if (document.FrontMatter is null)
            return 1;
        var line = 2;
        while (line <= document.Text.LineCount && document.Text.Line(line).TrimEnd() is not ("---" or "..."))
            line++;
        return line + 1;
    }

    // Directly below a paragraph the same characters make it a heading.
    private static bool IsRule(Document document, int line)
    {
        var text = document.Text.Line(line).Trim();
        return text is ['-' or '*' or '_', ..] && text.Length >= 3 && !text.ContainsAnyExcept(text[0], ' ') && text.Count(text[0]) >= 3
            && document.Text.Line(line - 1).IsWhiteSpace() && !document.Blocks.Any(block => block.Line <= line && block.LastLine >= line);
    }

    private static string Without(Document document, HashSet<int> gone)
    {
        var text = document.Text;
        var kept = new System.Text.StringBuilder();
        var isBlank = true;
        var begins = true;
        for (var line = 1; line <= text.LineCount; line++)
        {
            if (gone.Contains(line))
            {
                begins = false;
                continue;
            }

            // The blank lines on one side of the removed lines are removed too.
            var blank = text.Line(line).IsWhiteSpace();
            if (blank && isBlank && !begins)
                continue;
            begins |= !blank;
            isBlank = blank;
            kept.Append(text.Content, text.LineStart(line), (line < text.LineCount ? text.LineStart(line + 1) : text.Content.Length) - text.LineStart(line));
        }

        var content = kept.ToString();
        var end = content.TrimEnd('\r', '\n').Length;
        var lineBreak = end < content.Length && content[end] == '\r' && end + 1 < content.Length && content[end + 1] == '\n' ? 2 : Math.Min(1, content.Length - end);
        return gone.Max() > text.LineCount - 2 || !text.Line(text.LineCount).IsWhiteSpace() ? content[..(end + lineBreak)] : content;
    }
}
