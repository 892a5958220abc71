using CodeRelay.Analysis;
using CodeRelay.Evidence;
using CodeRelay.Packets;

namespace CodeRelay.Rules.Redundancy;

/// <summary>A drawn directory tree whose entries git lists anyway.</summary>
public sealed class RLY3002CopiesFileTree : RedundancyRule
{
    private const int FewestEntries = 4;
    private const double SmallestShare = 0.6;

    public override RuleInfo Info { get; } = new("RLY3002", "copies-file-tree", Severity.Warning, "a drawn tree lists files that the repository lists itself")
    {
        Fix = FixSafety.Unsafe,
        Needs = Facts.Files,
    };

    private protected override IEnumerable<RedundantBlock> Find(Document document, RuleContext context, IReadOnlySet<Block> taken)
    {
        foreach (var block in document.Blocks.Where(block => block.Kind is BlockKind.Fence or BlockKind.Paragraph && !PacketReading.Of(context).Protects(block)))
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
        $"copies the file tree: {string.Join("; ", run.Select(found => found.Evidence[0].Text))}";
}
