using CodeRelay.Files;

namespace CodeRelay.Git;

/// <summary>Lists directories of a repository, without following links and without the directories of builds and package managers.</summary>
internal static class DirectoryTree
{
    private static readonly HashSet<string> Skipped =
        new[] { ".git", ".hg", ".svn", "node_modules", "bin", "obj", "artifacts", "target", "dist", ".venv", "venv", "__pycache__" }.ToHashSet(StringComparer.OrdinalIgnoreCase);

    private static readonly EnumerationOptions Options = new() { IgnoreInaccessible = true, AttributesToSkip = FileAttributes.ReparsePoint };

    // Linked files are listed; the reader decides whether the target may be read.
    private static readonly EnumerationOptions WithLinks = new() { IgnoreInaccessible = true, AttributesToSkip = FileAttributes.None };

    /// <summary>The files directly in a directory, relative to the root, in ordinal order; empty when it does not exist.</summary>
    public static IEnumerable<string> Files(Repository repository, string directory) => Names(repository, directory, Directory.EnumerateFiles, WithLinks);

    /// <summary>The root ("") and the directories below it down to a depth, in ordinal order.</summary>
    public static IEnumerable<string> Directories(Repository repository, int depth) => Below(repository, "", depth).Prepend("");

    private static IEnumerable<string> Below(Repository repository, string directory, int depth)
    {
        foreach (var child in depth == 0 ? [] : Names(repository, directory, Directory.EnumerateDirectories, Options))
        {
            if (Skipped.Contains(child[(child.LastIndexOf('/') + 1)..]))
                continue;
            yield return child;
            foreach (var deeper in Below(repository, child, depth - 1))
                yield return deeper;
        }
    }

    private static string[] Names(Repository repository, string directory, Func<string, string, EnumerationOptions, IEnumerable<string>> enumerate, EnumerationOptions options)
    {
        var path = repository.FullPath(directory);
        repository.NoteInput(path);
        return Directory.Exists(path) && repository.RelativePath(RealPath.Of(path)) is not null
            ? [.. enumerate(path, "*", options).Select(Path.GetFileName).Order(StringComparer.Ordinal).Select(name => directory.Length == 0 ? name! : $"{directory}/{name}")]
            : [];
    }
}
