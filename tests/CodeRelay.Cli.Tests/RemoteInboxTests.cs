using System.Text.Json;
using CodeRelay.Cli.CommandLine;

namespace CodeRelay.Cli.Tests;

public sealed class RemoteInboxTests : IDisposable
{
    private const string Body = "# Handoff\n\n## Immediate next action\nRun `make check` and read its first line.\n";

    private readonly TemporaryDirectory _machines = new();
    private readonly TemporaryRepository _repo = new("app");

    public RemoteInboxTests()
    {
        _repo.Commit("One");
        _repo.Git("init", "--quiet", "--bare", Host);
        _repo.Git("remote", "add", "origin", Host);
        _repo.Git("push", "--quiet", "origin", "main");
        _repo.Git("clone", "--quiet", "--branch", "main", Host, Laptop);
    }

    private string Host => Path.Combine(_machines.Path, "host.git");

    private string Laptop => Path.Combine(_machines.Path, "other", "app-laptop");

    [Fact]
    public void A_handoff_reaches_a_clone_on_another_machine_and_leaves_nothing_on_the_remote()
    {
        var sent = Schemas.Verify("schemas/handoff-1.schema.json", Run("handoff --remote origin --to app-laptop --no-review --format json", _repo.Path, Body).Output);
        Assert.StartsWith("refs/coderelay/inbox/app-laptop/", sent.GetProperty("ref").GetString(), StringComparison.Ordinal);
        Assert.Contains("refs/coderelay/inbox", _repo.Git("ls-remote", "origin"), StringComparison.Ordinal);

        var taken = Schemas.Verify("schemas/inbox-1.schema.json", Run("inbox take --remote origin --format json", Laptop).Output);

        Assert.Equal(sent.GetProperty("sentinel").GetString(), taken.GetProperty("sentinel").GetString());
        Assert.Contains("make check", taken.GetProperty("body").GetString(), StringComparison.Ordinal);
        Assert.DoesNotContain("refs/coderelay", _repo.Git("ls-remote", "origin"), StringComparison.Ordinal);
        Assert.DoesNotContain(Directory.GetFiles(InboxOf(Laptop), "*", SearchOption.AllDirectories), file => !file.Contains($"{Path.DirectorySeparatorChar}read{Path.DirectorySeparatorChar}", StringComparison.Ordinal));
        Assert.Equal("", Run("inbox take --remote origin", Laptop).Output);
    }

    [Fact]
    public void Fetching_under_another_name_brings_it_into_the_inbox_of_this_clone()
    {
        Run("handoff --remote origin --to the-night-shift --no-review", _repo.Path, Body);

        Assert.Equal("", Run("inbox fetch --remote origin", Laptop).Output);
        var path = Run("inbox fetch --remote origin --as the-night-shift", Laptop).Output.TrimEnd('\n');

        Assert.True(File.Exists(path));
        Assert.Contains("make check", Start(Laptop).Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_session_starts_with_what_waits_on_the_configured_remote()
    {
        Run("handoff --remote origin --to app-laptop --no-review", _repo.Path, Body);
        Assert.Equal("", Start(Laptop).Output);

        File.WriteAllText(Path.Combine(Laptop, "coderelay.yml"), "relay:\n  remote: origin\n");

        Assert.Contains("1 UNTRUSTED handoff(s) for app-laptop", Start(Laptop).Output, StringComparison.Ordinal);
        Assert.Equal("", Start(Laptop).Output);
    }

    [Fact]
    public void A_remote_that_does_not_answer_is_silent_at_a_start_and_said_by_the_command()
    {
        Directory.Delete(Host, recursive: true);
        File.WriteAllText(Path.Combine(Laptop, "coderelay.yml"), "relay:\n  remote: origin\n");

        Assert.Equal((0, "", ""), (Start(Laptop).ExitCode, Start(Laptop).Output, Start(Laptop).Error));
        var result = Run("inbox take --remote origin", Laptop);
        Assert.Equal(ExitCode.Environment, result.ExitCode);
        Assert.NotEmpty(result.Error);
        Assert.Equal(ExitCode.Usage, Run("inbox fetch --remote nobody", Laptop).ExitCode);
        Assert.Equal(ExitCode.Environment, Run("handoff --remote origin --no-review", Laptop, Body).ExitCode);
    }

    [Fact]
    public void Old_refs_go_only_when_asked_twice()
    {
        Run("handoff --remote origin --to nobody --no-review", _repo.Path, Body);

        Assert.Contains("would remove refs/coderelay/inbox/nobody/", Run("inbox gc --remote origin --older-than 0m", _repo.Path).Output, StringComparison.Ordinal);
        Assert.Contains("refs/coderelay", _repo.Git("ls-remote", "origin"), StringComparison.Ordinal);
        Assert.Contains("removed refs/coderelay/inbox/nobody/", Run("inbox gc --remote origin --older-than 0m --yes", _repo.Path).Output, StringComparison.Ordinal);
        Assert.DoesNotContain("refs/coderelay", _repo.Git("ls-remote", "origin"), StringComparison.Ordinal);
    }

    [Fact]
    public void What_says_it_belongs_to_a_repository_of_another_machine_is_shown_all_the_same()
    {
        Put("20200101T000000Z-from-x.md", "---\nname: Elsewhere\nrepository: /other/machine/.git\n---\n" + Body);

        Assert.Contains("--- Elsewhere\n", Run("inbox take --remote origin", Laptop).Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Refs_that_hold_no_handoff_keep_none_away()
    {
        var tree = _repo.Git("rev-parse", "HEAD^{tree}").Trim();
        var refs = string.Concat(Enumerable.Range(0, 120).Select(i => $"create refs/coderelay/inbox/app-laptop/20200101T00{i / 60:00}{i % 60:00}Z-from-x.md {tree}\n"));
        ProcessRunner.Run("git", ["update-ref", "--stdin"], Host, refs);
        Run("handoff --remote origin --to app-laptop --no-review", _repo.Path, Body);

        Assert.Contains("make check", Run("inbox take --remote origin", Laptop).Output, StringComparison.Ordinal);
    }

    private void Put(string id, string content)
    {
        _repo.Write("content", content);
        var blob = _repo.Git("hash-object", "-w", "content").Trim();
        _repo.Git("push", "--quiet", "origin", $"{blob}:refs/coderelay/inbox/app-laptop/{id}");
    }

    // Two machines, two homes.
    private string InboxOf(string clone) => Path.Combine(_machines.Path, clone == Laptop ? "inbox-laptop" : "inbox-desk");

    private ProcessResult Run(string arguments, string clone, string input = "") => Coderelay.Run(arguments.Split(' '), clone, input, Variables(clone));

    private ProcessResult Start(string clone) =>
        Coderelay.Run(["hook", "session-start", "--runtime", "codex"], clone, $"{{\"session_id\": \"{Guid.NewGuid():N}\", \"cwd\": {JsonSerializer.Serialize(clone)}, \"hook_event_name\": \"SessionStart\", \"source\": \"startup\"}}", Variables(clone));

    private Dictionary<string, string?> Variables(string clone) => new() { ["AGENT_HANDOFF_ROOT"] = InboxOf(clone), ["CLAUDE_PROJECT_DIR"] = null };

    public void Dispose()
    {
        _repo.Dispose();
        _machines.Dispose();
    }
}
