using System.Text.Json;
using CodeRelay.Cli.CommandLine;

namespace CodeRelay.Cli.Tests;

public sealed class RecoverTests : IDisposable
{
    private const string Schema = "schemas/recover-1.schema.json";

    private readonly TemporaryRepository _repo = ReadyPacket.In(ReadyPacket.Text);
    private readonly TemporaryDirectory _home = new();

    [Fact]
    public void Where_it_is_what_was_done_and_what_comes_next_stand_on_one_screen()
    {
        _repo.Write("TASKS.md", "# Tasks\n\n- [ ] B2: accept UTF-16\n- [-] B1: accept CRLF\n- [x] A1: read files\n");
        _repo.Write("src/Reader.cs", "class Reader;\n");
        var commit = _repo.Commit("Read in blocks");
        _repo.Write("src/Parser.cs", "class Parser2;\n");
        _repo.Write("new.txt", "x");

        var result = Run("recover");

        var lines = result.Output.Split('\n');
        Assert.Equal((ExitCode.Success, ""), (result.ExitCode, result.Error));
        Assert.InRange(lines.Length, 10, 30);
        Assert.Contains($"head       main at {commit[..7]}, 2 uncommitted changes", lines);
        Assert.Contains("           changed  src/Parser.cs", lines);
        Assert.Contains("           new      new.txt", lines);
        Assert.Contains($"           {commit[..7]} Read in blocks (TASKS.md, src/Reader.cs)", lines);
        Assert.Contains("begun      decoding drops the last line", lines);
        Assert.Contains("next       1. Keep the last line in src/Parser.cs", lines);
        Assert.Contains("tasks      1 open, 1 in progress, 1 done", lines);
        Assert.Contains("           B1: accept CRLF", lines);
    }

    [Fact]
    public void What_to_do_now_is_the_next_step()
    {
        Assert.EndsWith("\nnow        go on with: Keep the last line in src/Parser.cs\n", Run("recover").Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_packet_that_the_work_has_outrun_is_corrected_first()
    {
        for (var i = 0; i < 3; i++)
        {
            _repo.Write("src/Parser.cs", $"class Parser{i};\n");
            _repo.Commit($"Change the parser, part {i}");
        }

        var output = Run("recover").Output;

        Assert.Contains("RLY1001", output, StringComparison.Ordinal);
        Assert.Contains("now        HANDOFF.md is older than the commits and changes above: ", output, StringComparison.Ordinal);
    }

    [Fact]
    public void Waiting_handoffs_come_first_and_the_last_received_one_can_be_shown_again()
    {
        Run("handoff --no-review", "# Handoff — Login retry\n\n## Immediate next action\nRun `make check` and read its first line.\n");
        var waiting = Run("recover");
        Run("inbox take");
        var taken = Run("recover");

        Assert.Contains("inbox      waits: Login retry, from ", waiting.Output, StringComparison.Ordinal);
        Assert.Contains("now        read the waiting handoffs first: `coderelay inbox take`", waiting.Output, StringComparison.Ordinal);
        Assert.Contains("last received: Login retry, from ", taken.Output, StringComparison.Ordinal);
        Assert.Contains("now        go on with: Keep the last line", taken.Output, StringComparison.Ordinal);
        var show = taken.Output.Split('\n').Single(line => line.Contains("last received", StringComparison.Ordinal)).Split("; coderelay ")[1];
        Assert.Contains("make check", Run(show).Output, StringComparison.Ordinal);
    }

    [Fact]
    public void The_json_says_the_same()
    {
        _repo.Write("src/Reader.cs", "class Reader;\n");
        var commit = _repo.Commit("Read in blocks");
        Run("handoff --no-review", "# Handoff — One\n\n## Immediate next action\nRun `make check`.\n");
        Run("inbox take");
        Run("handoff --no-review", "# Handoff — Two\n\n## Immediate next action\nRun `make check`.\n");

        var json = Schemas.Verify(Schema, Run("recover --format json").Output);

        Assert.Equal("HANDOFF.md", json.GetProperty("packet").GetString());
        Assert.Equal(commit, Assert.Single(json.GetProperty("commits").EnumerateArray()).GetProperty("id").GetString());
        Assert.Equal("Keep the last line in src/Parser.cs", Assert.Single(json.GetProperty("next").EnumerateArray()).GetString());
        Assert.Equal("Two", Assert.Single(json.GetProperty("inbox").GetProperty("waiting").EnumerateArray()).GetProperty("name").GetString());
        Assert.Equal("One", Assert.Single(json.GetProperty("inbox").GetProperty("received").EnumerateArray()).GetProperty("name").GetString());
        Assert.StartsWith("read the waiting handoffs", json.GetProperty("now").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_packet_whose_title_is_its_goal_has_one()
    {
        _repo.Write("HANDOFF.md", "# Accept **CRLF** in `src/Parser.cs`\n\n## Next\n\n1. Keep the last line\n");

        Assert.Contains("goal       Accept CRLF in", Run("recover").Output, StringComparison.Ordinal);
    }

    [Fact]
    public void More_than_ten_changes_are_counted()
    {
        for (var i = 0; i < 12; i++)
            _repo.Write($"new{i:00}.txt", "x");

        Assert.Contains("           and 2 more: git status\n", Run("recover").Output, StringComparison.Ordinal);
        Assert.Equal(10, Schemas.Verify(Schema, Run("recover --format json").Output).GetProperty("changes").GetArrayLength());
    }

    [Fact]
    public void A_merge_that_stopped_is_said_before_anything_else()
    {
        _repo.Git("checkout", "--quiet", "-b", "side");
        _repo.Write("src/Parser.cs", "class Side;\n");
        _repo.Commit("side");
        _repo.Git("checkout", "--quiet", "main");
        _repo.Write("src/Parser.cs", "class Main;\n");
        _repo.Commit("main");
        Assert.Throws<InvalidOperationException>(() => _repo.Git("merge", "side"));

        var output = Run("recover").Output;

        Assert.Contains("conflict src/Parser.cs", output, StringComparison.Ordinal);
        Assert.Contains("now        a merge is in the middle: finish or abort it", output, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_a_packet_the_commits_and_changes_are_told()
    {
        using var repo = new TemporaryRepository();
        repo.Write("a.txt", "a");
        var commit = repo.Commit("Begin");
        repo.Write("a.txt", "b");

        var text = Coderelay.Run("recover", repo.Path);
        var json = Schemas.Verify(Schema, Coderelay.Run("recover --format json", repo.Path).Output);

        Assert.Contains($"commits    {commit[..7]} Begin (a.txt)", text.Output, StringComparison.Ordinal);
        Assert.Contains("now        there is no packet and so no next step: read the uncommitted changes", text.Output, StringComparison.Ordinal);
        Assert.Contains("coderelay init", text.Error, StringComparison.Ordinal);
        Assert.Equal(JsonValueKind.Null, json.GetProperty("packet").ValueKind);
    }

    [Fact]
    public void Outside_git_on_an_unborn_branch_and_on_a_detached_head_it_is_of_use()
    {
        using var directory = new TemporaryDirectory();
        directory.Write("HANDOFF.md", ReadyPacket.Text);
        using var unborn = new TemporaryRepository();
        unborn.Write("HANDOFF.md", ReadyPacket.Text);
        _repo.Git("checkout", "--quiet", "--detach");

        var outside = Coderelay.Run("recover", directory.Path);
        var born = Coderelay.Run("recover", unborn.Path);
        var detached = Run("recover");

        Assert.All([outside, born, detached], result => Assert.Equal(ExitCode.Success, result.ExitCode));
        Assert.All([outside, born, detached], result => Assert.Contains("next       1. Keep the last line in src/Parser.cs", result.Output, StringComparison.Ordinal));
        Assert.Contains("head       main at no commit yet", born.Output, StringComparison.Ordinal);
        Assert.Contains("head       detached at ", detached.Output, StringComparison.Ordinal);
        Schemas.Verify(Schema, Coderelay.Run("recover --format json", directory.Path).Output);
        Schemas.Verify(Schema, Coderelay.Run("recover --format json", unborn.Path).Output);
    }

    public void Dispose()
    {
        _repo.Dispose();
        _home.Dispose();
    }

    private ProcessResult Run(string line, string input = "") =>
        Coderelay.Run(line.Split(' '), _repo.Path, input, new Dictionary<string, string?> { ["AGENT_HANDOFF_ROOT"] = Path.Combine(_home.Path, "inbox"), ["CLAUDE_PROJECT_DIR"] = null });
}
