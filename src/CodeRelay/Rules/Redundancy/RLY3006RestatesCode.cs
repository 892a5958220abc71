using CodeRelay.Analysis;
using CodeRelay.Evidence;
using CodeRelay.Packets;

namespace CodeRelay.Rules.Redundancy;

/// <summary>The text says what a source file that the packet names says in its comments, declarations or settings.</summary>
public sealed class RLY3006RestatesCode : RedundancyRule
{
    public override RuleInfo Info { get; } = new("RLY3006", "restates-code", Severity.Warning, "the text says what the code says where it names it")
    {
        Fix = FixSafety.Unsafe,
        Needs = Facts.Files | Facts.RecentHistory,
    };

    private protected override IEnumerable<RedundantBlock> Find(Document document, RuleContext context, IReadOnlySet<Block> taken)
    {
        var reading = PacketReading.Of(context);
        foreach (var block in document.Blocks.Where(block => !block.IsHeader && !taken.Contains(block) && MayRestate(block, reading)))
        {
            // What a check went over stands in the code, whatever the section is called.
            if (block.Kind == BlockKind.Fence && CodePointerList.Find(block, context) is { Count: > 0 } symbols)
                yield return new(block, symbols);
            else if (IsAboutChecks(block))
                continue;
            else if (CodePointer.Find(block, context) is { } symbol)
                yield return new(block, [symbol]);
            else if (block.SectionKind != SectionKind.Files && context.Evidence.Claims.Of(block) is [var claim] && IsSaid(context.Evidence.NamedSources.Cover(claim)) is { } coverage)
                yield return new(block, [Item(context.Evidence.NamedSources.QuoteOf(coverage.Passages[0]))]);
        }
    }

    private protected override string Message(Document document, IReadOnlyList<RedundantBlock> run, IReadOnlyList<EvidenceItem> evidence) => $"says what {Names(evidence)} {(evidence.Count == 1 ? "says" : "say")}";

    private static bool MayRestate(Block block, PacketReading reading) =>
        !reading.Protects(block) && !reading.MustStay(block) && !reading.IsPreamble(block) && !KeepSignals.IsAboutNow(block) && !KeepSignals.PointsOutside(block)
        && !SectionPriors.IsReadingOrder(block) && block.SectionKind != SectionKind.Constraints;

    private static bool IsAboutChecks(Block block) => block.SectionKind is SectionKind.State or SectionKind.Validation;

    // Code has the same few words on every line, so it takes more of the rare ones than prose does.
    private static Coverage? IsSaid(Coverage coverage) => coverage is { Share: >= 0.5f, RareCount: >= 4 } ? coverage : null;
}
