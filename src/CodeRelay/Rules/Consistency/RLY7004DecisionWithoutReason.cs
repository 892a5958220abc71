using System.Text.RegularExpressions;
using CodeRelay.Analysis;
using CodeRelay.Documents;
using CodeRelay.Rules.Redundancy;

namespace CodeRelay.Rules.Consistency;

/// <summary>A decision gives no reason, so it is unclear when it stops applying.</summary>
internal sealed partial class RLY7004DecisionWithoutReason : DocumentRule
{
    private const int LongestDecision = 160;
    private const int FewestWords = 3;

    public override RuleInfo Info { get; } = new("RLY7004", "decision-without-reason", Severity.Info, "a decision gives no reason")
    {
        NoFix = "only the person who decided knows the reason",
    };

    protected override bool AppliesTo(Document document) => document.Kind is DocumentKind.Decisions or DocumentKind.Handoff;

    protected override void Check(Document document, RuleContext context)
    {
        foreach (var section in document.Sections.Where(section => IsLog(section, document)))
        {
            foreach (var (item, next) in section.Blocks.Zip(section.Blocks.Skip(1).Append(null)).Where(pair => pair.First.Kind == BlockKind.ListItem && pair.First.Depth == 0))
            {
                // Nested content explains an item.
                if (next is not { Depth: > 0 } && next?.Kind is not (BlockKind.Fence or BlockKind.Paragraph) && IsBare(item))
                    Report(item, context);
            }
        }

        if (document.Kind != DocumentKind.Decisions)
            return;
        foreach (var entry in document.Sections.Where(section => section.Level is 2 or 3 && section.Heading is not null && section.OwnKinds.Count == 0 && !document.Sections.Any(child => child.Parent == section)))
        {
            var said = entry.Blocks.Where(block => block.Kind is not (BlockKind.Comment or BlockKind.Html) && !Header().IsMatch(block.Text)).ToArray();
            if (said is [{ Kind: BlockKind.Paragraph } only] && IsBare(only) && !GivesReason(entry.Title))
                Report(only, context);
        }
    }

    private void Report(Block decision, RuleContext context) =>
        context.Report(this, decision, "the decision gives no reason, so it is unclear when it stops applying; add the reason, or the alternative that was rejected");

    // Gotchas and findings have sections of the same kind; only a section called decisions needs reasons.
    private static bool IsLog(Section section, Document document) =>
        Decision().IsMatch(section.Title) && section.OwnKinds.Contains(SectionKind.Decisions) || document.Kind == DocumentKind.Decisions && section.Level <= 1;

    // One short sentence without a possible reason: no second clause, no bracket, no dash, no reference.
    private static bool IsBare(Block block) =>
        block.Text.Length is > 0 and <= LongestDecision && block.CheckBox == CheckBox.None && !block.Spans.Any(span => span.IsStruck || span.Kind is InlineKind.Link or InlineKind.Image)
        && block.Text.Count(char.IsWhiteSpace) >= FewestWords - 1 && !Explains().IsMatch(block.Text.TrimEnd('.', '。', ' ')) && !GivesReason(block.Text) && IsReadable(block.Text);

    private static bool GivesReason(string text) => ProtectedWording.GivesReason(text) || Contrast().IsMatch(text);

    // The words for reasons are known in some languages only; texts in others are skipped.
    private static bool IsReadable(string text) => Verb().IsMatch(text);

    [GeneratedRegex(@"\bdecisions?\b|\bdecided\b|entscheidung|décision|decisi[oó]n|decisões|decisão|decisioni|decyzj|karar|решени|决策|决定|決定|設計判断|결정|quyết\sđịnh", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Decision();

    [GeneratedRegex(@"[.!?;。！？；]\s|[:：(（\[→⇒]|\s[-–—]+\s|—|=>|->|https?:|#\d|\b(?:RFC|ADR|CVE)\b", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Explains();

    [GeneratedRegex(@"\b(?:not|no|never|instead|rather|over|than|versus|vs|without|avoid\w*|until|unless|if|when|while|as|for|to\s(?:keep|avoid|make|let|allow|reduce|save|prevent|support|match)|so|thanks|given|nicht|statt|ohne|kein\w*|um|wenn|für|als|pas|sans|plutôt|pour|si|no|sin|para|si|en\slugar|não|sem|non|senza|per|nie|bez|dla|не|без|вместо|для|чтобы|если|không|thay|nếu|để)\b|不|而|以便|代替|如果|避免|ない|なく|場合|避け|않|대신|위해", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Contrast();

    [GeneratedRegex(@"\b(?:use[sd]?|using|keep|kept|is|are|was|stay\w*|go|goes|chose\w*|choose|pick\w*|switch\w*|move[sd]?|adopt\w*|store[sd]?|write|written|target\w*|support\w*|drop\w*|remove[sd]?|replace[sd]?|will|have|has|run[s]?|nutzen|verwenden|wir|bleibt|wird|utilis\w+|nous|usar|usamos|utiliz\w+|usiamo|używa\w+|используем|использовать|переш\w+|dùng|sử\sdụng)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Verb();

    [GeneratedRegex(@"^[\W_]*(?:status|date|author|owner|decided\sby|datum|autor|дата|статус|状态|日期|日付|날짜)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Header();
}
