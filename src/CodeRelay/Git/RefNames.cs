namespace CodeRelay.Git;

/// <summary>The names of branches, remote branches and tags.</summary>
internal sealed class RefNames
{
    private readonly HashSet<string> _names = new(StringComparer.Ordinal);
    private readonly HashSet<string> _beginnings = new(StringComparer.Ordinal);

    private RefNames(IEnumerable<string> references)
    {
        foreach (var reference in references)
        {
            var name = reference.Split('/', 3) is ["refs", _, var rest] ? rest : reference;
            var isRemote = reference.StartsWith("refs/remotes/", StringComparison.Ordinal);
            HasRemotes |= isRemote;
            Add(name);
            if (isRemote && name.IndexOf('/', StringComparison.Ordinal) is > 0 and var slash)
            {
                Add(name[(slash + 1)..]);
                RemoteBranchCount++;
            }
        }
    }

    /// <summary>True when there is at least one remote-tracking branch.</summary>
    public bool HasRemotes { get; }

    /// <summary>The number of remote-tracking branches; one or two in a single-branch clone.</summary>
    public int RemoteBranchCount { get; }

    /// <summary>True when a branch, remote branch or tag has this short name.</summary>
    public bool Contains(string name) => _names.Contains(name);

    /// <summary>True for a short name, and for the first segments of one.</summary>
    public bool ContainsBeginning(string name) => _names.Contains(name) || _beginnings.Contains(name);

    /// <summary>Reads the names with one git process.</summary>
    public static RefNames Read(Repository repository) =>
        new(repository.Git?.Run("for-each-ref", "--format=%(refname)", "refs/heads", "refs/remotes", "refs/tags").Text.Split('\n', StringSplitOptions.RemoveEmptyEntries) ?? []);

    private void Add(string name)
    {
        _names.Add(name);
        for (var slash = name.IndexOf('/', StringComparison.Ordinal); slash > 0; slash = name.IndexOf('/', slash + 1))
            _beginnings.Add(name[..slash]);
    }
}
