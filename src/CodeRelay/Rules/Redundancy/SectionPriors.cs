using CodeRelay.Documents;
using CodeRelay.Text;

namespace CodeRelay.Rules.Redundancy;

/// <summary>Whether a statement is needed, by its section. A prior, never the only evidence.</summary>
internal static class SectionPriors
{
    private const int ShortList = 5;

    // Owners' wishes and their machines are described under such headings, which no section kind covers.
    private static readonly PhraseList Wishes = new(
        "preference", "preferences", "working style", "how to work with", "communication", "user profile", "about the user", "about me", "environment", "credentials", "access", "accounts", "infrastructure",
        "vorlieben", "zusammenarbeit", "umgebung", "préférences", "préférence", "preferencias", "preferências", "preferenze", "предпочтения", "как со мной", "стиль общения", "окружение", "偏好", "环境", "用户", "好み", "環境", "선호", "환경", "sở thích", "môi trường");

    /// <summary>True for a section whose content is needed.</summary>
    public static bool Protects(Section section) => Protects(section.OwnKind) || Wishes.IsIn(section.Title) || ProtectedWording.Announces(section.Title);

    /// <summary>True for a kind whose statements are needed even if repeated elsewhere.</summary>
    public static bool Protects(SectionKind kind) =>
        kind is SectionKind.Goal or SectionKind.InProgress or SectionKind.Next or SectionKind.Blockers or SectionKind.Acceptance or SectionKind.Decisions or SectionKind.Review;

    /// <summary>True in a numbered or short list of files: the writer chose the files and their order.</summary>
    public static bool IsReadingOrder(Block block) =>
        block.Section.Kind == SectionKind.Files && (block.IsOrdered || block.Section.Blocks.Take(ShortList + 2).Count(each => !each.IsHeader) <= ShortList);
}
