using System.Text.RegularExpressions;
using CodeRelay.Documents;

namespace CodeRelay.Packets;

/// <summary>
/// Reads the branch, HEAD and days that a packet declares: front matter keys, and lines or table rows that begin with a label
/// ("**Branch:** `main`", "| HEAD | 3f2a91c |"). Fences, finished tasks and struck-out lines declare nothing.
/// </summary>
internal static partial class DeclaredStates
{
    // A longer file is a log, newest first, whose older entries do not describe the present.
    private const int LastLine = 200;

    /// <summary>All declared states, in document order.</summary>
    public static IReadOnlyList<DeclaredState> Read(Document document) => [.. FromFrontMatter(document), .. FromLines(document)];

    private static IEnumerable<DeclaredState> FromFrontMatter(Document document)
    {
        if (document.FrontMatter is not { } front)
            yield break;
        foreach (var (key, entry) in front.Entries)
        {
            var start = document.Text.LineStart(entry.Line) + Math.Max(0, document.Text.Line(entry.Line).IndexOf(entry.Value, StringComparison.Ordinal));
            if (entry.Value.Length > 0 && Find(key.Replace('_', ' ').Replace('-', ' ') + ": " + entry.Value) is { } state)
                yield return state with { Start = start, Length = entry.Value.Length };
        }
    }

    private static IEnumerable<DeclaredState> FromLines(Document document)
    {
        foreach (var block in document.Blocks.TakeWhile(block => block.Line <= LastLine))
        {
            if (block.IsHeader || block.Kind is BlockKind.Fence or BlockKind.Comment or BlockKind.Html || block.CheckBox == CheckBox.Done || block.Section.Kind == SectionKind.Done || block.Spans.Any(span => span.IsStruck))
                continue;
            for (var line = block.Line; line <= block.LastLine; line++)
            {
                var text = document.Text.Line(line).ToString();
                if (Find(text) is { } state)
                    yield return state with { Start = document.Text.LineStart(line) + state.Start };
            }
        }
    }

    private static DeclaredState? Find(string line)
    {
        if (Branch().Match(line) is { Success: true } branch && branch.Groups["value"] is var name && !Nothing().IsMatch(name.Value))
            return new DeclaredState(DeclaredStateKind.Branch, name.Index, name.Length, name.Value);
        if (Head().Match(line) is { Success: true } head && head.Groups["value"] is var id && id.ValueSpan.ContainsAnyInRange('0', '9'))
            return new DeclaredState(DeclaredStateKind.Head, id.Index, id.Length, id.Value);
        if (Updated().Match(line) is { Success: true } updated && WrittenDate.Find(line[updated.Length..]) is { } day && day.Index < 20)
            return new DeclaredState(DeclaredStateKind.Updated, updated.Length + day.Index, day.Length, line.Substring(updated.Length + day.Index, day.Length)) { Day = day.Day };
        if (Deadline().Match(line) is { Success: true } deadline && WrittenDate.Find(line[(deadline.Index + deadline.Length)..]) is { } due && due.Index < 40)
        {
            var start = deadline.Index + deadline.Length + due.Index;
            return new DeclaredState(DeclaredStateKind.Deadline, start, due.Length, line.Substring(start, due.Length)) { Day = due.Day };
        }

        return null;
    }

    private const string Label = @"^[\s>|]*(?:[-*+•]\s+|\d+[.)]\s+)?(?:\[.\]\s+)?[*_`]*";
    private const string Colon = @"[*_`]*\s*(?:[:：|=]|\s[-—–]\s)\s*[*_]*\s*";

    [GeneratedRegex(Label + @"(?:(?:current|active|working|git|feature|aktueller)\s)?(?:branch|branche|zweig|rama|ramo|gałąź|ветка|分支|当前分支|ブランチ|브랜치|nhánh)" + Colon + @"(?:`(?<value>[A-Za-z0-9][\w./+-]*)`|(?<value>[A-Za-z0-9][\w./+-]*[\w])(?=\**\s*(?:$|[(,;|@·]|\s[-—–@]\s|\.(?:\s|$))))", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: Timeout.Infinite)]
    private static partial Regex Branch();

    [GeneratedRegex(Label + @"(?:HEAD(?:\s(?:commit|at))?|(?:(?:last|latest|current|tip)\s)?commit|(?:base\s)?revision|letzter\sCommit|dernier\scommit|último\scommit|последний\sкоммит|коммит|最新提交|最后提交|提交|最新コミット|コミット|최신\s?커밋|커밋|commit\scuối)" + Colon + @"`?(?<value>[0-9a-f]{7,40})(?![\w-])", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: Timeout.Infinite)]
    private static partial Regex Head();

    [GeneratedRegex(Label + @"(?:last\s(?:updated?|modified|reviewed|edited)|updated(?:\s(?:at|on))?|as\sof|date|stand|datum|zuletzt\saktualisiert|aktualisiert|mis\sà\sjour|dernière\smise\sà\sjour|actualizado|última\sactualización|atualizado|aggiornato|zaktualizowano|güncellendi|обновлено|дата|更新日期|更新时间|最后更新|日期|最終更新|更新日|日付|업데이트|최종\s?수정|날짜|cập\snhật)" + Colon, RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: Timeout.Infinite)]
    private static partial Regex Updated();

    [GeneratedRegex(@"\b(?:deadline|due(?:\s(?:date|by|on))?|expires?(?:\son)?|not\slater\sthan|must\s(?:ship|land|be\s\w+)\s(?:by|before)|blocked\suntil|frist|stichtag|fällig(?:\s(?:am|bis))?|échéance|date\slimite|fecha\slímite|prazo|scadenza|termin|son\starih|дедлайн|срок)\b|截止|期限|締切|締め切り|마감|hạn\schót", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: Timeout.Infinite)]
    private static partial Regex Deadline();

    [GeneratedRegex("^(?:none|n/?a|no|not|tbd|unknown|clean|dirty|the|a|all|new|any|same|your|this|keine|aucune?|ninguna|нет|yes|ok|open|name|names|strategy|policy|protection|protected)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Nothing();
}
