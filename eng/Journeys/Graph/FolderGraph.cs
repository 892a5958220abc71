namespace CodeRelay.Journeys.Graph;

/// <summary>
/// The uses between top-level folders, with their number. A folder is written Project/Folder; files beside the project file are in
/// Project/.
/// </summary>
internal sealed class FolderGraph
{
    private readonly Dictionary<(string From, string To), List<(string From, string To)>> _uses = [];

    public FolderGraph(FileGraph files)
    {
        Folders = [.. files.Files.Select(FolderOf).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        foreach (var file in files.Files)
        {
            foreach (var used in files.UsesOf(file).Where(used => FolderOf(used) != FolderOf(file)))
            {
                var key = (FolderOf(file), FolderOf(used));
                if (!_uses.TryGetValue(key, out var pairs))
                    _uses[key] = pairs = [];
                pairs.Add((file, used));
            }
        }
    }

    public IReadOnlyList<string> Folders { get; }

    /// <summary>All uses between folders, with their pairs of files.</summary>
    public IEnumerable<(string From, string To, IReadOnlyList<(string From, string To)> Files)> All => _uses.Select(use => (use.Key.From, use.Key.To, (IReadOnlyList<(string From, string To)>)use.Value));

    /// <summary>The uses of one folder by another, as pairs of files.</summary>
    public IReadOnlyList<(string From, string To)> Uses(string from, string to) => _uses.GetValueOrDefault((from, to)) ?? [];

    public static string FolderOf(string file)
    {
        var parts = file.Split('/');
        return parts.Length > 2 ? $"{parts[0]}/{parts[1]}" : $"{parts[0]}/";
    }

    /// <summary>Lists the groups of folders in a cycle.</summary>
    public IReadOnlyList<IReadOnlyList<string>> Cycles()
    {
        var reach = Folders.ToDictionary(folder => folder, Reachable, StringComparer.Ordinal);
        return [.. Folders.Where(folder => reach[folder].Contains(folder))
            .GroupBy(folder => string.Join(' ', reach[folder].Where(other => reach[other].Contains(folder)).Order(StringComparer.Ordinal)), StringComparer.Ordinal)
            .Select(group => group.ToArray())];
    }

    private HashSet<string> Reachable(string start)
    {
        var reached = new HashSet<string>(StringComparer.Ordinal);
        var waiting = new Queue<string>([start]);
        while (waiting.TryDequeue(out var folder))
        {
            foreach (var next in Folders.Where(next => Uses(folder, next).Count > 0 && reached.Add(next)))
                waiting.Enqueue(next);
        }

        return reached;
    }
}
