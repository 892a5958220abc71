namespace CodeRelay.Documents;

/// <summary>
/// The folders that names are relative to: "- `src/App/`" above nested items, "**Core** (`src/core/`):" above a table or list, a folder in a heading.
/// </summary>
internal sealed class FolderLabels
{
    private readonly Dictionary<Block, Block?> _above;
    private readonly ILookup<Block, string> _directories;

    public FolderLabels(Document document)
    {
        _above = FindAbove(document.Blocks);
        _directories = document.Mentions
            .Where(mention => mention.Kind is MentionKind.Path or MentionKind.Candidate && !mention.IsGlob && mention.Line is null && !FileNames.HasKnownExtension(mention.Target))
            .ToLookup(mention => mention.Block, mention => mention.Target);
    }

    /// <summary>The directories that the names of a block may be relative to, the nearest first.</summary>
    public IEnumerable<string> Above(Block block)
    {
        if (!_above.TryGetValue(block, out var above))
            yield break;
        for (; above is not null; above = above.Kind == BlockKind.Paragraph ? null : _above[above])
        {
            foreach (var directory in _directories[above])
                yield return directory;
        }

        foreach (var word in block.Section.Title.Split([' ', '(', ')', '`', ':'], StringSplitOptions.RemoveEmptyEntries))
        {
            if (word.Contains('/', StringComparison.Ordinal) && PathReader.Read(word, isMarked: true) is { IsGlob: false } path)
                yield return path.Target;
        }
    }

    // Above an item is its parent item; above a top-level item or any other block, the preceding paragraph; always in the same section.
    private static Dictionary<Block, Block?> FindAbove(IReadOnlyList<Block> blocks)
    {
        var above = new Dictionary<Block, Block?>(blocks.Count);
        var open = new Stack<Block>();
        Section? section = null;
        Block? paragraph = null;
        foreach (var block in blocks)
        {
            if (block.Section != section)
            {
                (section, paragraph) = (block.Section, null);
                open.Clear();
            }

            if (block.Kind != BlockKind.ListItem)
            {
                above[block] = paragraph;
                if (block.Kind != BlockKind.Paragraph)
                    continue;
                paragraph = block;
                open.Clear();
                continue;
            }

            while (open.TryPeek(out var before) && before.Depth >= block.Depth)
                open.Pop();
            above[block] = open.TryPeek(out var holder) ? holder : paragraph;
            open.Push(block);
        }

        return above;
    }
}
