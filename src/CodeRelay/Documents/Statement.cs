using CodeRelay.Text;

namespace CodeRelay.Documents;

/// <summary>One thing that a document says: a block, or one line of a paragraph that begins with a label of its own.</summary>
/// <param name="Block">Where it stands.</param>
/// <param name="Start">Offset of its first character.</param>
/// <param name="End">Offset behind its last character.</param>
/// <param name="Text">Without marks and without its label.</param>
/// <param name="Label">The label in front or on the line above, or "".</param>
/// <param name="Kinds">Everything that it is about: by its label, then by the headings above it, the nearest first.</param>
public sealed record Statement(Block Block, int Start, int End, string Text, string Label, IReadOnlyList<SectionKind> Kinds)
{
    private const int LongestOpening = 2000;

    public Section Section => Block.Section;

    /// <summary>As much of the text as somebody reads before giving up; what is judged by its wording is judged by this.</summary>
    public string Opening => Text.Length <= LongestOpening ? Text : Text[..LongestOpening];

    public TextRange Range => Block.Document.Text.Range(Start, End);

    /// <summary>The source as written, its label included.</summary>
    public ReadOnlySpan<char> Source => Block.Document.Text.Content.AsSpan(Start, End - Start);

    /// <summary>The source of the <see cref="Opening"/>.</summary>
    public ReadOnlySpan<char> SourceOpening => Source[..Math.Min(Source.Length, LongestOpening)];

    /// <summary>The inline stretches inside it.</summary>
    internal IEnumerable<InlineSpan> Spans => OwnSpans ?? Block.Spans.Where(span => span.Start >= Start && span.Start < End);

    /// <summary>Given where a block has many statements, so that none of them looks through all spans.</summary>
    internal IEnumerable<InlineSpan>? OwnSpans { get; init; }

    /// <summary>True when some of it is struck out, which says that it is done or dropped.</summary>
    public bool IsStruck => Spans.Any(span => span.IsStruck);

    public bool IsAbout(SectionKind kind) => Kinds.Contains(kind);
}
