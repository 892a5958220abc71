namespace CodeRelay.Journeys.Graph;

/// <summary>The uses between files.</summary>
internal sealed class FileGraph
{
    private readonly Dictionary<string, HashSet<string>> _uses;

    private FileGraph(Dictionary<string, HashSet<string>> uses) => _uses = uses;

    /// <summary>Paths below src, in alphabetical order.</summary>
    public IReadOnlyList<string> Files => [.. _uses.Keys.Order(StringComparer.Ordinal)];

    public static FileGraph Of(IEnumerable<string> files, IEnumerable<SourceReference> references)
    {
        var uses = files.ToDictionary(file => file, _ => new HashSet<string>(StringComparer.Ordinal), StringComparer.Ordinal);
        foreach (var reference in references)
        {
            // Parts of one type use each other, but a reader of one part needs no other because of the name.
            if (!reference.Targets.Contains(reference.File, StringComparer.Ordinal))
                uses[reference.File].UnionWith(reference.Targets);
        }

        return new FileGraph(uses);
    }

    /// <summary>The other files that a file uses.</summary>
    public IReadOnlySet<string> UsesOf(string file) => _uses[file];

    /// <summary>Counts for each file how many others use it.</summary>
    public IReadOnlyDictionary<string, int> Users()
    {
        var users = Files.ToDictionary(file => file, _ => 0, StringComparer.Ordinal);
        foreach (var used in _uses.Values.SelectMany(used => used))
            users[used]++;
        return users;
    }

    /// <summary>Follows uses from a set of files.</summary>
    /// <returns>Each reachable file with the fewest hops to it; the starts with 0.</returns>
    public IReadOnlyDictionary<string, int> HopsFrom(IEnumerable<string> starts)
    {
        var hops = starts.Distinct(StringComparer.Ordinal).ToDictionary(file => file, _ => 0, StringComparer.Ordinal);
        var waiting = new Queue<string>(hops.Keys);
        while (waiting.TryDequeue(out var file))
        {
            foreach (var next in _uses[file].Where(next => hops.TryAdd(next, hops[file] + 1)))
                waiting.Enqueue(next);
        }

        return hops;
    }
}
