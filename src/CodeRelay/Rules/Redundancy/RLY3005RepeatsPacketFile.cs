using CodeRelay.Analysis;
using CodeRelay.Evidence;
using CodeRelay.Packets;
using CodeRelay.Rules.Completeness;

namespace CodeRelay.Rules.Redundancy;

/// <summary>HANDOFF.md says what another file of the packet says; the more specific file keeps it.</summary>
public sealed class RLY3005RepeatsPacketFile : RedundancyRule
{
    private const float SaidShare = 0.8f;
    private const int RareTerms = 4;

    public override RuleInfo Info { get; } = new("RLY3005", "repeats-packet-file", Severity.Warning, "the text repeats a more specific file of the packet")
    {
        Fix = FixSafety.Unsafe,
    };

    protected override bool AppliesTo(Document document) => document.Kind is DocumentKind.Handoff or DocumentKind.ProjectContext;

    private protected override IEnumerable<RedundantBlock> Find(Document document, RuleContext context, IReadOnlySet<Block> taken)
    {
        var packet = context.Packets.FirstOrDefault(packet => packet.Documents.Any(file => file.Path == document.Path));
        if (packet is null || new SiblingIndex(document, packet.Documents, context.Evidence.Claims) is not { IsEmpty: false } siblings)
            yield break;
        // A template asks the same question in two files; an answer that is missing twice is not repeated.
        var unfilled = document.Statements.Where(Placeholders.IsUnfilled).Select(statement => statement.Block).ToHashSet();
        foreach (var block in document.Blocks.Where(block => !block.IsHeader && !taken.Contains(block) && !IsWork(block) && !unfilled.Contains(block)))
        {
            if (context.Evidence.Claims.Of(block) is [var claim] && siblings.Cover(claim) is { Share: >= SaidShare, RareCount: >= RareTerms } coverage)
                yield return new(block, [Item(siblings.QuoteOf(coverage.Passages[0]))]);
        }
    }

    private protected override string Message(Document document, IReadOnlyList<RedundantBlock> run, IReadOnlyList<EvidenceItem> evidence) => $"the text repeats {Names(evidence)}; delete it here and keep it in the more specific file";

    // The goal and the next steps name tasks on purpose: what is at hand now is what TASKS.md does not say.
    private static bool IsWork(Block block) => block.SectionKind is SectionKind.Goal or SectionKind.Next or SectionKind.InProgress or SectionKind.Acceptance || block.CheckBox is not (CheckBox.None or CheckBox.Done);
}
