namespace CodeRelay.Rules.Safety;

/// <summary>Measures the randomness of a short text.</summary>
internal static class Entropy
{
    /// <summary>Shannon entropy over single characters, in bits per character (0 to 7).</summary>
    public static double BitsPerCharacter(ReadOnlySpan<char> text)
    {
        Span<int> counts = stackalloc int[128];
        foreach (var c in text)
            counts[c & 127]++;
        var bits = 0.0;
        foreach (var count in counts)
        {
            if (count > 0)
                bits -= (double)count / text.Length * Math.Log2((double)count / text.Length);
        }

        return bits;
    }

    /// <summary>The number of distinct characters.</summary>
    public static int DistinctCount(ReadOnlySpan<char> text)
    {
        Span<bool> seen = stackalloc bool[128];
        var count = 0;
        foreach (var c in text)
        {
            if (!seen[c & 127])
            {
                seen[c & 127] = true;
                count++;
            }
        }

        return count;
    }
}
