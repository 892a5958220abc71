using CodeRelay.Analysis;
using CodeRelay.Documents;
using CodeRelay.Git;
using CodeRelay.Packets;

namespace CodeRelay.Rules.Budget;

/// <summary>The files read at every session start are over their token budget.</summary>
internal sealed class RLY2002EverySessionSetOverBudget : Rule
{
    public override RuleInfo Info { get; } = new("RLY2002", "every-session-set-over-budget", Severity.Warning, "the files that every session reads at its start exceed their token budget")
    {
        NoFix = "what to cut is a matter of judgement; the redundancy rules list the lines that the repository already has",
    };

    internal override void Check(RuleContext context)
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

    // The largest of the checked files, where a cut saves most.
    private static Document? Heaviest(SessionSets.SessionSet set, RuleContext context) =>
        set.Documents.Where(document => context.Documents.Any(input => input.Path == document.Path)).MaxBy(document => document.Tokens);

    private static string Names(SessionSets.SessionSet set) =>
        set.Documents.Count == 1 ? set.Documents[0].Path : $"{string.Join(", ", set.Documents.SkipLast(1).Select(document => document.Path))} and {set.Documents[^1].Path}";
}

/// <summary>The files that each runtime reads at every session start: its instruction file with imports, and HANDOFF.md.</summary>
internal static class SessionSets
{
    /// <summary>A set of files that are read together.</summary>
    /// <param name="Entry">The instruction file that imports the others, or HANDOFF.md alone.</param>
    /// <param name="Documents">All files, each once.</param>
    public sealed record SessionSet(Document Entry, IReadOnlyList<Document> Documents)
    {
        public int Tokens => Documents.Sum(document => document.Tokens);
    }

    /// <summary>One set per instruction file, except for those that another one imports.</summary>
    public static IReadOnlyList<SessionSet> Of(Repository repository, Packet? packet)
    {
        var closures = PacketDiscovery.FindInstructions(repository).Select(entry => Imports.Closure(repository, entry)).ToArray();
        var sets = closures.Where(closure => !closures.Any(other => other != closure && other.Skip(1).Any(document => document.Path == closure[0].Path)))
            .Select(closure => new SessionSet(closure[0], With(closure, packet?.Handoff))).ToArray();
        return sets.Length > 0 || packet is null ? sets : [new SessionSet(packet.Handoff, [packet.Handoff])];
    }

    private static IReadOnlyList<Document> With(IReadOnlyList<Document> closure, Document? handoff) =>
        handoff is null || closure.Any(document => document.Path == handoff.Path) ? closure : [.. closure, handoff];
}
