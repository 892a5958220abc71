using CodeRelay.Documents;

namespace CodeRelay.Packets;

/// <summary>A top-level list item with its nested blocks.</summary>
/// <param name="Head">The item itself.</param>
/// <param name="Nested">Its sub-items, paragraphs and fences.</param>
internal sealed record TaskItem(Block Head, IReadOnlyList<Block> Nested)
{
    public IEnumerable<Block> Blocks => Nested.Prepend(Head);

    public int LastLine => Blocks.Max(block => block.LastLine);

    /// <summary>The items of all top-level lists of a document, in order.</summary>
    public static IEnumerable<TaskItem> All(Document document)
    {
        for (var i = 0; i < document.Blocks.Count; i++)
        {
            if (IsTop(document.Blocks[i]))
                yield return new(document.Blocks[i], [.. document.Blocks.Skip(i + 1).TakeWhile(block => BelongsTo(block, document.Blocks[i]))]);
        }
    }

    /// <summary>The lines as written, with another marker.</summary>
    /// <param name="marker">"-", "*", "3." …</param>
    public IEnumerable<string> Lines(string marker)
    {
        var text = Head.Document.Text;
        var first = text.Line(Head.Line).ToString().TrimStart();
        var own = first.Length - first.TrimStart("0123456789-*+.)".ToCharArray()).TrimStart().Length;
        yield return $"{marker} {first[own..]}";
        for (var line = Head.Line + 1; line <= LastLine; line++)
        {
            var written = text.Line(line).ToString();
            var indentation = Math.Min(written.Length - written.TrimStart().Length, own);
            yield return written.Length == 0 ? "" : new string(' ', indentation == 0 ? 0 : marker.Length + 1) + written[indentation..];
        }
    }

    private static bool IsTop(Block block) => block is { Kind: BlockKind.ListItem, Depth: 0 } && Indentation(block) + 1 == block.Document.Text.Position(block.Start).Column;

    private static bool BelongsTo(Block block, Block head) =>
        block.Section == head.Section && (block.Kind == BlockKind.ListItem ? block.Depth > 0 : Indentation(block) > Indentation(head) + 1);

    private static int Indentation(Block block)
    {
        var line = block.Document.Text.Line(block.Line);
        return line.Length - line.TrimStart().Length;
    }
}
