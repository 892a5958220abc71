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

    /// <summary>A heading: no block of a section, but a place where a text can refer to something.</summary>
    Heading,
}

/// <summary>The state that a task's check box shows.</summary>
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

    /// <summary>A box with anything else in it.</summary>
    Malformed,
}

/// <summary>
/// The smallest unit that says one thing: a paragraph, a list item without its sub-items, a table row, a fenced block, a comment.
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

    /// <summary>Offset of the first character, a list marker included.</summary>
    public int Start { get; }

    /// <summary>Offset behind the last character.</summary>
    public int End { get; }

    /// <summary>Text with marks taken away: of an item without marker and box, of a row its cells joined by " | ", of a fence its content.</summary>
    public string Text { get; internal init; } = "";

    /// <summary>The stretches of inline content in the order of the text; empty for fences and comments.</summary>
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

    /// <summary>The label in front ("Blockers: none") or on the line above the list, table or fence; empty when none of a known kind is there.</summary>
    public string Label { get; internal init; } = "";

    /// <summary>What this block is about: its label's kind, else its section's.</summary>
    public SectionKind SectionKind { get; internal init; }

    public TextRange Range => Document.Text.Range(Start, End);

    public int Line => Document.Text.Position(Start).Line;

    public int LastLine => Document.Text.Position(Math.Max(Start, End - 1)).Line;

    /// <summary>The source as written.</summary>
    public ReadOnlySpan<char> Source => Document.Text.Content.AsSpan(Start, End - Start);

    /// <summary>Estimated tokens of the source.</summary>
    public int Tokens => TokenEstimate.Count(Source);
}

/// <summary>What an <see cref="InlineSpan"/> is.</summary>
internal enum InlineKind
{
    Text,
    Code,
    Link,
    Image,
}

/// <summary>A stretch of inline content.</summary>
/// <param name="Kind">Its form.</param>
/// <param name="Start">Offset of its first character in the file.</param>
/// <param name="Text">Its text without marks; of a link the target.</param>
/// <param name="IsStruck">True inside struck-out text.</param>
internal sealed record InlineSpan(InlineKind Kind, int Start, string Text, bool IsStruck)
{
    /// <summary>True for the text of a link or the description of an image.</summary>
    public bool IsInLink { get; init; }
}
