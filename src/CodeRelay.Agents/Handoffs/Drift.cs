namespace CodeRelay.Agents.Handoffs;

/// <summary>What changed between the writing of a handoff and its reading. An unknown side is no drift.</summary>
/// <param name="Branch">True when the branches differ.</param>
/// <param name="Head">True when the commits differ.</param>
/// <param name="DirtyFiles">True when the commits match and the number of uncommitted files does not.</param>
internal sealed record Drift(bool Branch, bool Head, bool DirtyFiles)
{
    // The placeholder for a required field without a value: outside git, and before the first commit.
    private const string Unknown = "?";

    /// <summary>The names in the JSON output.</summary>
    public IEnumerable<string> Names => new[] { Branch ? "branch" : null, Head ? "head" : null }.OfType<string>();

    /// <summary>Compares a handoff with the reader's worktree.</summary>
    public static Drift Of(HandoffText handoff, WorktreeFacts now)
    {
        var head = handoff["head"] is { } before and not Unknown && now.Head is not null && !WorktreeFacts.IsSameCommit(before, now.Head);
        return new Drift(
            handoff["branch"] is { } branch and not Unknown && now.Branch is not null && branch != now.Branch,
            head,
            !head && int.TryParse(handoff["dirty_files_count"], out var dirty) && now.DirtyFiles is { } count && dirty != count);
    }
}
