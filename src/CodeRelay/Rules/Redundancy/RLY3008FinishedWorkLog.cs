using CodeRelay.Analysis;
using CodeRelay.Documents;
using CodeRelay.Rules.Consistency;

namespace CodeRelay.Rules.Redundancy;

/// <summary>A section reports finished work, which git keeps.</summary>
internal sealed class RLY3008FinishedWorkLog : RedundancyRule
{
    public override RuleInfo Info { get; } = new("RLY3008", "finished-work-log", Severity.Warning, "the text logs finished work, which git already keeps")
    {
        Fix = FixSafety.Unsafe,
        Needs = Facts.Head | Facts.RecentHistory,
    };

    private protected override IEnumerable<RedundantBlock> Find(Document document, RuleContext context, IReadOnlySet<Block> taken) =>
        FinishedReports.Of(context).All.Where(report => !report.IsRepetition).SelectMany(report => report.Entries).Where(entry => entry.Block.Document == document);

    // A ticked task is more useful in the archive than in git alone.
    private protected override Fix? FixFor(Document document, IReadOnlyList<Block> blocks, RuleContext context) =>
        context.Packets.FirstOrDefault(packet => packet.Documents.Contains(document)) is { } packet && new FinishedTasks(context, packet).Move(document, blocks) is { } move ? move : base.FixFor(document, blocks, context);

    private protected override string Message(Document document, IReadOnlyList<RedundantBlock> run, IReadOnlyList<EvidenceItem> evidence)
    {
        var (what, it) = run.Count == 1 ? ("this entry reports finished work", "it") : ($"{run.Count} entries report finished work", "them");
        return evidence.Count == 0 ? $"{what}; delete {it}, because git keeps {it}" : $"{what} that {Names(evidence)} already {(evidence.Count == 1 ? "records" : "record")}; delete {it}, or move {it} to the archive";
    }
}
