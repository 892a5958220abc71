namespace CodeRelay.Build;

/// <summary>The command's state directory, found in the same way and without starting the command.</summary>
internal static class StateDirectory
{
    private const string GitFilePrefix = "gitdir:";

    /// <returns>CODERELAY_STATE, else `coderelay` in the git directory that all worktrees share, else a directory of the user; null without any.</returns>
    public static string? Find(string root)
    {
        if (Environment.GetEnvironmentVariable("CODERELAY_STATE") is { Length: > 0 } chosen)
            return Path.GetFullPath(Path.Combine(root, chosen));
        if (CommonGitDirectory(root) is { } git)
            return Path.Combine(git, "coderelay");
        var user = Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData);
        return user.Length == 0 ? null : Path.Combine(user, "coderelay");
    }

    private static string? CommonGitDirectory(string root)
    {
        var git = Path.Combine(root, ".git");
        if (File.Exists(git))
        {
            var text = File.ReadAllText(git).Trim();
            if (!text.StartsWith(GitFilePrefix, StringComparison.Ordinal))
                return null;
            git = Path.GetFullPath(Path.Combine(root, text.Substring(GitFilePrefix.Length).Trim()));
        }

        if (!Directory.Exists(git))
            return null;
        var common = Path.Combine(git, "commondir");
        return File.Exists(common) ? Path.GetFullPath(Path.Combine(git, File.ReadAllText(common).Trim())) : git;
    }
}
