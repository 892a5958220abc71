using System.Globalization;

namespace CodeRelay.TestSupport;

/// <summary>
/// A real git repository for one test. Commits get increasing times, so that order never depends on the clock, and tests that commit the same share what git
/// wrote for it.
/// </summary>
public sealed class TemporaryRepository : TemporaryDirectory
{
    // One for all tests of a process, so that the same commit has the same time.
    private static readonly DateTimeOffset DefaultStart = DateTimeOffset.UtcNow.AddDays(-30);

    private DateTimeOffset _now;

    /// <param name="name">Name of the working tree's directory, for paths with spaces and the like.</param>
    /// <param name="start">Time of the first commit; default thirty days ago.</param>
    public TemporaryRepository(string? name = null, DateTimeOffset? start = null)
        : base(name)
    {
        _now = start ?? DefaultStart;
        PreparedGit.Initialize(Path);
    }

    /// <summary>Stages everything and commits it an hour after the last one.</summary>
    /// <returns>The full object id.</returns>
    public string Commit(string message, TimeSpan? after = null)
    {
        _now += after ?? TimeSpan.FromHours(1);
        PreparedGit.Commit(Path, $"{_now.ToUnixTimeSeconds()} {message}", () =>
        {
            Git("add", "--all");
            // Git would look after each commit whether there is something to pack.
            Git("-c", "maintenance.auto=false", "commit", "--quiet", "--allow-empty", "--message", message);
        });
        return Head();
    }

    /// <summary>Runs git here and returns what it printed, trimmed.</summary>
    public string Git(params string[] arguments)
    {
        var result = ProcessRunner.Run("git", arguments, Path, environment: Variables(_now));
        return result.ExitCode == 0
            ? result.Output.Trim()
            : throw new InvalidOperationException($"git {string.Join(' ', arguments)}: {result.Error}");
    }

    /// <summary>An author and a time, and nothing of the settings of the machine.</summary>
    internal static Dictionary<string, string?> Variables(DateTimeOffset now)
    {
        var time = now.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture) + " +0000";
        return new Dictionary<string, string?>
        {
            ["GIT_CONFIG_GLOBAL"] = OperatingSystem.IsWindows() ? "NUL" : "/dev/null",
            ["GIT_CONFIG_NOSYSTEM"] = "1",
            ["GIT_AUTHOR_NAME"] = "Test",
            ["GIT_AUTHOR_EMAIL"] = "test@example.invalid",
            ["GIT_COMMITTER_NAME"] = "Test",
            ["GIT_COMMITTER_EMAIL"] = "test@example.invalid",
            ["GIT_AUTHOR_DATE"] = time,
            ["GIT_COMMITTER_DATE"] = time,
        };
    }

    // A commit leaves its branch as a file; where refs are kept otherwise, git knows.
    private string Head()
    {
        var head = System.IO.Path.Combine(Path, ".git", "HEAD");
        if (!File.Exists(head))
            return Git("rev-parse", "HEAD");
        var text = File.ReadAllText(head).Trim();
        if (!text.StartsWith("ref: ", StringComparison.Ordinal))
            return text;
        var branch = System.IO.Path.Combine(Path, ".git", text["ref: ".Length..]);
        return File.Exists(branch) ? File.ReadAllText(branch).Trim() : Git("rev-parse", "HEAD");
    }
}
