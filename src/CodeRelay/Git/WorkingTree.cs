namespace CodeRelay.Git;

/// <summary>One uncommitted change.</summary>
/// <param name="Path">Relative to the root, with '/'; an untracked directory ends with '/'.</param>
/// <param name="Status">The two letters of `git status --porcelain`, or "??" for untracked.</param>
internal sealed record WorkingTreeChange(string Path, string Status)
{
    public bool IsUntracked => Status == "??";

    public bool IsDeleted => Status.Contains('D', StringComparison.Ordinal);

    public bool IsUnmerged => Status is "DD" or "AU" or "UD" or "UA" or "DU" or "AA" or "UU";
}

/// <summary>The uncommitted changes of a working tree.</summary>
internal sealed class WorkingTree
{
    private const string Branch = "# branch.head ";
    private const string Commit = "# branch.oid ";

    private WorkingTree(IReadOnlyList<WorkingTreeChange> changes, HeadState? head)
    {
        Changes = changes;
        Head = head;
    }

    public IReadOnlyList<WorkingTreeChange> Changes { get; }

    /// <summary>HEAD at the time of the read, or null outside git.</summary>
    public HeadState? Head { get; }

    public bool IsClean => Changes.Count == 0;

    internal static WorkingTree Read(GitCommand? git)
    {
        if (git is null)
            return new WorkingTree([], head: null);
        var status = git.Run("status", "--porcelain=v2", "--branch", "--no-ahead-behind", "-z", "--untracked-files=normal", "--ignore-submodules=dirty", "--no-renames");
        if (!status.Succeeded)
            throw new GitException(status.Error.Split('\n')[0]);
        var fields = status.Fields;
        return new WorkingTree([.. fields.Select(Parse).OfType<WorkingTreeChange>()], new HeadState(ValueOf(Commit, "(initial)", fields), ValueOf(Branch, "(detached)", fields)));
    }

    private static string? ValueOf(string header, string none, IEnumerable<string> fields) =>
        fields.FirstOrDefault(field => field.StartsWith(header, StringComparison.Ordinal))?[header.Length..] is { } value && value != none ? value : null;

    // git-status(1), porcelain format version 2: the path is the last of 9, 11 or 2 fields.
    private static WorkingTreeChange? Parse(string field)
    {
        if (field is ['?', ' ', .. var untracked])
            return new WorkingTreeChange(untracked, "??");
        var count = field switch { ['1', ' ', ..] => 9, ['u', ' ', ..] => 11, _ => 0 };
        var parts = count == 0 ? [] : field.Split(' ', count);
        return parts.Length == count && count > 0 ? new WorkingTreeChange(parts[^1], parts[1].Replace('.', ' ')) : null;
    }
}
