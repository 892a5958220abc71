using CodeRelay.Analysis;
using CodeRelay.Packets;

namespace CodeRelay.Rules.Budget;

/// <summary>What is read before any work begins costs more than it is worth.</summary>
public sealed class RLY2002EverySessionSetOverBudget : Rule
{
    public override RuleInfo Info { get; } = new("RLY2002", "every-session-set-over-budget", Severity.Warning, "the files that every session reads at its start exceed their token budget")
    {
        NoFix = "what to cut is a matter of judgement; the redundancy rules list the lines that the repository already has",
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
                $"every session starts by reading about {set.Tokens:N0} tokens (budget {budget:N0}) from {Names(set)}; move what only some tasks need into files that are read on demand",
                [.. set.Documents.Select(document => new EvidenceItem(EvidenceKind.Document, document.Path, $"about {document.Tokens:N0} tokens"))]);
        }
    }

    // Where the most can be saved, of the files that this run judges.
    private static Document? Heaviest(SessionSets.SessionSet set, RuleContext context) =>
        set.Documents.Where(document => context.Documents.Any(judged => judged.Path == document.Path)).MaxBy(document => document.Tokens);

    private static string Names(SessionSets.SessionSet set) =>
        set.Documents.Count == 1 ? set.Documents[0].Path : $"{string.Join(", ", set.Documents.SkipLast(1).Select(document => document.Path))} and {set.Documents[^1].Path}";
}
