using CodeRelay.Documents;

namespace CodeRelay.Rules.Redundancy;

/// <summary>A statement that only introduces the following blocks ("Changed files:"). It is deleted with all of them, and only then.</summary>
internal static class LeadIn
{
    private const int Longest = 80;

    public static bool Is(Block block) => block.Kind is BlockKind.Paragraph or BlockKind.ListItem && block.Text.AsSpan().TrimEnd("*_ ") is [.., ':' or '：'];

    /// <summary>Every lead-in with the blocks it introduces: the sub-items of an item, else the blocks up to the next paragraph or heading.</summary>
    public static IEnumerable<(Block LeadIn, IReadOnlyList<Block> Announced)> All(Document document)
    {
        for (var i = 0; i < document.Blocks.Count; i++)
        {
            if (Is(document.Blocks[i]))
                yield return (document.Blocks[i], [.. Announced(document, i)]);
        }
    }

    /// <summary>The lead-ins whose introduced blocks are all deleted.</summary>
    public static IEnumerable<Block> Emptied(Document document, IReadOnlySet<Block> gone) =>
        All(document).Where(each => each.LeadIn.Text.Length <= Longest && !gone.Contains(each.LeadIn) && each.Announced.Count > 0 && each.Announced.All(gone.Contains)).Select(each => each.LeadIn);

    private static IEnumerable<Block> Announced(Document document, int index)
    {
        var leader = document.Blocks[index];
        for (var i = index + 1; i < document.Blocks.Count && document.Blocks[i].Section == leader.Section; i++)
        {
            var block = document.Blocks[i];
            if (leader.Kind == BlockKind.ListItem ? block.Kind == BlockKind.ListItem && block.Depth <= leader.Depth : block.Kind == BlockKind.Paragraph)
                yield break;
            if (!block.IsHeader && block.Kind != BlockKind.Comment)
                yield return block;
        }
    }
}
