namespace CodeRelay.Git;

/// <summary>Looks up object ids, full or abbreviated.</summary>
internal static class ObjectLookup
{
    /// <summary>The ids that name no object. One process for all of them.</summary>
    /// <param name="repository">The repository to search.</param>
    /// <param name="ids">Hex digits only.</param>
    /// <returns>Empty outside git.</returns>
    public static IReadOnlySet<string> Missing(Repository repository, IEnumerable<string> ids)
    {
        var asked = ids.Distinct(StringComparer.Ordinal).ToArray();
        if (repository.Git is null || asked.Length == 0)
            return new HashSet<string>();
        var answer = repository.Git.RunWithInput(string.Join('\n', asked) + "\n", "cat-file", "--batch-check=%(objectname)").Text.Split('\n');
        return asked.Where(id => answer.Contains(id + " missing", StringComparer.Ordinal)).ToHashSet(StringComparer.Ordinal);
    }
}
