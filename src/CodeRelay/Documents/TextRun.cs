using System.Text;

namespace CodeRelay.Documents;

/// <summary>A run of text without markup, and the offset of each of its characters in the file.</summary>
internal sealed class TextRun
{
    // Between two neighbouring characters lie at most an escape, a line break, and the indentation of a nested list or quote.
    private const int FurthestSkip = 200;

    private readonly List<int> _offsets;

    private TextRun(string text, List<int> offsets)
    {
        Text = text;
        _offsets = offsets;
    }

    public string Text { get; }

    /// <summary>The offset in the file of the character at an index.</summary>
    public int Offset(int index) => _offsets[index];

    /// <summary>The length of a range in the file, in UTF-16 units, escapes included.</summary>
    public int SourceLength(int index, int length) => _offsets[index + length - 1] + 1 - _offsets[index];

    /// <summary>A run over consecutive spans.</summary>
    /// <param name="source">The whole file.</param>
    /// <param name="spans">In document order; the source between two of them is kept as written.</param>
    public static TextRun Over(string source, IReadOnlyList<InlineSpan> spans)
    {
        var text = new StringBuilder();
        var offsets = new List<int>();
        var next = spans[0].Start;
        foreach (var span in spans)
        {
            // To Markdown a placeholder such as <name> is HTML, not a span; the backslash of an escape is dropped.
            for (; offsets.Count > 0 && next < span.Start; next++)
            {
                if (source[next] != '\\')
                    Append(source[next], next);
            }

            next = span.Start;
            foreach (var c in span.Text)
            {
                next = Find(source, next, c);
                Append(c, next++);
            }
        }

        return new TextRun(text.ToString(), offsets);

        void Append(char c, int offset)
        {
            text.Append(c);
            offsets.Add(offset);
        }
    }

    /// <summary>A run over a range of the file as written.</summary>
    public static TextRun Over(string source, int start, int length) => new(source.Substring(start, length), [.. Enumerable.Range(start, length)]);

    /// <summary>The offset of a rendered character in the source, at or shortly after an offset.</summary>
    public static int Find(string source, int from, char shown)
    {
        for (var at = from; at < source.Length && at - from < FurthestSkip; at++)
        {
            if (source[at] == shown || shown == ' ' && source[at] is '\n' or '\r')
                return at;
        }

        return Math.Min(from, source.Length - 1);
    }
}
