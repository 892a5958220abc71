using CodeRelay.Analysis;
using CodeRelay.Evidence.References;
using CodeRelay.Packets;

namespace CodeRelay.Rules.Redundancy;

/// <summary>The text says what a commit message says.</summary>
public sealed class RLY3001RepeatsGitLog : RedundancyRule
{
    private const float StrictShare = 0.65f;
    private const int RareTerms = 3;

    // Where a message says nothing its diff does; the statement must then name a file, as every diff does.
    private const float ShareOfDiff = 0.55f;
    private const int RareTermsOfDiff = 6;

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
            if (context.Evidence.Claims.Of(block) is not [var claim])
                continue;
            if (context.Evidence.Commits.Cover(claim) is { Share: >= StrictShare, RareCount: >= RareTerms } coverage)
                yield return new(block, [.. coverage.Passages.Select(context.Evidence.Commits.CommitOf).Distinct().Select(Item)]);
            else if (NamesFile(block) && context.Evidence.UntoldChanges.Cover(claim) is { Share: >= ShareOfDiff, RareCount: >= RareTermsOfDiff } untold)
                yield return new(block, [.. untold.Passages.Select(context.Evidence.UntoldChanges.CommitOf).Distinct().Select(Item)]);
        }
    }

    private protected override string Message(Document document, IReadOnlyList<RedundantBlock> run, IReadOnlyList<EvidenceItem> evidence) => $"the text repeats {Names(evidence)}; delete it, because git keeps it";

    private static bool NamesFile(Block block) => block.Document.MentionsIn(block).Any(PathEvidence.IsPath);

    private static bool MayRepeat(Block block, PacketReading reading) =>
        block.Kind != BlockKind.Fence && !block.IsHeader && !reading.Protects(block) && !reading.IsPreamble(block) && !SectionPriors.IsReadingOrder(block) && !Pointer.Is(block, reading)
        && !reading.MustStay(block) && !KeepSignals.IsAboutNow(block) && !KeepSignals.ShowsCommand(block) && !KeepSignals.PointsOutside(block);
}
