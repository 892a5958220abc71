using CodeRelay.Documents;

namespace CodeRelay.Rules.Redundancy;

/// <summary>A statement that directs the reader to a document. The same reference in another document does not reach this packet's reader.</summary>
internal static class Pointer
{
    private const double SmallestShare = 0.5;
    private const int LongestNameOfRow = 48;

    /// <summary>True for a numbered step that names a document, and for a paragraph or row that is mostly a link.</summary>
    public static bool Is(Block block, PacketReading reading)
    {
        if (reading.Report(block) is not null)
            return false;
        var mentions = block.Document.MentionsIn(block);
        if (block.Kind is BlockKind.Paragraph or BlockKind.TableRow)
            return mentions.Any(mention => mention.Kind == MentionKind.Link) && IsLittleMore(block);
        return block is { Kind: BlockKind.ListItem, IsOrdered: true } && mentions.Any(IsDocument);
    }

    private static bool IsLittleMore(Block block)
    {
        var link = block.Spans.Where(span => span.IsInLink || span.Kind == InlineKind.Link).Sum(span => span.Text.Length);
        return link >= SmallestShare * (block.End - block.Start) || block.Kind == BlockKind.TableRow && block.Spans.Where(span => !span.IsInLink && span.Kind != InlineKind.Link).Sum(span => span.Text.Length) <= LongestNameOfRow;
    }

    private static bool IsDocument(Mention mention) =>
        mention.Kind == MentionKind.Link || mention.Kind == MentionKind.Path && FileNames.IsDocument(mention.Target);
}
