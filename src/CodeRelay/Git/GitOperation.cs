namespace CodeRelay.Git;

/// <summary>Tells which operation of git is in the middle, from the files that it leaves while it waits.</summary>
internal static class GitOperation
{
    private static readonly (string Name, string File)[] Signs =
    [
        ("rebase", "rebase-merge"), ("rebase", "rebase-apply"), ("merge", "MERGE_HEAD"), ("cherry-pick", "CHERRY_PICK_HEAD"), ("revert", "REVERT_HEAD"), ("bisect", "BISECT_LOG"),
    ];

    /// <summary>merge, rebase, cherry-pick, revert or bisect; null when none is.</summary>
    public static string? InProgress(Repository repository) =>
        repository.GitDirectory is { } directory ? Signs.FirstOrDefault(sign => Path.Exists(Path.Combine(directory, sign.File))).Name : null;
}
