namespace CodeRelay.Packets;

/// <summary>
/// The folder that stands over a name: "- `src/App/`" over nested items, "**Core** (`src/core/`):" over a table or list, a heading with a folder in it.
/// </summary>
public sealed class FolderLabels
{
    private readonly IReadOnlyList<Block> _blocks;
    private readonly Dictionary<Block, int> _positions;
    private readonly ILookup<Block, string> _directories;

    public FolderLabels(Document document)
    {
        _blocks = document.Blocks;
        _positions = _blocks.Select((block, position) => (block, position)).ToDictionary(entry => entry.block, entry => entry.position);
        _directories = document.Mentions
            .Where(mention => mention.Kind is MentionKind.Path or MentionKind.Candidate && !mention.IsGlob && mention.Line is null && !FileNames.HasKnownExtension(mention.Target))
            .ToLookup(mention => mention.Block, mention => mention.Target);
    }

    /// <summary>The directories that a block's names may be relative to, the nearest first.</summary>
    public IEnumerable<string> Above(Block block)
    {
        if (!_positions.TryGetValue(block, out var position))
            yield break;
        var depth = block.Kind == BlockKind.ListItem ? block.Depth : 0;
        for (var i = position - 1; i >= 0 && _blocks[i].Section == block.Section; i--)
        {
            var above = _blocks[i];
            if (above.Kind == BlockKind.ListItem ? above.Depth >= depth : above.Kind != BlockKind.Paragraph)
                continue;
            foreach (var directory in _directories[above])
                yield return directory;
            if (above.Kind == BlockKind.Paragraph)
                break;
            depth = above.Depth;
        }

        foreach (var word in block.Section.Title.Split([' ', '(', ')', '`', ':'], StringSplitOptions.RemoveEmptyEntries))
        {
            if (word.Contains('/', StringComparison.Ordinal) && PathReader.Read(word, isMarked: true) is { IsGlob: false } path)
                yield return path.Target;
        }
    }
}
