using System.Text;
using CodeRelay.Cli.CommandLine;

namespace CodeRelay.Cli.Tests;

/// <summary>What surrounds the command: git that is missing or refuses, bare repositories, pipes, terminals.</summary>
public sealed class EnvironmentTests
{
    // What .NET itself writes to an xterm before the first byte of a program.
    private const string KeypadMode = "\u001b[?1h\u001b=";

    [Fact]
    public void A_bare_repository_has_nothing_to_judge()
    {
        using var repo = new TemporaryRepository();
        using var directory = new TemporaryDirectory();
        var bare = Path.Combine(directory.Path, "bare.git");
        repo.Git("clone", "--quiet", "--bare", repo.Path, bare);

        var result = Coderelay.Run("check", bare);
        var inside = Coderelay.Run("status", Path.Combine(bare, "refs"));

        Assert.Equal(ExitCode.Environment, result.ExitCode);
        Assert.Equal(ExitCode.Environment, inside.ExitCode);
        Assert.Contains("git worktree add", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_pipe_in_place_of_a_file_is_never_waited_for()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "has no named pipes in directories");
        using var repo = new TemporaryRepository();
        repo.Commit("begin");
        string[] pipes = ["HANDOFF.md", "TASKS.md", "AGENTS.md", "coderelay.yml", ".editorconfig", ".claude/settings.json", ".codex/hooks.json", ".codex/config.toml", ".git/config.worktree"];
        foreach (var pipe in pipes)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Path.Combine(repo.Path, pipe))!);
            ProcessRunner.Run("mkfifo", [pipe], repo.Path);
            Assert.True(File.Exists(Path.Combine(repo.Path, pipe)));
        }

        foreach (var verb in new[] { "check", "status", "hooks status", "hook stop --runtime claude-code", "hook stop --runtime codex", "init --dry-run --runtimes all" })
            Assert.Equal((verb, ExitCode.Success), (verb, Coderelay.Run(verb.Split(' '), repo.Path, input: "{}").ExitCode));
    }

    [Fact]
    public void A_packet_that_links_out_of_the_repository_is_not_read_and_named()
    {
        using var repo = new TemporaryRepository();
        using var outside = new TemporaryDirectory();
        outside.Write("secret.md", "# Handoff\n\nsecret-of-elsewhere\n");
        File.CreateSymbolicLink(Path.Combine(repo.Path, "HANDOFF.md"), Path.Combine(outside.Path, "secret.md"));

        var result = Coderelay.Run("check", repo.Path);
        var start = Coderelay.Run(["hook", "session-start", "--runtime", "claude-code"], repo.Path, input: "{\"session_id\":\"s\",\"source\":\"startup\"}");

        Assert.Equal(ExitCode.Success, result.ExitCode);
        Assert.Contains("note: HANDOFF.md: not read", result.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("secret-of-elsewhere", result.Output + result.Error + start.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("HANDOFF.md", start.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_working_tree_without_git_on_PATH_is_an_error_that_says_so()
    {
        using var repo = new TemporaryRepository();
        using var empty = new TemporaryDirectory();
        repo.Write("HANDOFF.md", "# Handoff\n");

        var result = Coderelay.Run(["check"], repo.Path, environment: new Dictionary<string, string?> { ["PATH"] = empty.Path + Path.PathSeparator + DotnetDirectory() });

        Assert.Equal(ExitCode.Environment, result.ExitCode);
        Assert.Contains("git is not on PATH", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Git_that_refuses_the_repository_is_an_error_with_its_own_words()
    {
        using var repo = new TemporaryRepository();
        repo.Write("HANDOFF.md", "# Handoff\n");

        var result = Coderelay.Run(["check", "--format", "json"], repo.Path, environment: new Dictionary<string, string?> { ["GIT_TEST_ASSUME_DIFFERENT_OWNER"] = "1" });

        Assert.Equal(ExitCode.Environment, result.ExitCode);
        Assert.Contains("dubious ownership", result.Error, StringComparison.Ordinal);
        Assert.Equal("", result.Output);
    }

    [Fact]
    public void A_sub_directory_and_a_linked_worktree_work_like_the_root()
    {
        using var repo = new TemporaryRepository();
        repo.Write("HANDOFF.md", "# Handoff\n");
        repo.Write("src/a.txt", "x");
        repo.Commit("packet");
        repo.Git("worktree", "add", "--quiet", "-b", "linked", "linked tree");

        var root = Coderelay.Run("check --format gitlab", repo.Path);

        Assert.Equal(root, Coderelay.Run("check --format gitlab", Path.Combine(repo.Path, "src")));
        Assert.Equal(root, Coderelay.Run("check --format gitlab", Path.Combine(repo.Path, "linked tree")));
    }

    [Fact]
    public void Bytes_of_standard_output_are_UTF8_without_mark()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "the redirection is written for sh");
        using var repo = new TemporaryRepository();
        repo.Write("coderelay.yml", "budgets: { HANDOFF.md: { lines: 1 } }\n");
        repo.Write("HANDOFF.md", "# Übergabe 引き継ぎ\n\ntext\n");

        Shell(repo, "check --rules RLY2001 > out.txt");
        Shell(repo, "rules > rules.txt");

        var text = new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(File.ReadAllBytes(Path.Combine(repo.Path, "out.txt")));
        Assert.StartsWith("HANDOFF.md:1:1", text, StringComparison.Ordinal);
        Assert.Contains("# Übergabe 引き継ぎ\n", text, StringComparison.Ordinal);
        Assert.NotEqual(0xEF, File.ReadAllBytes(Path.Combine(repo.Path, "rules.txt"))[0]);
    }

    [Fact]
    public void A_reader_that_stops_reading_is_no_error()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "the pipe is written for sh");
        using var repo = new TemporaryRepository();
        repo.Write("HANDOFF.md", "# Handoff\n");

        Assert.Equal("", Shell(repo, "explain RLY2001 | true").Error);
        Assert.Equal("", Shell(repo, "check --format json | true").Error);
    }

    [Theory]
    [InlineData("", true)]
    [InlineData("NO_COLOR=1", false)]
    [InlineData("TERM=dumb", false)]
    public void Colours_are_for_terminals_that_want_them(string variable, bool expected)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux() && File.Exists("/usr/bin/script"), "script(1) makes the terminal");
        using var repo = new TemporaryRepository();
        repo.Write("HANDOFF.md", "# Handoff\n");
        var command = string.Join(' ', [variable, .. new[] { Coderelay.Program }.Concat(Coderelay.Prefix).Select(word => $"'{word}'"), "check"]);

        string Run(string arguments) => ProcessRunner.Run("/usr/bin/script", ["-qec", $"{command} {arguments}", "/dev/null"], repo.Path, environment: new Dictionary<string, string?> { ["NO_COLOR"] = null, ["TERM"] = "xterm" }).Output.Replace(KeypadMode, "", StringComparison.Ordinal);

        Assert.Equal(expected, Run("").Contains("\u001b[", StringComparison.Ordinal));
        Assert.DoesNotContain("\u001b[", Run("--no-color"), StringComparison.Ordinal);
    }

    private static ProcessResult Shell(TemporaryRepository repo, string line) =>
        ProcessRunner.Run("sh", ["-c", $"\"$0\" {string.Join(' ', Coderelay.Prefix.Select(word => $"'{word}'"))} {line}", Coderelay.Program], repo.Path);

    private static string? DotnetDirectory() => Path.GetDirectoryName(Environment.ProcessPath);
}
