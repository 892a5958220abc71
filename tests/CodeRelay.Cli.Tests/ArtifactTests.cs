using System.Diagnostics;
using System.Text.Json;
using CodeRelay.Cli.CommandLine;

namespace CodeRelay.Cli.Tests;

public sealed class ArtifactTests : IDisposable
{
    private const string Schema = "schemas/agentops-handoff.schema.json";

    private const string Body = """
        # Handoff — Retry the login once

        ## Status as of 2026-06-01

        The callback is fixed. I finished everything perfectly.

        ## Immediate next action

        Write the expiry test in `src/login.cs`, then run `make check`.

        ## Decisions made (with evidence)

        - One retry, because the provider locks accounts (src/login.cs:1)
        - Retries are not logged

        ## Open follow-ups

        1. The provider's rate limit is not known

        ## What NOT to do on resume

        Do not retry twice.

        """;

    private readonly TemporaryRepository _repo = new("app");
    private readonly TemporaryDirectory _home = new();

    public ArtifactTests()
    {
        _repo.Write("src/login.cs", "// login\n");
        _repo.Write("HANDOFF.md", ReadyPacket.Text);
        _repo.Commit("Begin the login");
    }

    private string Folder => Path.Combine(_repo.Path, ".agents", "handoff");

    [Fact]
    public void An_artifact_is_what_the_schema_says_and_lies_where_its_reader_looks()
    {
        _repo.Write("src/retry.cs", "// retry\n");
        var done = _repo.Commit("Retry once when the state has expired");
        _repo.Write("src/login.cs", "// login, again\n");

        var result = Run("handoff --artifact --no-review --bead ao-12", Body);

        Assert.Equal((ExitCode.Success, ""), (result.ExitCode, result.Error));
        var path = result.Output.TrimEnd('\n').Split('\n')[^1];
        Assert.Equal(Folder, Path.GetDirectoryName(path));
        var json = Schemas.Verify(Schema, File.ReadAllText(path));
        Assert.Equal(Path.GetFileNameWithoutExtension(path), Text(json, "id"));
        Assert.Equal(("Retry the login once", "Write the expiry test in `src/login.cs`, then run `make check`.", "manual"), (Text(json, "goal"), Text(json, "continuation"), Text(json, "type")));
        Assert.Equal(["One retry, because the provider locks accounts (src/login.cs:1)", "Retries are not logged"], List(json, "decisions_made"));
        Assert.Equal(["The provider's rate limit is not known"], List(json, "open_risks"));
        Assert.Equal(["src/login.cs", "src/retry.cs"], List(json, "artifacts_produced"));
        var state = json.GetProperty("state");
        Assert.Equal(("main", true, "ao-12"), (Text(state, "git_branch"), state.GetProperty("git_dirty").GetBoolean(), Text(state, "active_bead")));
        Assert.Equal(["src/login.cs"], List(state, "modified_files"));
        Assert.Equal([$"{done[..7]} Retry once when the state has expired", $"{_repo.Git("rev-parse", "HEAD~1")[..7]} Begin the login"], List(state, "recent_commits"));
        if (!OperatingSystem.IsWindows())
            Assert.Equal("-rw-r--r--", Mode(path));
    }

    [Fact]
    public void The_summary_says_pause_last_action_and_what_git_knows_was_accomplished()
    {
        _repo.Write("src/retry.cs", "// retry\n");
        var done = _repo.Commit("Retry once when the state has expired");

        var summary = Text(DryRun(Body), "summary").Split('\n');

        Assert.StartsWith("Status: between tasks", summary[0], StringComparison.Ordinal);
        Assert.Equal($"Last action: commit {done[..7]} Retry once when the state has expired", summary[1]);
        Assert.Contains($"- {done[..7]} Retry once when the state has expired", summary);
        Assert.DoesNotContain(summary, line => line.Contains("Begin the login", StringComparison.Ordinal));
        Assert.Contains(summary, line => line.Contains("Do not retry twice", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("Blocked on the vendor's key", "Status: Blocked on the vendor's key")]
    [InlineData("Status: Between tasks", "Status: Between tasks")]
    [InlineData("Nothing to say.", "Status: paused mid-task")]
    public void The_pause_is_what_the_writer_says_else_what_the_working_tree_shows(string status, string line)
    {
        _repo.Write("src/login.cs", "// again\n");

        Assert.StartsWith(line, Text(DryRun($"## Status as of today\n\n{status}\n\n## Immediate next action\nRun `make`.\n"), "summary"), StringComparison.Ordinal);
    }

    [Fact]
    public void What_was_finished_by_the_writers_own_account_is_no_accomplishment()
    {
        var json = DryRun("## Immediate next action\nRun `make`.\n\n## Done\n\n- Rewrote the whole parser\n");

        Assert.DoesNotContain("Rewrote the whole parser", json.GetRawText(), StringComparison.Ordinal);
    }

    [Fact]
    public void At_most_twenty_files_and_five_commits_are_named()
    {
        for (var i = 0; i < 8; i++)
            _repo.Commit($"Step {i}");
        for (var i = 0; i < 30; i++)
            _repo.Write($"src/f{i:00}.cs", "x");
        _repo.Git("add", "--all");

        var state = DryRun(Body).GetProperty("state");

        Assert.Equal((20, 5), (List(state, "modified_files").Length, List(state, "recent_commits").Length));
    }

    [Fact]
    public void It_comes_from_a_file_or_the_packet_as_well()
    {
        _repo.Write("note.md", "\uFEFF" + Body.Replace("\n", "\r\n", StringComparison.Ordinal));
        _repo.Write("other.cs", "x");

        var fromFile = Schemas.Verify(Schema, Run("handoff --artifact --no-review --dry-run --file note.md").Output);
        var fromPacket = Schemas.Verify(Schema, Run("handoff --artifact --no-review --dry-run --from-packet").Output);

        Assert.Equal(("Retry the login once", 2), (Text(fromFile, "goal"), List(fromFile, "decisions_made").Length));
        Assert.DoesNotContain('\r', Text(fromFile, "continuation"));
        Assert.Contains("Keep the last line in", Text(fromPacket, "continuation"), StringComparison.Ordinal);
        Assert.Contains("accepts files with CRLF", Text(fromPacket, "goal"), StringComparison.Ordinal);
        Assert.False(Directory.Exists(Folder));
    }

    [Fact]
    public void Two_of_one_second_are_two_and_each_has_the_id_of_its_name()
    {
        for (var i = 0; i < 3; i++)
            Run("handoff --artifact --no-review", Body);

        var files = Directory.GetFiles(Folder);
        Assert.Equal(3, files.Length);
        Assert.All(files, file => Assert.Equal(Path.GetFileNameWithoutExtension(file), Text(Schemas.Verify(Schema, File.ReadAllText(file)), "id")));
    }

    [Fact]
    public void Decisions_become_learnings_only_when_asked_and_only_once()
    {
        Run("handoff --artifact --no-review", Body);
        Assert.False(Directory.Exists(Path.Combine(_repo.Path, ".agents", "learnings")));

        var first = Schemas.Verify("schemas/handoff-1.schema.json", Run("handoff --artifact --no-review --learnings --format json", Body).Output);
        var again = Schemas.Verify("schemas/handoff-1.schema.json", Run("handoff --artifact --no-review --learnings --format json", Body).Output);

        Assert.Equal(2, List(first, "learnings").Length);
        Assert.All(List(first, "learnings"), path => Assert.Matches(@"^\.agents/learnings/\d{4}-\d\d-\d\d-handoff-retry-the-login-once-[12]\.md$", path));
        Assert.Contains("One retry, because the provider locks accounts", _repo.Read(List(first, "learnings")[0]), StringComparison.Ordinal);
        Assert.Empty(List(again, "learnings"));
        Assert.Equal(2, Directory.GetFiles(Path.Combine(_repo.Path, ".agents", "learnings")).Length);
    }

    [Theory]
    [InlineData("handoff --artifact --to other")]
    [InlineData("handoff --artifact --remote origin")]
    [InlineData("handoff --artifact --tool x")]
    [InlineData("handoff --learnings")]
    [InlineData("handoff --bead ao-1")]
    [InlineData("inbox take --artifact --all")]
    [InlineData("inbox take x --artifact")]
    [InlineData("import --to app")]
    [InlineData("import --force")]
    public void Options_that_do_not_go_together_are_refused(string line) => Assert.Equal(ExitCode.Usage, Run(line, Body).ExitCode);

    [Fact]
    public void What_a_rule_refuses_is_refused_here_too()
    {
        const string Secret = "## Immediate next action\nUse the key ghp_" + "q7Zt4LmX2vRb9KcN5wHs8JdF3gYp6TaE1uQo for `make`.\n";

        Assert.Equal(ExitCode.Findings, Run("handoff --artifact --no-review", Secret).ExitCode);
        Assert.Equal(ExitCode.Findings, Run("handoff --artifact --no-review", "\0\u0001binary").ExitCode);
        Assert.False(Directory.Exists(Folder));
        var forced = Run("handoff --artifact --no-review --force", Secret).Output.TrimEnd('\n').Split('\n')[^1];
        Assert.Contains("Sent despite errors: RLY6001", File.ReadAllText(forced), StringComparison.Ordinal);
    }

    [Fact]
    public void Outside_git_it_holds_what_the_text_says()
    {
        using var plain = new TemporaryDirectory("plain");

        var written = Coderelay.Run(["handoff", "--artifact", "--no-review"], plain.Path, Body, Variables);

        var json = Schemas.Verify(Schema, File.ReadAllText(written.Output.TrimEnd('\n').Split('\n')[^1]));
        Assert.False(json.TryGetProperty("state", out _));
        Assert.Contains("Retry the login once", Coderelay.Run(["inbox", "take", "--artifact"], plain.Path, "", Variables).Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_linked_worktree_has_artifacts_of_its_own()
    {
        var linked = Path.Combine(Path.GetDirectoryName(_repo.Path)!, "side tree");
        _repo.Git("worktree", "add", "--quiet", "-b", "side", linked);

        var written = Coderelay.Run(["handoff", "--artifact", "--no-review"], linked, Body, Variables);

        Assert.StartsWith(linked, written.Output.TrimEnd('\n').Split('\n')[^1], StringComparison.Ordinal);
        Assert.Contains("no artifact waits", Run("inbox take --artifact").Error, StringComparison.Ordinal);
        Assert.Contains("branch:  side (handoff) | side (current)", Coderelay.Run(["inbox", "take", "--artifact"], linked, "", Variables).Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_directory_that_cannot_be_written_is_said()
    {
        if (OperatingSystem.IsWindows() || Environment.UserName == "root")
            return;
        var agents = Directory.CreateDirectory(Path.Combine(_repo.Path, ".agents"));
        File.SetUnixFileMode(agents.FullName, UnixFileMode.UserRead | UnixFileMode.UserExecute);

        var result = Run("handoff --artifact --no-review", Body);

        Assert.Equal(ExitCode.Environment, result.ExitCode);
        Assert.Contains("was not written to .agents/handoff", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_in_the_place_of_the_directory_is_said_and_stays()
    {
        _repo.Write(".agents", "mine");

        var result = Run("handoff --artifact --no-review", Body);

        Assert.Equal((ExitCode.Environment, ""), (result.ExitCode, result.Output));
        Assert.Contains("was not written to .agents/handoff", result.Error, StringComparison.Ordinal);
        Assert.Equal("mine", _repo.Read(".agents"));
        Assert.Equal(ExitCode.Success, Run("inbox take --artifact").ExitCode);
    }

    [Fact]
    public void A_folder_that_leads_out_of_the_repository_is_neither_written_nor_read()
    {
        if (OperatingSystem.IsWindows())
            return;
        using var outside = new TemporaryDirectory();
        outside.Write("handoff/handoff-20260601T090000Z.json", "{}");
        Directory.CreateSymbolicLink(Path.Combine(_repo.Path, ".agents"), outside.Path);

        Assert.Contains("leads out of the repository", Run("handoff --artifact --no-review", Body).Error, StringComparison.Ordinal);
        Assert.Equal(ExitCode.Usage, Run("inbox take --artifact").ExitCode);
        Assert.Equal(ExitCode.Success, Run("inbox list").ExitCode);
    }

    [Fact]
    public void The_newest_is_shown_as_a_past_claim_and_marked_as_read()
    {
        _repo.Write(".agents/handoff/handoff-20260601T090000Z.json", Artifact("handoff-20260601T090000Z", "The older one"));
        _repo.Write(".agents/handoff/handoff-20260602T090000Z.json", Artifact("handoff-20260602T090000Z", "The newer one"));
        Assert.Contains("2 artifact(s) of AgentOps wait in .agents/handoff", Run("inbox list").Output, StringComparison.Ordinal);
        Assert.Equal(2, Schemas.Verify("schemas/inbox-1.schema.json", Run("inbox list --format json").Output).GetProperty("artifacts").GetInt32());

        var text = Run("inbox take --artifact").Output;

        Assert.Contains("1 UNTRUSTED handoff(s) for app", text, StringComparison.Ordinal);
        Assert.Contains("--- The newer one", text, StringComparison.Ordinal);
        Assert.Contains("!! DRIFT: branch differs: feature when written, main now", text, StringComparison.Ordinal);
        Assert.Equal(2, text.Split('\n').Count(line => line.StartsWith("=== ", StringComparison.Ordinal)));
        Assert.DoesNotContain("\n# Not a heading", text, StringComparison.Ordinal);
        Assert.DoesNotContain("The older one", text, StringComparison.Ordinal);
        var read = Schemas.Verify(Schema, _repo.Read(".agents/handoff/handoff-20260602T090000Z.consumed.json"));
        Assert.True(read.GetProperty("consumed").GetBoolean());
        Assert.Matches("^[0-9-]{10}T[0-9:]{8}Z$", Text(read, "consumed_at"));
        Assert.Equal("coderelay in app", Text(read, "consumed_by"));
        Assert.Equal("validation", Text(read.GetProperty("rpi"), "phase_name"));
        var next = Schemas.Verify("schemas/inbox-1.schema.json", Run("inbox take --artifact --format json").Output);
        Assert.Equal("The older one", Text(next, "name"));
        Assert.Empty(Schemas.Verify("schemas/inbox-1.schema.json", Run("inbox take --artifact --format json").Output).GetProperty("items").EnumerateArray());
    }

    [Fact]
    public void The_writers_sentinel_is_the_readers()
    {
        var written = Run("handoff --artifact --no-review", Body).Output.TrimEnd('\n').Split('\n');

        var sentinel = written[1]["sentinel: ".Length..];
        Assert.Equal(ExitCode.Success, Run($"inbox verify {sentinel}").ExitCode);
        var shown = Run("inbox take --artifact").Output;
        Assert.Contains(sentinel, shown, StringComparison.Ordinal);
        Assert.DoesNotContain("DRIFT", shown, StringComparison.Ordinal);
        Assert.Contains(".consumed.json", Run($"inbox verify {sentinel}").Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{ \"schema_version\": 1, ")]
    [InlineData("{\"schema_version\":2,\"id\":\"x\",\"created_at\":\"2026-06-01T09:00:00Z\",\"type\":\"manual\",\"consumed\":false}")]
    [InlineData("\0\u0001\u0002")]
    public void A_damaged_one_is_shown_as_it_stands_and_holds_up_no_other(string content)
    {
        _repo.Write(".agents/handoff/handoff-20260602T090000Z.json", content);
        _repo.Write(".agents/handoff/handoff-20260601T090000Z.json", Artifact("handoff-20260601T090000Z", "The older one"));

        Assert.Contains("!! WARNING: malformed artifact", Run("inbox take --artifact").Output, StringComparison.Ordinal);
        Assert.True(_repo.Exists(".agents/handoff/handoff-20260602T090000Z.consumed.json"));
        Assert.Contains("The older one", Run("inbox take --artifact").Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_reader_that_is_killed_before_it_has_shown_all_loses_nothing()
    {
        if (OperatingSystem.IsWindows())
            return;
        _repo.Write(".agents/handoff/handoff-20260602T090000Z.json", Artifact("handoff-20260602T090000Z", "Long", new string('x', 5_000_000)));
        using (var reader = StartTake())
        {
            // The pipe holds less than the artifact, so the reader waits with its claim.
            reader.StandardOutput.BaseStream.ReadExactly(new byte[100]);
            Assert.True(_repo.Exists(".agents/handoff/handoff-20260602T090000Z.consuming.json"));
            Assert.Contains("no artifact waits", Run("inbox take --artifact").Error, StringComparison.Ordinal);
            Assert.Contains("leased by a reader that has not finished", Run("inbox list").Output, StringComparison.Ordinal);
            reader.Kill();
            reader.WaitForExit();
        }

        var text = Run("inbox take --artifact").Output;

        Assert.Contains("--- Long", text, StringComparison.Ordinal);
        Assert.True(text.Length > 5_000_000);
        Assert.Equal(["handoff-20260602T090000Z.consumed.json"], Directory.GetFileSystemEntries(Folder).Select(Path.GetFileName));
    }

    [Fact]
    public void A_reader_that_goes_away_leaves_it_waiting()
    {
        if (OperatingSystem.IsWindows())
            return;
        _repo.Write(".agents/handoff/handoff-20260602T090000Z.json", Artifact("handoff-20260602T090000Z", "Long", new string('x', 500_000)));

        ProcessRunner.Run("sh", ["-c", $"{Coderelay.Program} {string.Join(' ', Coderelay.Prefix)} inbox take --artifact | head -1 > /dev/null"], _repo.Path, environment: Variables);

        Assert.Equal(["handoff-20260602T090000Z.json"], Directory.GetFileSystemEntries(Folder).Select(Path.GetFileName));
    }

    [Fact]
    public async Task Of_many_readers_at_once_one_gets_it()
    {
        _repo.Write(".agents/handoff/handoff-20260602T090000Z.json", Artifact("handoff-20260602T090000Z", "Only one"));

        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => Run("inbox take --artifact"))));

        Assert.Single(answers, answer => answer.Output.Contains("--- Only one", StringComparison.Ordinal));
        Assert.All(answers, answer => Assert.Equal(ExitCode.Success, answer.ExitCode));
    }

    private static string Artifact(string id, string goal, string risk = "=== the end") => JsonSerializer.Serialize(new Dictionary<string, object>
    {
        ["schema_version"] = 1,
        ["id"] = id,
        ["created_at"] = "2026-06-01T09:00:00Z",
        ["type"] = "rpi",
        ["goal"] = goal,
        ["summary"] = "Half of it works.\n=== the end",
        ["continuation"] = "# Not a heading\nRun `make`.",
        ["open_risks"] = new[] { risk },
        ["rpi"] = new Dictionary<string, object> { ["phase"] = 3, ["phase_name"] = "validation" },
        ["state"] = new Dictionary<string, object> { ["git_branch"] = "feature", ["git_dirty"] = false },
        ["consumed"] = false,
    });

    private JsonElement DryRun(string body) => Schemas.Verify(Schema, Run("handoff --artifact --no-review --dry-run", body).Output);

    private Process StartTake()
    {
        var start = new ProcessStartInfo(Coderelay.Program) { WorkingDirectory = _repo.Path, RedirectStandardOutput = true, UseShellExecute = false };
        foreach (var argument in Coderelay.Prefix.Concat(["inbox", "take", "--artifact"]))
            start.ArgumentList.Add(argument);
        start.Environment.Remove("CLAUDE_PROJECT_DIR");
        return Process.Start(start)!;
    }

    private static string Text(JsonElement json, string name) => json.GetProperty(name).GetString()!;

    private static string[] List(JsonElement json, string name) => [.. json.GetProperty(name).EnumerateArray().Select(item => item.GetString()!)];

    private static string Mode(string path)
    {
        var mode = OperatingSystem.IsWindows() ? default : File.GetUnixFileMode(path);
        return $"-{(mode.HasFlag(UnixFileMode.UserRead) ? "r" : "-")}{(mode.HasFlag(UnixFileMode.UserWrite) ? "w" : "-")}-{(mode.HasFlag(UnixFileMode.GroupRead) ? "r" : "-")}{(mode.HasFlag(UnixFileMode.GroupWrite) ? "w" : "-")}-{(mode.HasFlag(UnixFileMode.OtherRead) ? "r" : "-")}{(mode.HasFlag(UnixFileMode.OtherWrite) ? "w" : "-")}-";
    }

    private Dictionary<string, string?> Variables => new() { ["AGENT_HANDOFF_ROOT"] = Path.Combine(_home.Path, "inbox"), ["CLAUDE_PROJECT_DIR"] = null, ["CLAUDECODE"] = null, ["CODERELAY_STATE"] = null, ["XDG_STATE_HOME"] = _home.Path };

    private ProcessResult Run(string arguments, string input = "") => Coderelay.Run(arguments.Split(' '), _repo.Path, input, Variables);

    public void Dispose()
    {
        _repo.Dispose();
        _home.Dispose();
    }
}
