namespace CodeRelay.Rules.Safety;

/// <summary>A stretch of text that looks like a credential.</summary>
/// <param name="Start">Offset in the text.</param>
/// <param name="Length">Of the value alone, without its key or quotes.</param>
/// <param name="What">What it looks like: "a GitHub token". Never the value.</param>
internal readonly record struct SecretMatch(int Start, int Length, string What);

/// <summary>Finds credentials by their shape, by what stands in front of them, and by how random they look.</summary>
internal static class SecretScanner
{
    /// <summary>All matches of a text in order; where two overlap, the first detector that found one keeps it.</summary>
    public static IReadOnlyList<SecretMatch> Scan(string text)
    {
        var found = new List<SecretMatch>();
        Add(found, PrivateKeys.Find(text));
        Add(found, TokenShapes.Find(text));
        Add(found, ConnectionStrings.Find(text));
        Add(found, Credentials.Find(text));
        found.Sort((left, right) => left.Start.CompareTo(right.Start));
        return found;
    }

    private static void Add(List<SecretMatch> found, IEnumerable<SecretMatch> more)
    {
        // Only what other detectors found can overlap: one detector never reports a stretch twice.
        var before = found.ToArray();
        foreach (var match in more)
        {
            if (!Array.Exists(before, other => match.Start < other.Start + other.Length && other.Start < match.Start + match.Length))
                found.Add(match);
        }
    }
}
