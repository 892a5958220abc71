namespace CodeRelay.Git;

/// <summary>Detects a git operation in progress by its state files.</summary>
internal static class GitOperation
{
    private static readonly (string Name, string File)[] Signs =
    [
        ("rebase", "rebase-merge"), ("rebase", "rebase-apply"), ("merge", "MERGE_HEAD"), ("cherry-pick", "CHERRY_PICK_HEAD"), ("revert", "REVERT_HEAD"), ("bisect", "BISECT_LOG"),
    ];

    /// <summary>The operation: merge, rebase, cherry-pick, revert or bisect; null for none.</summary>
    public static string? InProgress(Repository repository) =>
        repository.GitDirectory is { } directory ? Signs.FirstOrDefault(sign => Path.Exists(Path.Combine(directory, sign.File))).Name : null;
}
