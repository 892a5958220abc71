using CodeRelay.Documents;

namespace CodeRelay.Rules.Team;

/// <summary>Matches headings with their names in team rules.</summary>
internal static class TeamHeading
{
    private static readonly Dictionary<string, SectionKind> Kinds = Enum.GetValues<SectionKind>().Where(kind => kind != SectionKind.None)
        .ToDictionary(kind => kind == SectionKind.InProgress ? "in-progress" : kind.ToString(), kind => kind, StringComparer.OrdinalIgnoreCase);

    /// <summary>The kind of section with that name, for headings in any language; null when the word is the text of a heading.</summary>
    public static SectionKind? KindOf(string word) => Kinds.TryGetValue(word.Trim().Replace(' ', '-'), out var kind) ? kind : null;

    /// <summary>True when a word names a section, by its kind or by its heading's text.</summary>
    public static bool IsMeant(string word, Section section) =>
        KindOf(word) is { } kind && section.OwnKinds.Contains(kind) || section.Title.Trim().Equals(word.Trim(), StringComparison.OrdinalIgnoreCase);
}
