namespace CodeRelay.Agents.Handoffs;

/// <summary>What has moved between the writing of a handoff and its reading. A side that is not known is no drift.</summary>
/// <param name="Branch">True when the branches differ.</param>
/// <param name="Head">True when the commits differ.</param>
/// <param name="DirtyFiles">True when the commits are the same and the number of uncommitted files is not.</param>
internal sealed record Drift(bool Branch, bool Head, bool DirtyFiles)
{
    // What writers put where a required field has no value: outside git, and before the first commit.
    private const string Unknown = "?";

    /// <summary>The words of the JSON output.</summary>
    public IEnumerable<string> Words => new[] { Branch ? "branch" : null, Head ? "head" : null }.OfType<string>();

    /// <summary>Compares a handoff with the worktree that it is read in.</summary>
    public static Drift Of(HandoffText handoff, WorktreeFacts now)
    {
        var head = handoff["head"] is { } before and not Unknown && now.Head is not null && !WorktreeFacts.IsSameCommit(before, now.Head);
        return new Drift(
            handoff["branch"] is { } branch and not Unknown && now.Branch is not null && branch != now.Branch,
            head,
            !head && int.TryParse(handoff["dirty_files_count"], out var dirty) && now.DirtyFiles is { } count && dirty != count);
    }
}
