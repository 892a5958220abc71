using System.Text.Json;
using CodeRelay.Cli.CommandLine;

namespace CodeRelay.Cli.Tests;

public sealed class HandoffTests : IDisposable
{
    private const string Body = "# Handoff — Login retry\n\n## Immediate next action\nRun `make check` and read its first line.\n";

    private readonly TemporaryRepository _repo = new("app");
    private readonly TemporaryDirectory _home = new();

    public HandoffTests() => _repo.Commit("Read dates with offsets");

    private string Inbox => Path.Combine(_home.Path, "inbox");

    [Fact]
    public void Its_last_lines_are_the_sentinel_and_the_path()
    {
        var result = Run("handoff --topic login", Body);

        Assert.Equal((ExitCode.Success, ""), (result.ExitCode, result.Error));
        var lines = result.Output.TrimEnd('\n').Split('\n');
        Assert.StartsWith("DONE: ", lines[0], StringComparison.Ordinal);
        Assert.Contains("can be cleared", lines[0], StringComparison.Ordinal);
        Assert.Matches("^sentinel: hs-[a-z2-9]{10}$", lines[1]);
        Assert.True(File.Exists(lines[2]));
        Assert.Matches(@"/app/unread/\d{8}T\d{6}Z-from-app-login\.md$", lines[2]);
        Assert.Equal(ExitCode.Success, Run($"inbox verify {lines[1]["sentinel: ".Length..]}").ExitCode);
        Assert.Equal(ExitCode.Findings, Run("inbox verify hs-aaaaaaaaaa").ExitCode);
    }

    [Fact]
    public void A_file_is_held_against_the_format()
    {
        var path = Run("handoff --no-review", Body).Output.TrimEnd('\n').Split('\n')[^1];
        Assert.Equal(ExitCode.Success, Run(["inbox", "verify", path]).ExitCode);

        File.WriteAllText(path, File.ReadAllText(path).Replace("\nbranch: ", "\nbranches: ", StringComparison.Ordinal));
        var result = Run(["inbox", "verify", path]);

        Assert.Equal(ExitCode.Findings, result.ExitCode);
        Assert.Contains("the field 'branch' is missing or empty", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void An_automatic_handoff_that_cannot_be_written_lets_the_stop_be_judged()
    {
        _repo.Write("HANDOFF.md", "# Handoff\n\n## Next\n\n1. Write the test for CR LF in `a.cs`.\n");
        _repo.Write("coderelay.yml", "relay:\n  automatic: [stop]\n");
        _repo.Commit("Hand over");
        Start("claude-code", _repo.Path, "s1");
        _repo.Write("a.cs", "2");
        File.WriteAllText(Inbox, "a file where the directory should be");

        Assert.Contains("\"decision\":\"block\"", Hook("stop", "claude-code", _repo.Path, "Stop").Output, StringComparison.Ordinal);
    }

    [Fact]
    public void An_automatic_handoff_of_a_session_that_said_nothing_quotes_nothing()
    {
        _repo.Write("HANDOFF.md", "# Handoff\n\n## Next\n\n1. Write the test for CR LF in `a.cs`.\n");
        _repo.Commit("Hand over");

        Hook("pre-compact", "claude-code", _repo.Path, "PreCompact");

        Assert.DoesNotContain("Reader instruction", File.ReadAllText(Assert.Single(Directory.GetFiles(Inbox, "*.md", SearchOption.AllDirectories))), StringComparison.Ordinal);
    }

    [Fact]
    public void Scripts_get_the_same_as_json()
    {
        var json = Schemas.Verify("schemas/handoff-1.schema.json", Run("handoff --format json --no-review", Body).Output);

        Assert.True(File.Exists(json.GetProperty("path").GetString()));
        Assert.Equal("app", json.GetProperty("to").GetString());
    }

    [Fact]
    public void The_text_can_come_from_a_file_and_is_the_same()
    {
        _repo.Write("note.md", Body);

        var fromFile = Run("handoff --file note.md --no-review");
        var fromInput = Run("handoff --no-review", Body);

        Assert.Equal(fromFile.Output.Split('\n')[1], fromInput.Output.Split('\n')[1]);
        Assert.Equal(2, Directory.GetFiles(Inbox, "*.md", SearchOption.AllDirectories).Length);
    }

    [Fact]
    public void Nothing_to_hand_over_is_said_with_its_reason_and_is_no_error()
    {
        var result = Run("handoff --from-packet");

        Assert.Equal((ExitCode.Success, ""), (result.ExitCode, result.Error));
        Assert.StartsWith("EMPTY: nothing to hand over, no packet", result.Output, StringComparison.Ordinal);
        Assert.False(Directory.Exists(Inbox));
        Assert.Contains("no file is uncommitted", Schemas.Verify("schemas/handoff-1.schema.json", Run("handoff --from-packet --format json").Output).GetProperty("empty").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public void What_it_decided_can_be_entered_into_the_log_of_decisions()
    {
        var result = Run("handoff --decisions --no-review", Body + "\n## Decisions made (with evidence)\n\n- Dates stay in UTC (`src/dates.cs`).\n");

        Assert.Equal(ExitCode.Success, result.ExitCode);
        Assert.Contains($"1 decision(s) added to {Path.Combine(_repo.Path, "DECISIONS.md")}", result.Error, StringComparison.Ordinal);
        Assert.Contains(": Dates stay in UTC", File.ReadAllText(Path.Combine(_repo.Path, "DECISIONS.md")), StringComparison.Ordinal);
    }

    [Fact]
    public void A_dry_run_writes_nothing()
    {
        var result = Run("handoff --dry-run", Body);

        Assert.Contains("name: Login retry", result.Output, StringComparison.Ordinal);
        Assert.False(Directory.Exists(Inbox));
    }

    [Theory]
    [InlineData("# Handoff\n\n## Status\nx\n", "Immediate next action")]
    [InlineData("## Immediate next action\nUse the key ghp_" + "q7Zt4LmX2vRb9KcN5wHs8JdF3gYp6TaE1uQo for `make`.\n", "RLY6001")]
    public void An_error_refuses_it_and_force_is_recorded(string text, string reason)
    {
        var refused = Run("handoff --no-review", text);
        Assert.Equal(ExitCode.Findings, refused.ExitCode);
        Assert.Contains(reason, refused.Error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(Inbox));

        var forced = Run("handoff --no-review --force", text);
        Assert.Equal(ExitCode.Success, forced.ExitCode);
        Assert.Contains("\nforced: ", File.ReadAllText(forced.Output.TrimEnd('\n').Split('\n')[^1]), StringComparison.Ordinal);
    }

    [Fact]
    public void A_warning_is_told_and_refuses_only_where_the_configuration_makes_it_an_error()
    {
        const string Vague = "## Immediate next action\nContinue with the work and finish it.\n";
        var told = Run("handoff --no-review --dry-run", Vague);
        Assert.Equal(ExitCode.Success, told.ExitCode);
        Assert.Contains("RLY4004", told.Error, StringComparison.Ordinal);

        _repo.Write("coderelay.yml", "rules:\n  vague-next-step: error\n");
        Assert.Equal(ExitCode.Findings, Run("handoff --no-review --dry-run", Vague).ExitCode);
    }

    [Fact]
    public void Nobody_is_asked_where_nobody_answers_but_told_what_would_have_been()
    {
        var result = Run("handoff --dry-run", Body + "\n## What NOT to do on resume\n\nLeave the store alone.\n");

        Assert.Contains("review: would ask about 'What NOT to do on resume'", result.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("review:", Run("handoff --dry-run --no-review", Body + "\n## What NOT to do on resume\n\nx\n").Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_linked_worktree_with_an_odd_name_gets_it_at_its_start_and_only_once()
    {
        var linked = Path.Combine(Path.GetDirectoryName(_repo.Path)!, "odd näme, 2");
        _repo.Git("worktree", "add", "--quiet", "-b", "side", linked);
        var written = Run(["handoff", "--to", "odd näme, 2", "--no-review"], Body);
        Assert.Equal("", written.Error);

        var first = Start("codex", linked);
        var context = JsonDocument.Parse(first.Output).RootElement.GetProperty("hookSpecificOutput").GetProperty("additionalContext").GetString();
        Assert.Contains("1 UNTRUSTED handoff(s) for odd näme, 2", context, StringComparison.Ordinal);
        Assert.Contains(written.Output.Split('\n')[1]["sentinel: ".Length..], context, StringComparison.Ordinal);
        Assert.Equal((0, ""), (Start("claude-code", linked).ExitCode, Start("codex", linked).Output));
    }

    [Fact]
    public void Who_is_not_there_yet_is_told_as_a_note()
    {
        var result = Run("handoff --to nobody --no-review", Body);

        Assert.Equal(ExitCode.Success, result.ExitCode);
        Assert.Contains("no worktree is called 'nobody'", result.Error, StringComparison.Ordinal);
        Assert.Contains("no worktree has this name", Run("inbox list --all").Output, StringComparison.Ordinal);
        Assert.True(Schemas.Verify("schemas/inbox-1.schema.json", Run("inbox list --all --format json").Output).GetProperty("items")[0].GetProperty("orphaned").GetBoolean());
    }

    [Fact]
    public void Taking_prints_the_oldest_and_archives_it()
    {
        Run("handoff --no-review --name First", Body);
        Run("handoff --no-review --name Second", Body + "\nmore\n");

        var first = Schemas.Verify("schemas/inbox-1.schema.json", Run("inbox take --format json").Output);
        Assert.Equal("First", first.GetProperty("name").GetString());
        Assert.Contains("make check", first.GetProperty("body").GetString(), StringComparison.Ordinal);
        Assert.Contains("--- Second", Run("inbox take").Output, StringComparison.Ordinal);
        var nothing = Run("inbox take");
        Assert.Equal((ExitCode.Success, ""), (nothing.ExitCode, nothing.Output));
        Assert.Equal(2, Schemas.Verify("schemas/inbox-1.schema.json", Run("inbox list --format json").Output).GetProperty("items").EnumerateArray().Count(item => item.GetProperty("state").GetString() == "read"));
    }

    [Fact]
    public void Showing_and_searching_leave_it_where_it_is()
    {
        Run("handoff --no-review --topic login", Body);

        Assert.Contains("--- Login retry", Run("inbox show 2").Output, StringComparison.Ordinal);
        Assert.Contains("make check", Run("inbox search MAKE").Output, StringComparison.Ordinal);
        Assert.Equal(ExitCode.Findings, Run("inbox search nowhere").ExitCode);
        Assert.Contains("waits", Run("inbox list").Output, StringComparison.Ordinal);
        Assert.Contains("valid are the ids of", Run("inbox show x").Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Only_what_was_read_long_ago_goes_and_only_when_asked_twice()
    {
        Run("handoff --no-review", Body);
        Run("inbox take");
        Run("handoff --no-review", Body);

        Assert.Contains("would remove", Run("inbox gc --older-than 0m").Output, StringComparison.Ordinal);
        Assert.Equal(2, Directory.GetFiles(Inbox, "*.md", SearchOption.AllDirectories).Length);
        Assert.Contains("removed", Run("inbox gc --older-than 0m --yes").Output, StringComparison.Ordinal);
        Assert.Single(Directory.GetFiles(Inbox, "*.md", SearchOption.AllDirectories));
        Assert.Equal(ExitCode.Usage, Run("inbox gc --older-than soon").ExitCode);
    }

    [Fact]
    public void A_reader_that_goes_away_gets_nothing_archived()
    {
        if (OperatingSystem.IsWindows())
            return;
        for (var i = 0; i < 5; i++)
            Run("handoff --no-review", Body + $"\n{i} {new string('x', 60_000)}\n");

        // The pipe holds less than one of them, and the reader leaves after three lines.
        var command = $"{Coderelay.Program} {string.Join(' ', Coderelay.Prefix)}";
        ProcessRunner.Run("sh", ["-c", $"{command} inbox take --all | head -3 > /dev/null"], _repo.Path, environment: Variables);

        Assert.Equal(5, Directory.GetFiles(Inbox, "2*.md", SearchOption.AllDirectories).Count(file => file.Contains("unread", StringComparison.Ordinal)));
        Assert.Empty(Directory.GetFiles(Inbox, ".*", SearchOption.AllDirectories));
    }

    [Fact]
    public void An_inbox_that_cannot_be_written_is_said_and_the_session_starts()
    {
        if (OperatingSystem.IsWindows() || Environment.UserName == "root")
            return;
        var path = Run("handoff --no-review", Body).Output.TrimEnd('\n').Split('\n')[^1];
        File.SetUnixFileMode(Path.GetDirectoryName(path)!, UnixFileMode.UserRead | UnixFileMode.UserExecute);

        var result = Start("claude-code", _repo.Path);

        Assert.Equal(0, result.ExitCode);
        Assert.Contains("cannot be written", result.Output, StringComparison.Ordinal);
        Assert.True(File.Exists(path));
    }

    [Fact]
    public void Before_compaction_the_packet_becomes_a_handoff_for_the_next_start()
    {
        _repo.Write("HANDOFF.md", "# Handoff\n\n## Goal\n\nMake `a.cs` read CR LF.\n\n## Next\n\n1. Write the test for CR LF in `a.cs`.\n");
        _repo.Commit("Hand over");
        for (var i = 0; i < 2; i++)
            Assert.Equal((0, ""), (Hook("pre-compact", "claude-code", _repo.Path, "PreCompact").ExitCode, ""));

        var files = Directory.GetFiles(Inbox, "*.md", SearchOption.AllDirectories);
        Assert.Contains("-auto-pre-compact", Assert.Single(files), StringComparison.Ordinal);
        Assert.Contains("Write the test for CR LF", Start("claude-code", _repo.Path).Output, StringComparison.Ordinal);
    }

    [Fact]
    public void At_a_stop_it_is_written_only_where_the_configuration_says_so()
    {
        _repo.Write("HANDOFF.md", "# Handoff\n\n## Next\n\n1. Write the test for CR LF in `a.cs`.\n");
        _repo.Commit("Hand over");
        Start("claude-code", _repo.Path);
        _repo.Write("a.cs", "2");
        Hook("stop", "claude-code", _repo.Path, "Stop");
        Assert.False(Directory.Exists(Inbox));

        _repo.Write("coderelay.yml", "relay:\n  automatic: [stop]\n");
        Hook("stop", "claude-code", _repo.Path, "Stop", $", \"last_assistant_message\": \"{new string('w', 5000)}\"");

        var text = File.ReadAllText(Directory.GetFiles(Inbox, "*.md", SearchOption.AllDirectories).Single());
        Assert.Contains("> www", text, StringComparison.Ordinal);
        Assert.Equal(1999, text.Count(c => c == 'w') - text.Split("\n\n> ")[0].Count(c => c == 'w'));
    }

    [Fact]
    public void Outside_git_nobody_is_addressed()
    {
        using var plain = new TemporaryDirectory();

        var result = Coderelay.Run(["handoff"], plain.Path, Body, Variables);

        Assert.Equal(ExitCode.Environment, result.ExitCode);
        Assert.Contains("CLAUDE_PROJECT_DIR", result.Error, StringComparison.Ordinal);
    }

    private Dictionary<string, string?> Variables => new() { ["AGENT_HANDOFF_ROOT"] = Inbox, ["CLAUDE_PROJECT_DIR"] = null, ["CLAUDECODE"] = null };

    private ProcessResult Run(string arguments, string input = "") => Run(arguments.Split(' '), input);

    private ProcessResult Run(IEnumerable<string> arguments, string input = "") => Coderelay.Run(arguments, _repo.Path, input, Variables);

    private ProcessResult Start(string runtime, string directory, string? session = null) => Hook("session-start", runtime, directory, "SessionStart", ", \"source\": \"startup\"", session ?? Guid.NewGuid().ToString("N"));

    private ProcessResult Hook(string name, string runtime, string directory, string hookEvent, string more = "", string session = "s1") =>
        Coderelay.Run(["hook", name, "--runtime", runtime], directory, $"{{\"session_id\": \"{session}\", \"cwd\": {JsonSerializer.Serialize(directory)}, \"hook_event_name\": \"{hookEvent}\"{more}}}", Variables);

    public void Dispose()
    {
        _repo.Dispose();
        _home.Dispose();
    }
}
