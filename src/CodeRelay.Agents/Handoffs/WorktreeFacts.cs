using CodeRelay.Git;

namespace CodeRelay.Agents.Handoffs;

/// <summary>What a handoff says of the worktree that it was written in, and what is true of the one that it is read in.</summary>
/// <param name="Branch">As `git rev-parse --abbrev-ref HEAD` says it ("HEAD" when detached); null outside git or before the first commit.</param>
/// <param name="Head">The object id, full or shortened; null as for the branch.</param>
/// <param name="Dirty">The lines of `git status --porcelain`, asked for when somebody wants to know; null when not known.</param>
internal sealed record WorktreeFacts(string? Branch, string? Head, Lazy<int?> Dirty)
{
    public WorktreeFacts(string? branch, string? head, int? dirtyFiles)
        : this(branch, head, new Lazy<int?>(dirtyFiles))
    {
    }

    public int? DirtyFiles => Dirty.Value;

    /// <summary>Nothing is known.</summary>
    public static WorktreeFacts None { get; } = new(null, null, dirtyFiles: null);

    /// <summary>What is known without a look at the files; those are counted only if somebody asks.</summary>
    /// <returns><see cref="None"/> outside git and when git does not answer.</returns>
    public static WorktreeFacts Of(Repository repository)
    {
        try
        {
            return repository.Head is { Commit: { } commit } head ? new WorktreeFacts(head.Branch ?? "HEAD", commit, new Lazy<int?>(() => Read(repository).DirtyFiles)) : None;
        }
        catch (GitException)
        {
            return None;
        }
    }

    /// <summary>Asks git for everything, in one process.</summary>
    /// <returns><see cref="None"/> outside git and when git does not answer.</returns>
    public static WorktreeFacts Read(Repository repository)
    {
        try
        {
            return repository.Git?.Run("status", "--porcelain=v2", "--branch", "-z", "--no-renames") is { Succeeded: true } status ? Read(status.Fields) : None;
        }
        catch (GitException)
        {
            return None;
        }
    }

    /// <summary>Tells whether two object ids, of whatever length, can be the same.</summary>
    public static bool IsSameCommit(string one, string other) =>
        one.Length > 0 && other.Length > 0 && (one.StartsWith(other, StringComparison.OrdinalIgnoreCase) || other.StartsWith(one, StringComparison.OrdinalIgnoreCase));

    private static WorktreeFacts Read(IReadOnlyList<string> fields)
    {
        var head = Header(fields, "# branch.oid ");
        var branch = Header(fields, "# branch.head ");
        var dirty = fields.Count(field => !field.StartsWith('#'));
        return head is null or "(initial)" ? new WorktreeFacts(null, null, dirty) : new WorktreeFacts(branch is "(detached)" ? "HEAD" : branch, head, dirty);
    }

    private static string? Header(IReadOnlyList<string> fields, string name) =>
        fields.FirstOrDefault(field => field.StartsWith(name, StringComparison.Ordinal))?[name.Length..];
}
