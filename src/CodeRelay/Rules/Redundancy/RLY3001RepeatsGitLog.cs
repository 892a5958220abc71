using CodeRelay.Analysis;
using CodeRelay.Documents;
using CodeRelay.Evidence.Redundancy;

namespace CodeRelay.Rules.Redundancy;

/// <summary>The text repeats commit messages.</summary>
internal sealed class RLY3001RepeatsGitLog : RedundancyRule
{
    public override RuleInfo Info { get; } = new("RLY3001", "repeats-git-log", Severity.Warning, "the text repeats commit messages")
    {
        Fix = FixSafety.Unsafe,
        Needs = Facts.Head | Facts.RecentHistory,
    };

    private protected override IEnumerable<RedundantBlock> Find(Document document, RuleContext context, IReadOnlySet<Block> taken)
    {
        var reading = PacketReading.Of(context);
        foreach (var entry in FinishedReports.Of(context).All.Where(report => report.IsRepetition).SelectMany(report => report.Entries).Where(entry => entry.Block.Document == document))
            yield return entry;
        foreach (var block in document.Blocks.Where(block => !taken.Contains(block) && MayRepeat(block, reading)))
        {
            if (CommitEvidence.Behind(context.Evidence, block) is { Count: > 0 } commits)
                yield return new(block, [.. commits.Select(Item)]);
        }
    }

    private protected override string Message(Document document, IReadOnlyList<RedundantBlock> run, IReadOnlyList<EvidenceItem> evidence) => $"the text repeats {Names(evidence)}; delete it, because git keeps it";

    private static bool MayRepeat(Block block, PacketReading reading) =>
        block.Kind != BlockKind.Fence && !block.IsHeader && !reading.Protects(block) && !reading.IsPreamble(block) && !SectionPriors.IsReadingOrder(block) && !Pointer.Is(block, reading)
        && !reading.HasProtectedWording(block) && !ProtectedWording.IsAboutNow(block) && !ProtectedWording.ShowsCommand(block) && !ProtectedWording.PointsOutside(block);
}
