using System.Text.RegularExpressions;
using CodeRelay.Documents;

namespace CodeRelay.Rules.References;

/// <summary>Detects statements that something is implemented: by a tick, a heading, or a nearby word.</summary>
internal static partial class FinishedClaims
{
    /// <summary>True when the block states that its subject is finished, without a word to the contrary.</summary>
    public static bool IsIn(Block block)
    {
        if (block.CheckBox is CheckBox.Open or CheckBox.InProgress or CheckBox.Blocked || Unfinished().IsMatch(block.Text))
            return false;
        return block.CheckBox == CheckBox.Done || IsUnderFinished(block) || Finished().IsMatch(block.Text);
    }

    /// <summary>True under a heading or label of finished work.</summary>
    public static bool IsUnderFinished(Block block) => block.SectionKind == SectionKind.Done || block.Section.Kind == SectionKind.Done;

    [GeneratedRegex(
        """
        \b(?: implemented | (?:is|was|are|were|been)\s(?:done|added|completed?|finished|introduced|wired|in\splace) | already\s(?:exists?|added|there) | done | completed | shipped | landed
            | implementiert | umgesetzt | fertig | erledigt | eingebaut | implémentée?s? | terminée?s? | ajoutée?s? | implementad[oa]s? | terminad[oa]s? | añadid[oa]s? | concluíd[oa]s? | implementat[oaie] | completat[oaie] | zaimplementowan\w+ | tamamlandı
            | реализован\w* | добавлен\w* | готов[оаы]? | сделан\w* | đã\s(?:thêm|triển\skhai|hoàn\sthành) )\b
        | ✅ | ✔ | ☑ | 已实现 | 已完成 | 已添加 | 实现了 | 実装済 | 実装した | 完了 | 追加済 | 구현\s?완료 | 구현됨 | 추가됨 | 완료
        """,
        RegexOptions.IgnorePatternWhitespace | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant,
        matchTimeoutMilliseconds: 1000)]
    private static partial Regex Finished();

    [GeneratedRegex(
        """
        \b(?: not | n't | never | no\slonger | todo | tbd | wip | pending | planned | should | must | will | would | could | need(?:s|ed)?\sto | to\sbe | once | when | until | if | unless | partial(?:ly)? | stub(?:bed)? | instead | was\s(?:only|once)
            | nicht | noch | sobald | wenn | soll(?:te)? | muss | geplant | pas | lorsque | doit | falta | cuando | debe | ainda | quando | deve | нужно | надо | если | когда | не | ещё | chưa | nếu | khi )\b
        | 未 | 没有 | 尚 | 需要 | 应该 | 如果 | まだ | ない | べき | 予定 | 않 | 아직 | 필요 | ⏳ | 🚧 | ❌
        """,
        RegexOptions.IgnorePatternWhitespace | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant,
        matchTimeoutMilliseconds: 1000)]
    private static partial Regex Unfinished();
}
