namespace CodeRelay.Workspace;

/// <summary>The files of a repository by path, directory and name; paths are relative to the root with '/'.</summary>
public sealed class FileIndex
{
    private const int MaximumFilesOfWalk = 50_000;
    private const int DeepestWalk = 32;

    // Sorted, and looked up by halving: a hash of all paths would cost more to make than the few look-ups of a run.
    private readonly string[] _paths;
    private readonly Lazy<HashSet<string>> _directories;
    private readonly Lazy<Dictionary<string, List<string>>> _byName;

    private FileIndex(string[] paths)
    {
        _paths = paths;
        _directories = new(() => paths.SelectMany(Parents).ToHashSet(StringComparer.Ordinal));
        _byName = new(GroupByName);
    }

    /// <summary>All paths, in ordinal order.</summary>
    public IReadOnlyList<string> Paths => _paths;

    public bool Contains(string path) => Array.BinarySearch(_paths, path, StringComparer.Ordinal) >= 0;

    /// <summary>Tells whether a directory (no '/' at the end) holds at least one of the files.</summary>
    public bool ContainsDirectory(string path)
    {
        var prefix = path + "/";
        var at = Array.BinarySearch(_paths, prefix, StringComparer.Ordinal);
        var next = at < 0 ? ~at : at;
        return next < _paths.Length && _paths[next].StartsWith(prefix, StringComparison.Ordinal);
    }

    /// <summary>The files whose last segment is this name, ignoring case.</summary>
    public IReadOnlyList<string> WithName(string name) => _byName.Value.TryGetValue(name, out var paths) ? paths : [];

    /// <summary>The files whose path ends with these whole segments ("Workspace/Git.cs").</summary>
    public IEnumerable<string> WithSuffix(string suffix) =>
        WithName(suffix[(suffix.LastIndexOf('/') + 1)..]).Where(path => path == suffix || path.EndsWith("/" + suffix, StringComparison.Ordinal));

    /// <summary>The directories whose path ends with these whole segments.</summary>
    public IEnumerable<string> DirectoriesWithSuffix(string suffix) =>
        _directories.Value.Where(directory => directory == suffix || directory.EndsWith("/" + suffix, StringComparison.Ordinal));

    internal static FileIndex Read(Repository repository)
    {
        if (repository.Git is null)
            return new FileIndex([.. DirectoryTree.Directories(repository, DeepestWalk).SelectMany(directory => DirectoryTree.Files(repository, directory)).Take(MaximumFilesOfWalk).Order(StringComparer.Ordinal)]);
        return new FileIndex(List(repository.Git, "--cached"));
    }

    internal static IReadOnlyList<string> ReadVisible(Repository repository) =>
        repository.Git is null ? repository.Files.Paths : List(repository.Git, "--cached", "--others", "--exclude-standard");

    private static string[] List(GitCommand git, params IEnumerable<string> which)
    {
        var files = git.Run(["ls-files", "-z", .. which]);
        return files.Succeeded ? SortedOnce([.. files.Fields]) : throw new GitException(files.Error.Split('\n')[0]);
    }

    // Git sorts by bytes, which is nearly always the same already; it lists a path in conflict up to three times.
    private static string[] SortedOnce(string[] paths)
    {
        var isSorted = true;
        for (var i = 1; i < paths.Length && isSorted; i++)
            isSorted = string.CompareOrdinal(paths[i - 1], paths[i]) < 0;
        return isSorted ? paths : [.. paths.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
    }

    private static IEnumerable<string> Parents(string path)
    {
        for (var slash = path.LastIndexOf('/'); slash > 0; slash = path.LastIndexOf('/', slash - 1))
            yield return path[..slash];
    }

    private Dictionary<string, List<string>> GroupByName()
    {
        var byName = new Dictionary<string, List<string>>(StringComparer.OrdinalIgnoreCase);
        foreach (var path in Paths)
        {
            var name = path[(path.LastIndexOf('/') + 1)..];
            if (!byName.TryGetValue(name, out var paths))
                byName[name] = paths = [];
            paths.Add(path);
        }

        return byName;
    }
}
