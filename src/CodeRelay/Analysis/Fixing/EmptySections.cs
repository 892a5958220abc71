using CodeRelay.Documents;

namespace CodeRelay.Analysis.Fixing;

/// <summary>Takes away what fixes leave without a purpose: headings with nothing below them any more, and rules that part nothing.</summary>
internal static class EmptySections
{
    // A heading that asks something stays when its answer is gone: that it is unanswered must be seen.
    private static readonly SectionKind[] Questions =
    [
        SectionKind.Goal, SectionKind.InProgress, SectionKind.Next, SectionKind.Blockers, SectionKind.State, SectionKind.Files,
        SectionKind.Constraints, SectionKind.Decisions, SectionKind.Acceptance, SectionKind.Validation, SectionKind.Review,
    ];

    /// <summary>The text of a document without what the fixes made needless; what was so before stays.</summary>
    /// <param name="before">As it was judged.</param>
    /// <param name="after">With the fixes applied.</param>
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

    // Rules with nothing but blank lines between them and the one above, or the end.
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

    // Below words it would underline a heading.
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

            // Of the blank lines on both sides of what is gone one side is left.
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
