using CodeRelay.Analysis;
using CodeRelay.Packets;

namespace CodeRelay.Rules.Budget;

/// <summary>A packet file is longer than what is worth reading at every takeover.</summary>
public sealed class RLY2001FileOverBudget : DocumentRule
{
    public override RuleInfo Info { get; } = new("RLY2001", "file-over-budget", Severity.Warning, "a packet file exceeds its budget of lines or tokens")
    {
        Fix = FixSafety.Unsafe,
    };

    protected override void Check(Document document, RuleContext context)
    {
        if (context.Configuration.BudgetOf(document.Path) is not { } budget)
            return;
        var over = new List<string>();
        if (document.Text.LineCount > budget.Lines)
            over.Add($"{document.Text.LineCount:N0} lines (budget {budget.Lines:N0})");
        if (document.Tokens > budget.Tokens)
            over.Add($"about {document.Tokens:N0} tokens (budget {budget.Tokens:N0})");
        if (over.Count == 0)
            return;
        var (evidence, fix) = FinishedSection.Move(document);
        context.Report(this, document, $"{document.Path[(document.Path.LastIndexOf('/') + 1)..]} has {string.Join(" and ", over)}; delete or move what a session does not need at its start", evidence, fix);
    }
}
