using CodeRelay.Git;

namespace CodeRelay.Evidence.Redundancy;

/// <summary>Looks up the entries of a listing among the tracked paths.</summary>
internal sealed class TreeIndex(Repository repository)
{
    private readonly Lazy<ILookup<string, string>> _directoriesByName = new(() => Directories(repository).ToLookup(Name, StringComparer.Ordinal));

    /// <summary>True when a path or name is tracked: from the root, below a directory, or as the end of another path.</summary>
    /// <param name="directory">The directory of the entry by the listing, or "".</param>
    /// <param name="entry">With '/' separators; a trailing one marks a directory.</param>
    public bool Has(string directory, string entry)
    {
        var path = entry.TrimEnd('/');
        if (path.StartsWith("./", StringComparison.Ordinal))
            path = path[2..];
        if (path.Length == 0)
            return false;
        var below = directory.Length == 0 ? path : $"{directory}/{path}";
        return IsEnd(below) || IsEnd(path);
    }

    private bool IsEnd(string path) =>
        repository.Files.Contains(path) || repository.Files.WithSuffix(path).Any()
        || _directoriesByName.Value[Name(path)].Any(directory => directory == path || directory.EndsWith("/" + path, StringComparison.Ordinal));

    private static string Name(string path) => path[(path.LastIndexOf('/') + 1)..];

    private static HashSet<string> Directories(Repository repository)
    {
        var found = new HashSet<string>(StringComparer.Ordinal);
        foreach (var path in repository.Files.Paths)
        {
            for (var slash = path.LastIndexOf('/'); slash > 0 && found.Add(path[..slash]); slash = path.LastIndexOf('/', slash - 1))
            {
                // A known directory has already added its parents.
            }
        }

        return found;
    }
}
