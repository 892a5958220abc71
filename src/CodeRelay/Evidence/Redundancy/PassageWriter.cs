using System.Runtime.InteropServices;

namespace CodeRelay.Evidence.Redundancy;

/// <summary>Collects passages and their vocabulary terms; one per thread.</summary>
internal sealed class PassageWriter(Vocabulary vocabulary)
{
    private const int LongestPassage = 1200;

    private readonly List<int> _terms = [];
    private readonly List<Passage> _passages = [];

    public ReadOnlySpan<Passage> Passages => CollectionsMarshal.AsSpan(_passages);

    public ReadOnlySpan<int> Terms => CollectionsMarshal.AsSpan(_terms);

    /// <summary>The number of passages, including those without a known term.</summary>
    public int SeenCount { get; private set; }

    /// <summary>
    /// Reads a text line by line: blank lines, headings, list items, table rows and the lines of a fence begin a new passage.
    /// Not with a Markdown parser, since evidence needs no exact positions and there may be thousands of files.
    /// </summary>
    public void AddText(int source, ReadOnlySpan<char> text)
    {
        var start = 0;
        var (line, firstLine) = (0, 1);
        var isFenced = false;
        for (var at = 0; at < text.Length;)
        {
            line++;
            var length = text[at..].IndexOfAny('\n', '\r');
            var end = length < 0 ? text.Length : at + length;
            var next = end < text.Length && text[end] == '\r' && end + 1 < text.Length && text[end + 1] == '\n' ? end + 2 : Math.Min(text.Length, end + 1);
            var trimmed = text[at..end].TrimStart();
            var isMarker = trimmed.StartsWith("```") || trimmed.StartsWith("~~~");
            if (trimmed.IsEmpty || isFenced || isMarker || Begins(trimmed) || end - start > LongestPassage)
            {
                Add(source, firstLine, text[start..at]);
                // A blank line belongs to no passage, so that the line of a finding's evidence has text.
                (start, firstLine) = trimmed.IsEmpty ? (next, line + 1) : (at, line);
            }

            isFenced ^= isMarker;
            at = next;
        }

        Add(source, firstLine, text[start..]);
    }

    private static bool Begins(ReadOnlySpan<char> line) => line[0] switch
    {
        '#' or '|' or '>' => true,
        '-' or '*' or '+' or '•' => line.Length > 1 && line[1] is ' ' or '\t',
        >= '0' and <= '9' => line.TrimStart("0123456789") is ['.' or ')', ' ', ..],
        _ => false,
    };

    private void Add(int source, int line, ReadOnlySpan<char> text)
    {
        if (text.IsWhiteSpace())
            return;
        SeenCount++;
        var start = _terms.Count;
        var unknown = 0;
        var reader = new TermReader(text);
        while (reader.Next())
        {
            var term = vocabulary.Find(reader.Current.Hash);
            if (term >= 0)
                _terms.Add(term);
            else
                unknown++;
        }

        var length = Distinct(start);
        if (length > 0)
            _passages.Add(new Passage(source, line, start, length, unknown));
    }

    private int Distinct(int start)
    {
        var added = CollectionsMarshal.AsSpan(_terms)[start..];
        added.Sort();
        var kept = 0;
        for (var i = 0; i < added.Length; i++)
        {
            if (i == 0 || added[i] != added[i - 1])
                added[kept++] = added[i];
        }

        _terms.RemoveRange(start + kept, added.Length - kept);
        return kept;
    }
}
