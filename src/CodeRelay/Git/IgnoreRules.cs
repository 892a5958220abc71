namespace CodeRelay.Git;

/// <summary>Applies .gitignore and the other ignore files to paths, whether they exist or not.</summary>
internal static class IgnoreRules
{
    /// <summary>The paths that git ignores. One process for all of them.</summary>
    /// <param name="repository">The repository with the ignore files.</param>
    /// <param name="paths">Relative to the root and inside it.</param>
    public static IReadOnlySet<string> Ignored(Repository repository, IEnumerable<string> paths)
    {
        // Only a trailing slash marks a directory, and some patterns apply to directories only.
        var asked = paths.Where(path => path.Length > 0 && path[0] is not (':' or '/') && !path.Contains('\0', StringComparison.Ordinal)).SelectMany(path => new[] { path, path + "/" }).ToArray();
        if (repository.Git is null || asked.Length == 0)
            return new HashSet<string>();
        var answer = repository.Git.RunWithInput(string.Join('\0', asked) + "\0", "check-ignore", "--stdin", "-z", "--no-index");
        return answer.Fields.Select(path => path.TrimEnd('/')).ToHashSet(StringComparer.Ordinal);
    }
}
