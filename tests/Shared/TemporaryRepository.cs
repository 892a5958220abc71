using System.Globalization;

namespace CodeRelay.TestSupport;

/// <summary>A real git repository for one test. Commits get increasing times, so that order never depends on the clock.</summary>
public sealed class TemporaryRepository : TemporaryDirectory
{
    private DateTimeOffset _now;

    /// <param name="name">Name of the working tree's directory, for paths with spaces and the like.</param>
    /// <param name="start">Time of the first commit; default thirty days ago.</param>
    public TemporaryRepository(string? name = null, DateTimeOffset? start = null)
        : base(name)
    {
        _now = start ?? DateTimeOffset.UtcNow.AddDays(-30);
        Git("init", "--quiet", "--initial-branch=main");
    }

    /// <summary>Stages everything and commits it an hour after the last one.</summary>
    /// <returns>The full object id.</returns>
    public string Commit(string message, TimeSpan? after = null)
    {
        _now += after ?? TimeSpan.FromHours(1);
        Git("add", "--all");
        Git("commit", "--quiet", "--allow-empty", "--message", message);
        return Git("rev-parse", "HEAD");
    }

    /// <summary>Runs git here and returns what it printed, trimmed.</summary>
    public string Git(params string[] arguments)
    {
        var time = _now.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture) + " +0000";
        var result = ProcessRunner.Run("git", arguments, Path, environment: new Dictionary<string, string?>
        {
            ["GIT_CONFIG_GLOBAL"] = OperatingSystem.IsWindows() ? "NUL" : "/dev/null",
            ["GIT_CONFIG_NOSYSTEM"] = "1",
            ["GIT_AUTHOR_NAME"] = "Test",
            ["GIT_AUTHOR_EMAIL"] = "test@example.invalid",
            ["GIT_COMMITTER_NAME"] = "Test",
            ["GIT_COMMITTER_EMAIL"] = "test@example.invalid",
            ["GIT_AUTHOR_DATE"] = time,
            ["GIT_COMMITTER_DATE"] = time,
        });
        return result.ExitCode == 0
            ? result.Output.Trim()
            : throw new InvalidOperationException($"git {string.Join(' ', arguments)}: {result.Error}");
    }
}
