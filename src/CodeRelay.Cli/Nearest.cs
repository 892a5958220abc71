namespace CodeRelay.Cli;

/// <summary>Finds the word that a misspelt one was probably meant to be.</summary>
internal static class Nearest
{
    /// <summary>The candidate with the fewest edits, or null when none is near enough to be worth naming.</summary>
    public static string? To(string word, IEnumerable<string> candidates) =>
        candidates.Select(candidate => (candidate, Edits: Edits(word.ToUpperInvariant(), candidate.ToUpperInvariant())))
            .Where(entry => entry.Edits <= Math.Max(1, entry.candidate.Length / 3))
            .OrderBy(entry => entry.Edits).Select(entry => entry.candidate).FirstOrDefault();

    // Levenshtein's distance, one row at a time.
    private static int Edits(string from, string to)
    {
        var row = Enumerable.Range(0, to.Length + 1).ToArray();
        for (var i = 1; i <= from.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= to.Length; j++)
            {
                var replaced = diagonal + (from[i - 1] == to[j - 1] ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.Min(replaced, Math.Min(row[j - 1], row[j]) + 1);
            }
        }

        return row[^1];
    }
}
