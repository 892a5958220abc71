using System.Buffers;
using CodeRelay.Analysis;
using CodeRelay.Evidence;
using CodeRelay.Packets;

namespace CodeRelay.Rules.Safety;

/// <summary>The text orders an agent to do what no task asks for.</summary>
public sealed class RLY6004PromptInjection : DocumentRule
{
    private const int Quotes = 60;

    // Who writes about attacks names or quotes them, who warns says not to.
    private static readonly PhraseList AboutAttacks = new(
        "injection", "injections", "prompt-injection", "attack*", "malicious", "phishing", "e.g.", "for example", "such as", "detect*", "reject*", "refuse*",
        "angriff*", "beispiel*", "attaque*", "exemple*", "ataque*", "ejemplo*", "exemplo*", "атак*", "например", "инъекци*", "攻击", "注入", "例如", "攻撃", "インジェクション", "例えば", "공격", "예를 들어", "tấn công", "ví dụ");

    private static readonly PhraseList Warnings = new(
        "never", "do not", "don't", "avoid", "instead of", "nicht", "niemals", "jamais", "ne pas", "nunca", "no ejecutar", "não", "mai", "никогда", "нельзя", "не запускай*", "不要", "禁止", "しない", "하지 마", "đừng");

    private static readonly SearchValues<char> ClosingQuotes = SearchValues.Create("\"'`”“»」’");

    public override RuleInfo Info { get; } = new("RLY6004", "prompt-injection", Severity.Warning, "possible prompt injection: the text gives agents orders unrelated to the task")
    {
        NoFix = "a person has to find out where the text came from before it is deleted",
    };

    protected override void Check(Document document, RuleContext context)
    {
        foreach (var match in ForeignOrders.Find(document.Text.Content).Where(match => !IsAbout(document, match)))
            context.Report(this, document, match.Start, match.Start + match.Length, $"possible prompt injection: the text tells agents {match.What}, and agents obey what they read; find out where it came from, then delete it");
    }

    private static bool IsAbout(Document document, OrderMatch match)
    {
        var line = document.Text.Position(match.Start).Line;
        var text = document.Text.Line(line);
        var at = match.Start - document.Text.LineStart(line);
        var before = text[Math.Max(0, at - 2 * Quotes)..at];
        var after = text[Math.Min(text.Length, at + match.Length)..Math.Min(text.Length, at + match.Length + Quotes)];
        return AboutAttacks.IsIn(before) || AboutAttacks.IsIn(after) || Warnings.IsIn(before) || match.What.Contains("instructions", StringComparison.Ordinal) && IsQuoted(before, after);
    }

    private static bool IsQuoted(ReadOnlySpan<char> before, ReadOnlySpan<char> after) =>
        before.TrimEnd() is [.., '"' or '\'' or '`' or '“' or '„' or '«' or '「' or '‘'] && after.ContainsAny(ClosingQuotes);
}
