namespace CodeRelay.Git;

/// <summary>One worktree from `git worktree list`.</summary>
/// <param name="Path">Full path of its top level.</param>
/// <param name="Commit">HEAD's object id, or null on an unborn branch.</param>
/// <param name="Branch">Short branch name, or null when detached or bare.</param>
/// <param name="IsPrunable">True when its directory no longer exists.</param>
internal sealed record Worktree(string Path, string? Commit, string? Branch, bool IsPrunable)
{
    internal static IReadOnlyList<Worktree> List(GitCommand git)
    {
        var worktrees = new List<Worktree>();
        foreach (var field in git.Run("worktree", "list", "--porcelain", "-z").Fields)
        {
            var space = field.IndexOf(' ', StringComparison.Ordinal);
            var (key, value) = space < 0 ? (field, "") : (field[..space], field[(space + 1)..]);
            if (key == "worktree")
                worktrees.Add(new Worktree(value, null, null, IsPrunable: false));
            else if (worktrees.Count > 0)
                worktrees[^1] = Apply(worktrees[^1], key, value);
        }

        return worktrees;
    }

    private static Worktree Apply(Worktree worktree, string key, string value) => key switch
    {
        "HEAD" => worktree with { Commit = value.All(c => c == '0') ? null : value },
        "branch" => worktree with { Branch = value.StartsWith("refs/heads/", StringComparison.Ordinal) ? value["refs/heads/".Length..] : value },
        "prunable" => worktree with { IsPrunable = true },
        _ => worktree,
    };
}
