using CodeRelay.Documents;

namespace CodeRelay.Evidence.Redundancy;

/// <summary>A unit of a checked document that the repository may already contain: a block, or one line of a fence.</summary>
internal sealed class Assertion
{
    private Assertion(Block block, int line, int[] terms, float[] factors)
    {
        Block = block;
        Line = line;
        Terms = terms;
        Factors = factors;
    }

    public Block Block { get; }

    /// <summary>1-based line in the document.</summary>
    public int Line { get; }

    /// <summary>Distinct term numbers of the vocabulary, ascending.</summary>
    public int[] Terms { get; }

    /// <summary>The factor of each term by its form, before its rarity weight; parallel to <see cref="Terms"/>.</summary>
    public float[] Factors { get; }

    /// <summary>The assertions of a block; none when it has no terms.</summary>
    public static IEnumerable<Assertion> Of(Block block, Vocabulary vocabulary)
    {
        if (block.Kind != BlockKind.Fence)
            return Read(block, block.Line, block.Text, vocabulary) is { } assertion ? [assertion] : [];

        var assertions = new List<Assertion>();
        var line = block.Line;
        foreach (var text in block.Source.EnumerateLines())
        {
            if (!text.TrimStart().StartsWith("```") && !text.TrimStart().StartsWith("~~~") && Read(block, line, text, vocabulary) is { } assertion)
                assertions.Add(assertion);
            line++;
        }

        return assertions;
    }

    private static Assertion? Read(Block block, int line, ReadOnlySpan<char> text, Vocabulary vocabulary)
    {
        var factors = new SortedDictionary<int, float>();
        var reader = new TermReader(text);
        while (reader.Next())
        {
            var term = vocabulary.Add(reader.Current.Hash);
            var factor = FactorOf(reader.Current.Kind);
            factors[term] = factors.TryGetValue(term, out var known) ? Math.Max(known, factor) : factor;
        }

        return factors.Count == 0 ? null : new Assertion(block, line, [.. factors.Keys], [.. factors.Values]);
    }

    // A whole identifier is stronger evidence than its parts; a pair of Chinese characters is about half a word.
    private static float FactorOf(TermKind kind) => kind switch
    {
        TermKind.Compound => 1.5f,
        TermKind.Part => 0.5f,
        TermKind.Pair => 0.5f,
        _ => 1f,
    };
}
