namespace CodeRelay.Text;

/// <summary>The edit distance of two words, ignoring case (optimal string alignment).</summary>
internal static class EditDistance
{
    /// <summary>The number of insertions, deletions, replacements and swaps of neighbours; one more than the bound when it is larger.</summary>
    public static int Between(ReadOnlySpan<char> left, ReadOnlySpan<char> right, int bound)
    {
        if (Math.Abs(left.Length - right.Length) > bound)
            return bound + 1;
        // Three rows of the table are enough, and the rest is skipped once the bound is exceeded.
        var beforeLast = new int[right.Length + 1];
        var last = Enumerable.Range(0, right.Length + 1).ToArray();
        var current = new int[right.Length + 1];
        for (var i = 1; i <= left.Length; i++)
        {
            var best = current[0] = i;
            for (var j = 1; j <= right.Length; j++)
            {
                var replaced = last[j - 1] + (IsSame(left[i - 1], right[j - 1]) ? 0 : 1);
                current[j] = Math.Min(Math.Min(current[j - 1], last[j]) + 1, replaced);
                if (i > 1 && j > 1 && IsSame(left[i - 1], right[j - 2]) && IsSame(left[i - 2], right[j - 1]))
                    current[j] = Math.Min(current[j], beforeLast[j - 2] + 1);
                best = Math.Min(best, current[j]);
            }

            if (best > bound)
                return bound + 1;
            (beforeLast, last, current) = (last, current, beforeLast);
        }

        return last[right.Length];
    }

    private static bool IsSame(char left, char right) => char.ToLowerInvariant(left) == char.ToLowerInvariant(right);
}
