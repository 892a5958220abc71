using CodeRelay.Text;

namespace CodeRelay.Documents;

/// <summary>The form of a <see cref="Block"/>.</summary>
public enum BlockKind
{
    Paragraph,
    ListItem,
    TableRow,
    Fence,
    Comment,
    Html,

    /// <summary>A heading: not a block of its section, but its text can contain mentions.</summary>
    Heading,
}

/// <summary>The state of a task's check box.</summary>
public enum CheckBox
{
    /// <summary>No check box.</summary>
    None,

    /// <summary>`[ ]`</summary>
    Open,

    /// <summary>`[-]`</summary>
    InProgress,

    /// <summary>`[x]`</summary>
    Done,

    /// <summary>`[~]`</summary>
    Blocked,

    /// <summary>A box with any other content.</summary>
    Malformed,
}

/// <summary>
/// The smallest unit of content: a paragraph, a list item without its sub-items, a table row, a fenced block, a comment.
/// </summary>
public sealed class Block
{
    internal Block(Document document, BlockKind kind, Section section, int start, int end)
    {
        Document = document;
        Kind = kind;
        Section = section;
        Start = start;
        End = end;
    }

    public Document Document { get; }

    public BlockKind Kind { get; }

    public Section Section { get; }

    /// <summary>Offset of the first character, the list marker included.</summary>
    public int Start { get; }

    /// <summary>Offset after the last character.</summary>
    public int End { get; }

    /// <summary>Text without markup: an item without marker and box, a row's cells joined by " | ", a fence's content.</summary>
    public string Text { get; internal init; } = "";

    /// <summary>The inline spans in document order; empty for fences and comments.</summary>
    internal IReadOnlyList<InlineSpan> Spans { get; init; } = [];

    /// <summary>Nesting depth of a list item, 0 at the top.</summary>
    public int Depth { get; internal init; }

    /// <summary>True for an item of a numbered list.</summary>
    public bool IsOrdered { get; internal init; }

    public CheckBox CheckBox { get; internal init; }

    /// <summary>True for a table's header row.</summary>
    public bool IsHeader { get; internal init; }

    /// <summary>A fence's info string ("csharp").</summary>
    public string Info { get; internal init; } = "";

    /// <summary>The label in front ("Blockers: none") or on the line above the list, table or fence; empty when there is none of a known kind.</summary>
    public string Label { get; internal init; } = "";

    /// <summary>The kind of the block: its label's, else its section's.</summary>
    public SectionKind SectionKind { get; internal init; }

    public TextRange Range => Document.Text.Range(Start, End);

    public int Line => Document.Text.Position(Start).Line;

    public int LastLine => Document.Text.Position(Math.Max(Start, End - 1)).Line;

    /// <summary>The source as written.</summary>
    public ReadOnlySpan<char> Source => Document.Text.Content.AsSpan(Start, End - Start);

    /// <summary>Estimated tokens of the source.</summary>
    public int Tokens => TokenEstimate.Count(Source);
}

/// <summary>The kind of an <see cref="InlineSpan"/>.</summary>
internal enum InlineKind
{
    Text,
    Code,
    Link,
    Image,
}

/// <summary>A span of inline content.</summary>
/// <param name="Kind">Its form.</param>
/// <param name="Start">Offset of its first character in the file.</param>
/// <param name="Text">The text without markup; the target of a link.</param>
/// <param name="IsStruck">True inside struck-out text.</param>
internal sealed record InlineSpan(InlineKind Kind, int Start, string Text, bool IsStruck)
{
    /// <summary>True for the text of a link or the description of an image.</summary>
    public bool IsInLink { get; init; }
}
