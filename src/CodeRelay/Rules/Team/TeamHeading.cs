using CodeRelay.Documents;

namespace CodeRelay.Rules.Team;

/// <summary>Headings as team rules name them.</summary>
internal static class TeamHeading
{
    private static readonly Dictionary<string, SectionKind> Kinds = Enum.GetValues<SectionKind>().Where(kind => kind != SectionKind.None)
        .ToDictionary(kind => kind == SectionKind.InProgress ? "in-progress" : kind.ToString(), kind => kind, StringComparer.OrdinalIgnoreCase);

    /// <summary>The kind of section that a word names, whatever the heading says and in any language; null when it is the text of a heading.</summary>
    public static SectionKind? KindOf(string word) => Kinds.TryGetValue(word.Trim().Replace(' ', '-'), out var kind) ? kind : null;

    /// <summary>Tells whether a section is one that a word names, by its kind or by the heading's text.</summary>
    public static bool IsMeant(string word, Section section) =>
        KindOf(word) is { } kind && section.OwnKinds.Contains(kind) || section.Title.Trim().Equals(word.Trim(), StringComparison.OrdinalIgnoreCase);
}
