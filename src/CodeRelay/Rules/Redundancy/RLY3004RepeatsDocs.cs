using CodeRelay.Analysis;
using CodeRelay.Documents;
using CodeRelay.Evidence.Redundancy;

namespace CodeRelay.Rules.Redundancy;

/// <summary>The text repeats README, docs, instruction files or another state file.</summary>
internal sealed class RLY3004RepeatsDocs : RedundancyRule
{
    public override RuleInfo Info { get; } = new("RLY3004", "repeats-docs", Severity.Warning, "the text repeats another document of the repository")
    {
        Fix = FixSafety.Unsafe,
        Needs = Facts.Files | Facts.RecentHistory,
    };

    private protected override IEnumerable<RedundantBlock> Find(Document document, RuleContext context, IReadOnlySet<Block> taken)
    {
        var reading = PacketReading.Of(context);
        var repetitions = FinishedReports.Of(context).All.Where(report => report.IsRepetition).SelectMany(report => report.Entries).Select(entry => entry.Block).ToHashSet();
        foreach (var section in document.Sections)
        {
            var open = section.Blocks.Where(block => !block.IsHeader && !taken.Contains(block) && !repetitions.Contains(block) && MayRepeat(block, reading)).Select(block => (Block: block, Containment: Cover(block, context))).ToArray();
            var sure = open.Count(each => IsSaid(each.Containment, each.Block, reading));
            var isPartlySaid = sure >= 3 && sure * 3 >= section.Blocks.Count(block => !block.IsHeader);
            foreach (var (block, containment) in open)
            {
                if (!IsSaid(containment, block, reading) && !(isPartlySaid && (containment is { Share: >= 0.4f, RareCount: >= 3 } || containment.Share > 0.95f)))
                    continue;
                var quote = context.Evidence.OtherDocuments.QuoteOf(containment.Passages[0]);
                if (!IsOpenTask(quote.Text))
                    yield return new(block, [Item(quote)]);
            }
        }
    }

    private protected override string Message(Document document, IReadOnlyList<RedundantBlock> run, IReadOnlyList<EvidenceItem> evidence) => $"the text repeats {Names(evidence)}; delete it, or only name the file";

    private static bool MayRepeat(Block block, PacketReading reading) =>
        (!reading.Protects(block) || reading.IsBareDecision(block)) && !SectionPriors.IsReadingOrder(block) && !Pointer.Is(block, reading) && !reading.HasProtectedWording(block) && !ProtectedWording.IsAboutNow(block) && !ProtectedWording.PointsOutside(block);

    // A list with the task still open does not contain the packet's report about it.
    private static bool IsOpenTask(string line) => line.TrimStart("-*+0123456789.) ").StartsWith("[ ]", StringComparison.Ordinal);

    private static bool IsSaid(Containment containment, Block block, PacketReading reading)
    {
        if (reading.IsPreamble(block))
            return containment is { Share: >= 0.85f, RareCount: >= 8 };
        return block.SectionKind is SectionKind.Files or SectionKind.State or SectionKind.Validation
            ? containment is { Share: >= 0.7f, RareCount: >= 4 }
            : containment is { Share: >= 0.65f, RareCount: >= 4 } or { Share: >= 0.7f, RareCount: 3 } or { Share: >= 0.55f, RareCount: >= 10 };
    }

    private static Containment Cover(Block block, RuleContext context)
    {
        var assertions = context.Evidence.Query.Of(block);
        if (assertions.Count == 1)
            return context.Evidence.OtherDocuments.Cover(assertions[0]);
        if (assertions.Count == 0)
            return Containment.None;
        var covers = assertions.Select(context.Evidence.OtherDocuments.Cover).ToArray();
        var said = covers.Where(cover => cover.Share >= 0.65f).ToArray();
        return said.Length == 0 ? Containment.None : new Containment((float)said.Length / covers.Length, said.Sum(cover => cover.RareCount), 0, said[0].Passages);
    }
}
