using CodeRelay.Cli.CommandLine;

namespace CodeRelay.Cli.Tests;

/// <summary>What a user can get wrong with `handoff` and `inbox`, and what the machine can.</summary>
public sealed class WrongRelayUsageTests : IDisposable
{
    private const string Body = "# Handoff — Login retry\n\n## Immediate next action\nRun `make check` and read its first line.\n";

    private readonly TemporaryRepository _repo = new("app");
    private readonly TemporaryDirectory _home = new();

    public WrongRelayUsageTests() => _repo.Commit("One");

    [Theory]
    [InlineData("99999999d")]
    [InlineData("36501d")]
    [InlineData("-1d")]
    [InlineData("5")]
    [InlineData("5y")]
    public void An_age_that_is_none_is_wrong_usage(string age)
    {
        Run("handoff --no-review", Body);
        Run("inbox take");

        var result = Run($"inbox gc --older-than {age}");

        Assert.Equal(ExitCode.Usage, result.ExitCode);
        Assert.Contains($"'{age}' is not an age; valid is", result.Error, StringComparison.Ordinal);
        Assert.Equal(ExitCode.Success, Run("inbox gc --older-than 36500d").ExitCode);
    }

    [Fact]
    public void A_secret_in_a_field_is_one_as_in_the_text()
    {
        var secret = "ghp_" + "1AbSMGIYiftOF6Guu9s0ynTENYEng1e8EdSK";
        Assert.Contains("RLY6001", Refused(["handoff", "--name", $"The token {secret}"], Body), StringComparison.Ordinal);
        Assert.Contains("RLY6001", Refused(["handoff"], $"---\nname: x\nnote: {secret}\n---\n{Body}"), StringComparison.Ordinal);
        Assert.False(Directory.Exists(Path.Combine(_home.Path, "inbox")));
    }

    [Fact]
    public void What_would_steer_the_terminal_is_shown_and_not_done()
    {
        Assert.StartsWith("coderelay: 'a<U+001B>[2Jb' cannot be a recipient", Refused("a\u001b[2Jb"), StringComparison.Ordinal);
        Assert.StartsWith("coderelay: 'a b' cannot be a recipient", Refused("a\nb"), StringComparison.Ordinal);
        Assert.StartsWith("coderelay: unknown verb '<U+001B>[2J'; valid are", Usage(["\u001b[2J"]), StringComparison.Ordinal);

        string Refused(string name)
        {
            var result = Coderelay.Run(["handoff", "--to", name], _repo.Path, Body, Variables);
            Assert.Equal(ExitCode.Usage, result.ExitCode);
            return result.Error;
        }
    }

    [Fact]
    public void A_git_that_does_not_answer_costs_the_look_at_references_and_not_the_handoff()
    {
        if (OperatingSystem.IsWindows())
            return;
        // An index that only git can read.
        _repo.Git("update-index", "--force-write-index", "--index-version", "4");
        File.SetUnixFileMode(_home.Write("bin/git", "#!/bin/sh\necho broken >&2\nexit 1\n"), UnixFileMode.UserRead | UnixFileMode.UserExecute);
        var variables = Variables;
        variables["PATH"] = Path.Combine(_home.Path, "bin") + Path.PathSeparator + Environment.GetEnvironmentVariable("PATH");
        var secret = "ghp_" + "1AbSMGIYiftOF6Guu9s0ynTENYEng1e8EdSK";

        var written = Coderelay.Run(["handoff", "--no-review"], _repo.Path, $"{Body}\nIt is in `src/gone.cs`, on the branch `fix/login`.\n", variables);
        var refused = Coderelay.Run(["handoff", "--no-review"], _repo.Path, $"{Body}\nIt is in `src/gone.cs`, with {secret}.\n", variables);

        Assert.Equal(ExitCode.Success, written.ExitCode);
        Assert.Contains("note: its references were not checked", written.Error, StringComparison.Ordinal);
        Assert.Equal(ExitCode.Findings, refused.ExitCode);
        Assert.Contains("RLY6001", refused.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Options_that_mean_nothing_are_not_ignored()
    {
        Assert.Contains("--remote", Usage(["inbox", "take", "--as", "other"]), StringComparison.Ordinal);
        Assert.Contains("empty", Usage(["inbox", "search", " "]), StringComparison.Ordinal);
    }

    [Fact]
    public void A_directory_whose_name_cannot_be_written_to_is_said()
    {
        using var repo = new TemporaryRepository("-dash");

        var result = Coderelay.Run(["inbox", "list"], repo.Path, "", Variables);

        Assert.Equal(ExitCode.Environment, result.ExitCode);
        Assert.Contains("no - at the beginning", result.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("no git", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_directory_that_was_removed_is_said()
    {
        if (OperatingSystem.IsWindows())
            return;
        var gone = _home.Write("gone/x", "");
        var result = Shell($"cd '{Path.GetDirectoryName(gone)}' && rm -r '{Path.GetDirectoryName(gone)}' && {{0}} inbox list");

        Assert.Equal(ExitCode.Environment, result.ExitCode);
        Assert.Contains("the current directory was removed", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void An_answer_that_cannot_be_written_is_no_crash()
    {
        if (!OperatingSystem.IsLinux())
            return;
        var result = Shell("{0} inbox list --format text --help > /dev/full");

        Assert.Equal(ExitCode.Environment, result.ExitCode);
        Assert.Contains("could not be written", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void An_inbox_that_is_no_directory_is_said_with_what_to_do()
    {
        var root = _home.Write("inbox", "");

        var result = Run("handoff --no-review", Body);

        Assert.Equal(ExitCode.Environment, result.ExitCode);
        Assert.Contains(root, result.Error, StringComparison.Ordinal);
        Assert.Contains("AGENT_HANDOFF_ROOT", result.Error, StringComparison.Ordinal);
    }

    private Dictionary<string, string?> Variables => new() { ["AGENT_HANDOFF_ROOT"] = Path.Combine(_home.Path, "inbox"), ["CLAUDE_PROJECT_DIR"] = null, ["CLAUDECODE"] = null };

    private string Usage(IEnumerable<string> arguments)
    {
        var result = Coderelay.Run(arguments, _repo.Path, "", Variables);
        Assert.Equal(ExitCode.Usage, result.ExitCode);
        return result.Error;
    }

    private string Refused(IEnumerable<string> arguments, string input)
    {
        var result = Coderelay.Run(arguments, _repo.Path, input, Variables);
        Assert.Equal(ExitCode.Findings, result.ExitCode);
        return result.Error;
    }

    private ProcessResult Run(string arguments, string input = "") => Coderelay.Run(arguments.Split(' '), _repo.Path, input, Variables);

    private ProcessResult Shell(string line) =>
        ProcessRunner.Run("sh", ["-c", line.Replace("{0}", $"{Coderelay.Program} {string.Join(' ', Coderelay.Prefix)}", StringComparison.Ordinal)], _repo.Path, environment: Variables);

    public void Dispose()
    {
        _repo.Dispose();
        _home.Dispose();
    }
}
