using System.Numerics;

namespace CodeRelay.Git;

/// <summary>The files of a repository by path, directory and name; paths are relative to the root, with '/'.</summary>
internal sealed class FileIndex
{
    private const int MaximumFilesOfWalk = 50_000;
    private const int DeepestWalk = 32;

    // A sorted array with binary search: a hash set of all paths costs more to build than the few look-ups of a run.
    private readonly string[] _paths;
    private readonly Lazy<HashSet<string>> _directories;
    private readonly Lazy<Names> _names;

    private FileIndex(string[] paths)
    {
        _paths = paths;
        _directories = new(() => paths.SelectMany(Parents).ToHashSet(StringComparer.Ordinal));
        _names = new(() => new Names(paths));
    }

    /// <summary>All paths, in ordinal order.</summary>
    public IReadOnlyList<string> Paths => _paths;

    public bool Contains(string path) => Array.BinarySearch(_paths, path, StringComparer.Ordinal) >= 0;

    /// <summary>True when a directory (without a trailing '/') contains at least one file.</summary>
    public bool ContainsDirectory(string path)
    {
        var prefix = path + "/";
        var at = Array.BinarySearch(_paths, prefix, StringComparer.Ordinal);
        var next = at < 0 ? ~at : at;
        return next < _paths.Length && _paths[next].StartsWith(prefix, StringComparison.Ordinal);
    }

    /// <summary>The files with this name, ignoring case.</summary>
    public IReadOnlyList<string> WithName(string name) => _names.Value.Find(name);

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
        return new FileIndex(GitIndexFile.ReadPaths(repository.GitDirectory!) is { } paths ? SortedOnce(paths) : List(repository.Git, "--cached"));
    }

    internal static IReadOnlyList<string> ReadVisible(Repository repository) =>
        repository.Git is null ? repository.Files.Paths : List(repository.Git, "--cached", "--others", "--exclude-standard");

    private static string[] List(GitCommand git, params IEnumerable<string> which)
    {
        var files = git.Run(["ls-files", "-z", .. which]);
        return files.Succeeded ? SortedOnce([.. files.Fields]) : throw new GitException(files.Error.Split('\n')[0]);
    }

    // Git sorts by bytes, which is nearly always the ordinal order; it lists a path in conflict up to three times.
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

    // Hash chains by the last segment: a list per name would be most of the allocations of a check.
    private sealed class Names
    {
        private readonly string[] _paths;
        private readonly int[] _first;
        private readonly int[] _next;

        public Names(string[] paths)
        {
            _paths = paths;
            _first = new int[BitOperations.RoundUpToPowerOf2((uint)paths.Length + 1)];
            _next = new int[paths.Length];
            // Backwards, so that each chain is in the order of the paths.
            for (var i = paths.Length - 1; i >= 0; i--)
            {
                ref var chain = ref _first[Bucket(NameOf(paths[i]))];
                _next[i] = chain;
                chain = i + 1;
            }
        }

        public IReadOnlyList<string> Find(string name)
        {
            List<string>? found = null;
            for (var one = _first[Bucket(name)]; one > 0; one = _next[one - 1])
            {
                if (NameOf(_paths[one - 1]).Equals(name, StringComparison.OrdinalIgnoreCase))
                    (found ??= []).Add(_paths[one - 1]);
            }

            return found is null ? [] : found;
        }

        private static ReadOnlySpan<char> NameOf(string path) => path.AsSpan(path.LastIndexOf('/') + 1);

        private int Bucket(ReadOnlySpan<char> name) => string.GetHashCode(name, StringComparison.OrdinalIgnoreCase) & (_first.Length - 1);
    }
}
