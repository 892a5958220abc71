using CodeRelay.Analysis;
using CodeRelay.Evidence;
using CodeRelay.Packets;

namespace CodeRelay.Rules.Redundancy;

/// <summary>A drawn directory tree whose entries git lists anyway, or a statement that only says where a folder is.</summary>
public sealed class RLY3002CopiesFileTree : RedundancyRule
{
    private const int FewestEntries = 4;
    private const double SmallestShare = 0.6;

    public override RuleInfo Info { get; } = new("RLY3002", "copies-file-tree", Severity.Warning, "the text copies the file tree that git lists")
    {
        Fix = FixSafety.Unsafe,
        Needs = Facts.Files,
    };

    private protected override IEnumerable<RedundantBlock> Find(Document document, RuleContext context, IReadOnlySet<Block> taken)
    {
        var reading = PacketReading.Of(context);
        foreach (var block in document.Blocks.Where(block => block.Kind is BlockKind.ListItem or BlockKind.Paragraph && block.SectionKind != SectionKind.Files && !block.IsHeader && !reading.Protects(block) && !reading.MustStay(block)))
        {
            if (BarePlace.Find(block, context) is { } path)
                yield return new(block, [new(EvidenceKind.Path, path, BarePlace.Reason)]);
        }

        foreach (var block in document.Blocks.Where(block => block.Kind is BlockKind.Fence or BlockKind.Paragraph && !reading.Protects(block)))
        {
            var entries = DrawnTree.Read(block.Kind == BlockKind.Fence ? block.Text : block.Source.ToString());
            if (entries.Count < FewestEntries)
                continue;
            var tracked = entries.Where(entry => context.Evidence.Tree.Has(entry.Directory, entry.Name)).ToArray();
            if (tracked.Length >= entries.Count * SmallestShare)
                yield return new(block, [new(EvidenceKind.Path, tracked[0].Name, $"{tracked.Length} of {entries.Count} entries are tracked paths")]);
        }
    }

    private protected override string Message(Document document, IReadOnlyList<RedundantBlock> run, IReadOnlyList<EvidenceItem> evidence) =>
        run.All(found => found.Evidence[0].Text == BarePlace.Reason)
            ? $"the text says where {string.Join(" and ", run.Select(found => found.Evidence[0].Reference))} {(run.Count == 1 ? "is, but the name says" : "are, but the names say")} so already; delete it"
            : $"the text copies the file tree: {string.Join("; ", run.Select(found => found.Evidence[0].Text).Where(text => text != BarePlace.Reason))}; delete it, or keep only the entries that need an explanation";
}
