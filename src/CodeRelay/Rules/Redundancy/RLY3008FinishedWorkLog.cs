using CodeRelay.Analysis;
using CodeRelay.Packets;

namespace CodeRelay.Rules.Redundancy;

/// <summary>A section that reports finished work, which git keeps.</summary>
public sealed class RLY3008FinishedWorkLog : RedundancyRule
{
    public override RuleInfo Info { get; } = new("RLY3008", "finished-work-log", Severity.Warning, "a log of finished work, which git keeps")
    {
        Fix = FixSafety.Unsafe,
        Needs = Facts.Head | Facts.RecentHistory,
    };

    private protected override IEnumerable<RedundantBlock> Find(Document document, RuleContext context, IReadOnlySet<Block> taken) =>
        FinishedReports.Of(context).All.Where(report => !report.IsRepetition).SelectMany(report => report.Entries).Where(entry => entry.Block.Document == document);

    private protected override string Message(Document document, IReadOnlyList<RedundantBlock> run, IReadOnlyList<EvidenceItem> evidence)
    {
        var what = run.Count == 1 ? "finished work" : $"{run.Count} entries of finished work";
        return evidence.Count == 0 ? what : $"{what}, backed by {Names(evidence)}";
    }
}
