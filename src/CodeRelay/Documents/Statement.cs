using CodeRelay.Text;

namespace CodeRelay.Documents;

/// <summary>One statement of a document: a block, or one line of a paragraph that begins with its own label.</summary>
/// <param name="Block">The block that contains it.</param>
/// <param name="Start">UTF-16 offset of its first character.</param>
/// <param name="End">UTF-16 offset after its last character.</param>
/// <param name="Text">The text without markup and label.</param>
/// <param name="Label">The label in front or on the line above, or "".</param>
/// <param name="Kinds">Its kinds: of its label, then of the headings above it, the nearest first.</param>
public sealed record Statement(Block Block, int Start, int End, string Text, string Label, IReadOnlyList<SectionKind> Kinds)
{
    private const int LongestOpening = 2000;

    public Section Section => Block.Section;

    /// <summary>The first 2000 characters of the text; checks of wording read only these.</summary>
    public string Opening => Text.Length <= LongestOpening ? Text : Text[..LongestOpening];

    public TextRange Range => Block.Document.Text.Range(Start, End);

    /// <summary>The source as written, its label included.</summary>
    public ReadOnlySpan<char> Source => Block.Document.Text.Content.AsSpan(Start, End - Start);

    /// <summary>The source of the statement, as long as <see cref="Opening"/> at most.</summary>
    public ReadOnlySpan<char> SourceOpening => Source[..Math.Min(Source.Length, LongestOpening)];

    /// <summary>The inline spans inside it.</summary>
    internal IEnumerable<InlineSpan> Spans => OwnSpans ?? Block.Spans.Where(span => span.Start >= Start && span.Start < End);

    /// <summary>Set where a block has many statements, so that each does not search all spans.</summary>
    internal IEnumerable<InlineSpan>? OwnSpans { get; init; }

    /// <summary>True when part of it is struck out, which marks it as done or dropped.</summary>
    public bool IsStruck => Spans.Any(span => span.IsStruck);

    public bool IsAbout(SectionKind kind) => Kinds.Contains(kind);
}
