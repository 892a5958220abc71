using CodeRelay.Analysis;
using CodeRelay.Documents;

namespace CodeRelay.Rules.Setup;

/// <summary>A suppression gives no reason, or names a rule that does not exist.</summary>
internal sealed class RLY8007UnreasonedSuppression : DocumentRule
{
    public override RuleInfo Info { get; } = new("RLY8007", "unreasoned-suppression", Severity.Warning, "a suppression gives no reason or names an unknown rule")
    {
        Fix = FixSafety.Safe,
    };

    protected override void Check(Document document, RuleContext context)
    {
        foreach (var suppression in Suppressions.Read(document).DistinctBy(suppression => suppression.Start))
        {
            if (suppression.Reason.Length == 0)
                context.Report(this, document, suppression.Start, suppression.End, "the suppression gives no reason, so it is unclear when it can be removed; add the reason after a colon, as in RLY3001: kept as a warning");
            foreach (var id in suppression.Rules.Where(id => !RuleCatalog.In(context.Configuration).Any(rule => rule.Info.Id.Equals(id, StringComparison.OrdinalIgnoreCase))))
                ReportUnknown(document, suppression, id, context);
        }
    }

    private void ReportUnknown(Document document, Suppression suppression, string id, RuleContext context)
    {
        if (RuleCatalog.Find(id) is not { } named)
        {
            context.Report(this, document, suppression.Start, suppression.End, $"the suppression names the unknown rule '{id}', so it has no effect; valid are the ids that `coderelay rules` lists");
            return;
        }

        var start = document.Text.Content.IndexOf(id, suppression.Start, StringComparison.Ordinal);
        context.Report(this, document, suppression.Start, suppression.End, $"the suppression names the rule '{id}' instead of its id, so it has no effect; write {named.Info.Id}",
            fix: new Fix($"write {named.Info.Id}", FixSafety.Safe, [new TextEdit(document.Path, start, id.Length, named.Info.Id)]));
    }
}
