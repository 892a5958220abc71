using CodeRelay.Git;

namespace CodeRelay.Agents.Handoffs;

/// <summary>The state of the writer's worktree in a handoff, and of the reader's.</summary>
/// <param name="Branch">The output of `git rev-parse --abbrev-ref HEAD` ("HEAD" when detached); null outside git or before the first commit.</param>
/// <param name="Head">The object id, full or abbreviated; null like the branch.</param>
/// <param name="Dirty">The number of lines of `git status --porcelain`, computed on demand; null when unknown.</param>
internal sealed record WorktreeFacts(string? Branch, string? Head, Lazy<int?> Dirty)
{
    public WorktreeFacts(string? branch, string? head, int? dirtyFiles)
        : this(branch, head, new Lazy<int?>(dirtyFiles))
    {
    }

    public int? DirtyFiles => Dirty.Value;

    /// <summary>No facts.</summary>
    public static WorktreeFacts None { get; } = new(null, null, dirtyFiles: null);

    /// <summary>The facts that need no look at the files; those are counted on demand.</summary>
    /// <returns><see cref="None"/> outside git and when git fails.</returns>
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

    /// <summary>Reads all facts with one git process.</summary>
    /// <returns><see cref="None"/> outside git and when git fails.</returns>
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

    /// <summary>True when two object ids, full or abbreviated, can be the same.</summary>
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
