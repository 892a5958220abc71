using CodeRelay.Documents;

namespace CodeRelay.Rules.Team;

/// <summary>The range that a team rule checks: a whole file, the content below a heading, or a labelled block.</summary>
/// <param name="Section">The section, or null.</param>
/// <param name="Sections">The headings inside.</param>
/// <param name="Blocks">The blocks inside.</param>
/// <param name="Start">UTF-16 offset of the first character, after the heading.</param>
/// <param name="End">UTF-16 offset after the last character.</param>
internal sealed record TeamStretch(Section? Section, IReadOnlyList<Section> Sections, IReadOnlyList<Block> Blocks, int Start, int End)
{
    public static TeamStretch Of(Document document) => new(null, document.Sections, document.Blocks, 0, document.Text.Content.Length);

    /// <summary>Every section with that name; when there is none of that kind, the blocks with such a label ("Goal: …").</summary>
    public static IReadOnlyList<TeamStretch> Of(Document document, string word)
    {
        var meant = document.Sections.Where(section => section.Line > 0 && TeamHeading.IsMeant(word, section)).ToHashSet();
        if (meant.Count > 0 || TeamHeading.KindOf(word) is not { } kind)
            return [.. meant.Where(section => !Above(section).Any(meant.Contains)).Select(section => Below(document, section))];
        return [.. document.BlocksAbout(kind).Select(block => new TeamStretch(null, [], [block], block.Start, block.End))];
    }

    /// <summary>True when the range contains the heading, or a label of that kind.</summary>
    public bool Has(string heading) =>
        Sections.Any(section => TeamHeading.IsMeant(heading, section)) || TeamHeading.KindOf(heading) is { } kind && Blocks.Any(block => block.Label.Length > 0 && block.SectionKind == kind);

    private static TeamStretch Below(Document document, Section section)
    {
        var sections = document.Sections.SkipWhile(each => each != section).Skip(1).TakeWhile(each => each.Level > section.Level).ToArray();
        var start = document.Text.LineStart(section.Line) is var heading && section.Heading is { } words ? Math.Max(heading, BehindLine(document, words.LastLine)) : heading;
        var end = BehindLine(document, sections.Length > 0 ? sections[^1].LastLine : section.LastLine);
        return new(section, sections, [.. document.Blocks.Where(block => block.Start >= start && block.End <= end)], Math.Min(start, end), end);
    }

    private static int BehindLine(Document document, int line) => line < document.Text.LineCount ? document.Text.LineStart(line + 1) : document.Text.Content.Length;

    private static IEnumerable<Section> Above(Section section)
    {
        for (var above = section.Parent; above is not null; above = above.Parent)
            yield return above;
    }
}
