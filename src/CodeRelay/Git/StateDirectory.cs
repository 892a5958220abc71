using CodeRelay.Files;

namespace CodeRelay.Git;

/// <summary>Locates CodeRelay's own state, which is not part of the repository's content.</summary>
internal static class StateDirectory
{
    /// <summary>The environment variable that overrides the directory.</summary>
    public const string Variable = "CODERELAY_STATE";

    /// <summary>
    /// The state directory of a repository: below the git directory that its worktrees share, so that it is never committed and is removed
    /// with the clone; outside git a directory of the user.
    /// </summary>
    /// <returns>A full path; the directory may not exist.</returns>
    public static string Of(Repository? repository, UserEnvironment environment)
    {
        if (environment.Variable(Variable) is { } chosen)
            return Path.GetFullPath(chosen);
        return repository?.CommonDirectory is { } common ? Path.Combine(common, "coderelay") : OfUser(environment);
    }

    private static string OfUser(UserEnvironment environment) => OperatingSystem.IsWindows()
        ? Path.Combine(environment.Directory("LOCALAPPDATA", Path.Combine("AppData", "Local")), "CodeRelay")
        : Path.Combine(environment.Directory("XDG_STATE_HOME", ".local/state"), "coderelay");
}
