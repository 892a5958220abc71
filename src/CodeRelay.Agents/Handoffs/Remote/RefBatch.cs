namespace CodeRelay.Agents.Handoffs.Remote;

/// <summary>Splits a push into parts that fit on a command line.</summary>
internal static class RefBatch
{
    // Windows allows 32,767 characters, others two million; a transaction of a hundred refs rewrites the host's packed refs once.
    private static readonly int MostCharacters = OperatingSystem.IsWindows() ? 24_000 : 400_000;

    /// <param name="items">The items to split.</param>
    /// <param name="name">The longest ref of an item; a command line repeats it up to four times.</param>
    /// <param name="most">The largest number per part.</param>
    public static IEnumerable<T[]> Of<T>(IReadOnlyCollection<T> items, Func<T, string> name, int most)
    {
        var batch = new List<T>();
        var characters = 0;
        foreach (var item in items)
        {
            var length = (4 * name(item).Length) + 200;
            if (batch.Count > 0 && (batch.Count == most || characters + length > MostCharacters))
            {
                yield return [.. batch];
                batch.Clear();
                characters = 0;
            }

            batch.Add(item);
            characters += length;
        }

        if (batch.Count > 0)
            yield return [.. batch];
    }
}
