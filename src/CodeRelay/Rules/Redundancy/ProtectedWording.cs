using System.Buffers;
using System.Text.RegularExpressions;
using CodeRelay.Documents;
using CodeRelay.Text;

namespace CodeRelay.Rules.Redundancy;

/// <summary>
/// Wording that marks a statement as needed by the next session, even if repeated elsewhere: prohibitions, open work, reasons, traps, wishes
/// of the owner. Deleting one needed line costs more than keeping ten spare ones, so in doubt a line is kept.
/// </summary>
internal static partial class ProtectedWording
{
    private static readonly SearchValues<char> CommandLetters = SearchValues.Create("abcdefghijklmnopqrstuvwxyz0123456789._/-");

    private static readonly PhraseList Prohibitions = new(
        "do not", "don't", "dont", "must", "mustn't", "never", "should", "shouldn't", "avoid", "need to", "needs to be", "have to", "has to", "required", "forbidden", "only if", "only when", "unless", "make sure", "be sure", "keep in mind", "remember to", "leave alone", "hands off", "not allowed",
        "nicht", "niemals", "nie", "muss", "müssen", "soll", "sollte", "darf", "dürfen", "kein", "keine", "ne pas", "n'utilise*", "jamais", "doit", "doivent", "il faut", "éviter", "no tocar", "nunca", "debe", "deben", "hay que", "evitar", "não", "deve", "devem", "mai", "bisogna", "nie wolno", "należy", "asla", "gerekir", "не трогать", "не надо", "не нужно", "нельзя", "никогда", "должен", "должна", "должно", "должны", "нужно", "надо", "обязательно", "❌", "🚫", "⛔",
        "不要", "不得", "禁止", "切勿", "必须", "务必", "不能", "应该", "需要", "しない", "ないこと", "べき", "必要", "禁物", "하지 말", "하지 않", "회피", "금지", "해야", "필요", "không được", "đừng", "phải", "cần");

    private static readonly PhraseList Open = new(
        "not yet", "not started", "not fixed", "paused", "on hold", "held back", "held-back", "planned", "ready for review", "todo", "to do", "to-do", "tbd", "wip", "pending", "remaining", "remains to", "still open", "still to", "still need*", "left to do", "to be done", "yet to", "| open", "| next", "| todo", "unfinished", "incomplete", "uncommitted", "unpushed", "not committed", "not pushed", "not merged", "unmerged", "not tested", "untested", "not verified", "unverified", "not done", "not implemented", "not wired", "not covered", "not run", "deferred", "postponed", "backlog", "waiting", "awaiting", "blocked", "blocker", "blockers", "in progress", "in_progress", "in-progress", "open question", "open questions", "unclear", "unknown", "unresolved", "to be decided", "follow-up", "follow up", "next step", "next steps", "next session", "next:", "later:", "needs review", "for review", "pending review", "⬜", "🟨", "🟡", "⏳", "⌛", "🔄", "🚧", "⏸", "🔜", "待",
        "offen", "ausstehend", "noch", "später", "à faire", "pas encore", "en attente", "reste à", "pendiente", "pendientes", "por hacer", "todavía", "aún", "pendente", "ainda", "da fare", "ancora", "do zrobienia", "jeszcze", "henüz", "bekliyor", "ещё", "осталось", "пока", "не готов*", "не провер*", "в работе", "ожида*", "отложен*",
        "尚未", "未完成", "未解决", "未提交", "未コミット", "미커밋", "커밋되지", "未验证", "未测试", "仍", "后续", "下一步", "未対応", "未確認", "未実装", "残り", "まだ", "次は", "保留", "아직", "남은", "미완", "미확인", "보류", "다음", "chưa", "còn lại", "tiếp theo");

    // "Open" alone is a verb in a statement and a noun in a heading.
    private static readonly PhraseList OpenHeadings = new(
        "open", "need", "needs", "ideas", "issues", "problems", "lessons", "learned", "discoveries", "dead ends", "hints", "tips", "troubleshooting", "wichtig", "ideen", "idées", "importante", "importanti", "важно", "идеи", "想法", "アイデア", "아이디어", "ý tưởng", "重要", "教訓", "중요");

    private static readonly PhraseList Reasons = new(
        "because", "since", "so that", "due to", "in order to", "otherwise", "reason", "reasons", "rationale", "why", "decided", "decision", "decisions", "deliberate", "deliberately", "on purpose", "intentional", "intentionally", "trade-off", "tradeoff", "by design", "prefer", "prefers", "preferred", "likes", "dislikes", "wants", "agreed", "approved", "approval", "accepted", "asked for",
        "weil", "damit", "sonst", "absichtlich", "entschieden", "entscheidung", "bewusst", "parce que", "car", "afin de", "sinon", "décidé", "porque", "debido a", "para que", "decidido", "decidimos", "poiché", "perché", "deciso", "ponieważ", "żeby", "çünkü", "karar", "потому", "чтобы", "иначе", "так как", "из-за", "решили", "решение", "намеренно",
        "因为", "由于", "为了", "否则", "决定", "故意", "原因", "理由", "ため", "なぜ", "ので", "意図的", "때문", "위해", "이유", "결정", "의도적", "vì", "bởi vì", "để tránh", "lý do");

    private static readonly PhraseList Risks = new(
        "risk", "risks", "risky", "caveat", "caveats", "careful", "beware", "caution", "warning:", "gotcha", "gotchas", "trap", "traps", "pitfall", "pitfalls", "workaround", "workarounds", "known issue", "known issues", "known bug", "known gap", "known limitation", "limitation", "limitations", "residual", "revisit", "revert if", "reverted because", "rolled back", "superseded", "obsolete", "false positive", "false positives", "hazard", "pre-existing", "preexisting", "unrelated", "incident", "important:", "critical:", "note:", "⚠", "⚠️", "🔴", "🛑",
        "vorsicht", "achtung", "risiko", "risiken", "stolperfalle*", "umgehung", "attention", "prudence", "risque*", "piège*", "contournement", "cuidado", "riesgo*", "trampa*", "risco*", "armadilha*", "atenção", "attenzione", "rischio", "rischi", "uwaga", "ryzyko", "dikkat", "осторожно", "внимание", "риск", "риски", "ловушк*", "грабли", "обход*",
        "注意", "风险", "小心", "警告", "已知问题", "局限", "坑", "注意点", "リスク", "既知", "回避策", "주의", "위험", "함정", "한계", "lưu ý", "rủi ro", "cẩn thận");

    // Both the description of a bug and the log of its repair mention a failure.
    private static readonly PhraseList Failures = new(
        "fail", "fails", "failed", "failing", "failure", "broken", "breaks", "flaky", "hangs", "crashes", "does not work", "doesn't work", "did not work", "didn't work", "not found", "not possible", "impossible", "can't", "cannot", "could not", "couldn't", "gave up", "dead end", "no output", "red",
        "fehlgeschlagen", "scheitert", "schlägt fehl", "kaputt", "échoue", "échec", "en panne", "falla", "fallo", "roto", "falha", "quebrado", "fallisce", "rotto", "başarısız", "падает", "сломан*", "не работает", "не удалось",
        "失败", "无法", "不通过", "无产出", "失敗", "できない", "動かない", "실패", "안 됨", "불가", "thất bại", "bị lỗi");

    private static readonly PhraseList Repairs = new(
        "fix", "fixed", "fixes", "repair", "repaired", "resolved", "solved", "corrected", "handled", "no longer", "behoben", "repariert", "gelöst", "corrigé", "réparé", "résolu", "corregido", "arreglado", "resuelto", "corrigido", "resolvido", "corretto", "risolto", "naprawion*", "düzeltildi", "исправлен*", "починил*", "починен*", "решен*",
        "修复", "已修", "解决", "修正", "修復", "解消", "수정", "해결", "đã sửa", "khắc phục");

    private static readonly PhraseList State = new(
        "currently", "current", "now", "still", "remains", "as of", "today", "so far", "healthy", "running", "stopped", "green", "passed", "pass", "passes", "passing", "succeeds", "succeeded", "0 errors", "0 failed", "0 warnings", "up to date", "equals", "ahead of", "behind", "deployed", "live", "installed", "logged in", "available on", "rechecked", "verified",
        "aktuell", "derzeit", "läuft", "grün", "actuellement", "maintenant", "en marche", "actualmente", "ahora", "atualmente", "agora", "attualmente", "adesso", "obecnie", "teraz", "şu an", "сейчас", "сегодня", "текущ*", "работает", "зелён*", "проходит", "проходят", "прошли",
        "当前", "目前", "现在", "正在", "通过", "现状", "現在", "現時点", "合格", "通過", "成功", "현재", "지금", "통과", "성공", "hiện tại", "đang", "bây giờ", "thành công");

    /// <summary>True for a text with a reason.</summary>
    public static bool GivesReason(ReadOnlySpan<char> text) => Reasons.IsIn(text);

    /// <summary>True for a statement that is needed in any section.</summary>
    public static bool IsProtected(Block block)
    {
        if (block.CheckBox is CheckBox.Open or CheckBox.InProgress or CheckBox.Blocked)
            return true;
        var text = block.Text.AsSpan();
        return IsQuestion(block) || Prohibitions.IsIn(text) || Open.IsIn(text) || Reasons.IsIn(text) || Risks.IsIn(text) || Failures.IsIn(text) && !Repairs.IsIn(text);
    }

    /// <summary>True for a heading whose content is needed.</summary>
    public static bool Announces(string heading) =>
        Open.IsIn(heading) || OpenHeadings.IsIn(heading) || Reasons.IsIn(heading) || Risks.IsIn(heading);

    /// <summary>True for a statement about the present state, which no commit or document contains.</summary>
    public static bool IsAboutNow(Block block) => State.IsIn(block.Text);

    /// <summary>True for a statement with a command and its arguments: how to check or repeat something.</summary>
    public static bool ShowsCommand(Block block) =>
        block.Spans.Any(span => span.Kind == InlineKind.Code && span.Text.IndexOf(' ', StringComparison.Ordinal) is > 1 and var space && span.Text.AsSpan(0, space).IndexOfAnyExcept(CommandLetters) < 0 && !span.Text.Contains(" = ", StringComparison.Ordinal));

    /// <summary>True for a statement that names a place outside the repository: an address, a mailbox, an id of a service, a device.</summary>
    public static bool PointsOutside(Block block) => block.Text.Contains("://", StringComparison.Ordinal) || NamesOutsideThing(block);

    /// <summary>True for a statement that names a mailbox, an id of a service or a device.</summary>
    public static bool NamesOutsideThing(Block block) => Identifier().IsMatch(block.Text);

    private static bool IsQuestion(Block block) => block.Kind is not BlockKind.Fence && block.Text.AsSpan().TrimEnd("*_)」』” ") is [.., '?' or '？' or '؟'];

    [GeneratedRegex(@"\b[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}\b|[\w.+-]{1,64}@[\w-]{1,64}\.[a-z]{2,}|(?<!\w)/dev/\w|\bCOM\d+\b|\b[A-Z]:[\\/]|(?<!\w)(~|/home|/Users)/\w", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: Timeout.Infinite)]
    private static partial Regex Identifier();
}
