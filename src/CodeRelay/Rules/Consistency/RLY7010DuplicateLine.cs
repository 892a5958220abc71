using CodeRelay.Analysis;
using CodeRelay.Documents;
using CodeRelay.Packets;
using CodeRelay.Rules.Redundancy;

namespace CodeRelay.Rules.Consistency;

/// <summary>The same line occurs twice in one section, so that a later edit may change only one of them.</summary>
internal sealed class RLY7010DuplicateLine : DocumentRule
{
    // Shorter lines repeat by chance or on purpose.
    private const int FewestWords = 4;

    public override RuleInfo Info { get; } = new("RLY7010", "duplicate-line", Severity.Info, "a packet file contains the same line twice")
    {
        Fix = FixSafety.Safe,
    };

    protected override bool AppliesTo(Document document) => DocumentKinds.IsPacket(document.Kind);

    protected override void Check(Document document, RuleContext context)
    {
        var first = new Dictionary<(string Text, string Label, CheckBox Box, SectionKind Kind, Section? Place), Block>();
        var items = document.Blocks.Any(block => block.Kind == BlockKind.ListItem) ? TaskItem.All(document).ToDictionary(item => item.Head) : [];
        foreach (var block in document.Blocks.Where(block => IsStatement(block, items)))
        {
            var key = (Words(block), block.Label, block.CheckBox, block.SectionKind, Place(block));
            if (first.TryAdd(key, block))
                continue;
            var other = first[key];
            var fix = Deletion.EditsOf(document, [block], keepsHeadings: true) is { } edits ? new Fix($"delete this line and keep line {other.Line}", FixSafety.Safe, edits) : null;
            context.Report(this, block, $"this line repeats line {other.Line}; delete one of them", [new EvidenceItem(EvidenceKind.Document, $"{document.Path}:{other.Line}", document.Text.Line(other.Line).Trim().ToString())], fix);
        }
    }

    // A numbered step may occur twice, a lead-in is not a statement, and a nested item belongs to its parent.
    private static bool IsStatement(Block block, Dictionary<Block, TaskItem> items) => block.Kind switch
    {
        BlockKind.ListItem => !block.IsOrdered && items.TryGetValue(block, out var item) && item.Nested.Count == 0,
        BlockKind.Paragraph => block.Document.Text.Position(block.Start).Column == 1,
        _ => false,
    } && !LeadIn.Is(block) && block.Text.Split((char[]?)null, FewestWords + 1, StringSplitOptions.RemoveEmptyEntries) is var words && (words.Length >= FewestWords || block.Text.Length >= FewestWords * 5);

    // "Next" may occur twice in one file; "Backend / Next" and "Frontend / Next" are two places.
    private static Section? Place(Block block) => block.Section.OwnKind == SectionKind.None ? block.Section : block.Section.Parent;

    private static string Words(Block block) =>
        string.Join(' ', block.Source.ToString().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Skip(block.Kind == BlockKind.ListItem ? 1 : 0));
}
