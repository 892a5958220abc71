namespace CodeRelay.Git;

/// <summary>Which paths .gitignore and the like cover, whether they exist or not.</summary>
internal static class IgnoreRules
{
    /// <summary>The paths among these that git would ignore. One process for all of them.</summary>
    /// <param name="repository">Where.</param>
    /// <param name="paths">Relative to the root and inside it.</param>
    public static IReadOnlySet<string> Ignored(Repository repository, IEnumerable<string> paths)
    {
        // A directory is told from a file only by its slash, and a rule may be for directories alone.
        var asked = paths.Where(path => path.Length > 0 && path[0] is not (':' or '/') && !path.Contains('\0', StringComparison.Ordinal)).SelectMany(path => new[] { path, path + "/" }).ToArray();
        if (repository.Git is null || asked.Length == 0)
            return new HashSet<string>();
        var answer = repository.Git.RunWithInput(string.Join('\0', asked) + "\0", "check-ignore", "--stdin", "-z", "--no-index");
        return answer.Fields.Select(path => path.TrimEnd('/')).ToHashSet(StringComparer.Ordinal);
    }
}
