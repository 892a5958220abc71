using CodeRelay.Analysis;
using CodeRelay.Documents;
using CodeRelay.Evidence.Manifests;

namespace CodeRelay.Rules.Redundancy;

/// <summary>The text lists packages, frameworks, versions or scripts of a manifest.</summary>
internal sealed class RLY3003RestatesManifests : RedundancyRule
{
    private const int LongestStatement = 400;

    public override RuleInfo Info { get; } = new("RLY3003", "restates-manifests", Severity.Warning, "the text restates a manifest's packages, frameworks, versions or scripts")
    {
        Fix = FixSafety.Unsafe,
        Needs = Facts.Files | Facts.RecentHistory,
    };

    private protected override IEnumerable<RedundantBlock> Find(Document document, RuleContext context, IReadOnlySet<Block> taken)
    {
        var reading = PacketReading.Of(context);
        foreach (var block in document.Blocks.Where(block => !block.IsHeader && !taken.Contains(block) && MayRestate(block, reading)))
        {
            if (ScriptWords.MayName(block) && block.SectionKind != SectionKind.Validation && ScriptWords.Cover(context.Evidence.Scripts, block) is { } scripts)
                yield return new(block, [.. scripts.Select(script => new EvidenceItem(EvidenceKind.Manifest, $"{script.Path}:{script.Line}", $"script {script.Name}"))]);
            else if (!ProtectedWording.ShowsCommand(block) && !context.Evidence.Manifests.IsEmpty && StackWords.Cover(context.Evidence.Manifests, block.Text) is { } entries)
                yield return new(block, [.. entries.Select(Item)]);
        }
    }

    private protected override string Message(Document document, IReadOnlyList<RedundantBlock> run, IReadOnlyList<EvidenceItem> evidence) =>
        evidence.Count == 1 ? $"{evidence[0].Text} is already in {evidence[0].Reference}; delete it here" : $"{Listed(evidence)} are already in {Files(evidence)}; delete them here";

    private static bool MayRestate(Block block, PacketReading reading) =>
        block.Kind is BlockKind.ListItem or BlockKind.TableRow or BlockKind.Paragraph && block.Text.Length <= LongestStatement
        && (!reading.Protects(block) || reading.IsBareDecision(block)) && !reading.HasProtectedWording(block)
        && block.SectionKind is not (SectionKind.Files or SectionKind.Constraints)
        && !ProtectedWording.PointsOutside(block);

    private static EvidenceItem Item(ManifestEntry entry) =>
        new(EvidenceKind.Manifest, $"{entry.Path}:{entry.Line}", entry.Value.Length == 0 ? entry.Name : $"{entry.Name} {entry.Value}");

    private static string Listed(IReadOnlyList<EvidenceItem> evidence) =>
        evidence.Count == 2 ? $"{evidence[0].Text} and {evidence[1].Text}" : $"{evidence[0].Text}, {evidence[1].Text} and {evidence.Count - 2} more";

    private static string Files(IReadOnlyList<EvidenceItem> evidence)
    {
        var files = evidence.Select(item => item.Reference[..item.Reference.LastIndexOf(':')]).Distinct(StringComparer.Ordinal).ToArray();
        return files.Length == 1 ? files[0] : $"{files[0]} and {files.Length - 1} more";
    }
}
