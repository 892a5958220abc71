using CodeRelay.Analysis;
using CodeRelay.Packets;

namespace CodeRelay.Rules.Budget;

/// <summary>What is read before any work begins costs more than it is worth.</summary>
public sealed class RLY2002EverySessionSetOverBudget : Rule
{
    public override RuleInfo Info { get; } = new("RLY2002", "every-session-set-over-budget", Severity.Warning, "what every session reads at its start is over its budget of tokens")
    {
        NoFix = "what to cut is a matter of judgement; the redundancy rules say which lines the repository already has",
    };

    public override void Check(RuleContext context)
    {
        if (context.Configuration.Budgets.GetValueOrDefault(Configuration.EverySession)?.Tokens is not { } budget)
            return;
        var sets = SessionSets.Of(context.Repository, context.Packets.Count > 0 ? context.Packets[0] : null);
        if (sets.MaxBy(set => set.Tokens) is { } set && set.Tokens > budget && Heaviest(set, context) is { } heaviest)
        {
            context.Report(
                this,
                heaviest,
                $"every session begins with about {set.Tokens:N0} tokens from {Names(set)}, the budget is {budget:N0}; move what is needed now and then into files that are read when needed",
                [.. set.Documents.Select(document => new EvidenceItem(EvidenceKind.Document, document.Path, $"about {document.Tokens:N0} tokens"))]);
        }
    }

    // Where the most can be saved, of the files that this run judges.
    private static Document? Heaviest(SessionSets.SessionSet set, RuleContext context) =>
        set.Documents.Where(document => context.Documents.Any(judged => judged.Path == document.Path)).MaxBy(document => document.Tokens);

    private static string Names(SessionSets.SessionSet set) =>
        set.Documents.Count == 1 ? set.Documents[0].Path : $"{string.Join(", ", set.Documents.SkipLast(1).Select(document => document.Path))} and {set.Documents[^1].Path}";
}
