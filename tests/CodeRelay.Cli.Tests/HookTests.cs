using System.Text.Json;

namespace CodeRelay.Cli.Tests;

/// <summary>`coderelay hook` as runtimes call it: recorded calls on standard input, every byte of the answer looked at.</summary>
public sealed class HookTests
{
    private const string Request =
        "Before stopping, bring it up to date in less than a page: the current goal in one sentence, what is still in progress, the next 3 concrete steps, the files that matter most, bugs and blockers. What was done belongs in git log.";

    private const string Handoff = "# Handoff\n\n## Current Goal\n\nShip the importer.\n\n## In Progress\n\nParser of dates.\n\n## Next 3 Steps\n\n1. Finish `src/a.cs`.\n\n## Important Files\n\n- `src/a.cs`\n\n## Blockers\n\nNone.\n";

    public static TheoryData<string> Runtimes => ["claude-code", "codex"];

    [Theory]
    [MemberData(nameof(Runtimes))]
    public void A_session_is_held_up_once_and_in_the_runtimes_own_words(string runtime)
    {
        using var repository = Create();
        AssertSilent(Hook(repository, runtime, "stop", Call(runtime, "Stop"), age: 0));
        Start(repository, runtime);
        AssertSilent(Hook(repository, runtime, "stop", Call(runtime, "Stop")));

        repository.Write("src/a.cs", "two\n");
        AssertSilent(Hook(repository, runtime, "stop", Call(runtime, "Stop"), ("CODERELAY_DISABLED", "1")));
        AssertSilent(Hook(repository, runtime, "stop", Call(runtime, "Stop").Replace("\"stop_hook_active\":false", "\"stop_hook_active\":true", StringComparison.Ordinal)));
        File.SetLastWriteTimeUtc(Path.Combine(repository.Path, "HANDOFF.md"), DateTime.UtcNow);
        var blocked = Hook(repository, runtime, "stop", Call(runtime, "Stop"));
        var second = Hook(repository, runtime, "stop", Call(runtime, "Stop"));

        Assert.Equal(
            new ProcessResult(0, $$"""{"decision":"block","reason":"HANDOFF.md does not mention what this session changed: 1 uncommitted file (src/a.cs). {{Request}}"}""" + "\n", ""),
            blocked);
        AssertSilent(second);
    }

    [Theory]
    [MemberData(nameof(Runtimes))]
    public void An_update_of_the_packet_lets_the_agent_go(string runtime)
    {
        using var repository = Create();
        Start(repository, runtime);
        repository.Write("src/a.cs", "two\n");
        File.SetLastWriteTimeUtc(Path.Combine(repository.Path, "src", "a.cs"), DateTime.UtcNow.AddSeconds(-2));
        repository.Write("HANDOFF.md", Handoff + "\nDates are done.\n");

        AssertSilent(Hook(repository, runtime, "stop", Call(runtime, "Stop")));
    }

    [Theory]
    [MemberData(nameof(Runtimes))]
    public void Without_a_record_five_minutes_decide(string runtime)
    {
        using var repository = Create();

        AssertSilent(Hook(repository, runtime, "stop", Call(runtime, "Stop"), age: 290));
        var old = Hook(repository, runtime, "stop", Call(runtime, "Stop"), age: 301);

        Assert.Equal(new ProcessResult(0, $$"""{"decision":"block","reason":"HANDOFF.md was last changed 5 minutes ago. {{Request}}"}""" + "\n", ""), old);
    }

    [Theory]
    [MemberData(nameof(Runtimes))]
    public void The_briefing_at_the_start_is_one_object_with_the_keys_that_runtimes_take(string runtime)
    {
        using var repository = Create();

        var start = Hook(repository, runtime, "session-start", Call(runtime, "SessionStart"));

        Assert.Equal((0, ""), (start.ExitCode, start.Error));
        using var json = JsonDocument.Parse(start.Output);
        var specific = Assert.Single(json.RootElement.EnumerateObject());
        Assert.Equal("hookSpecificOutput", specific.Name);
        Assert.Equal(["hookEventName", "additionalContext"], specific.Value.EnumerateObject().Select(member => member.Name));
    }

    [Theory]
    [InlineData("pre-compact")]
    [InlineData("session-end")]
    public void Other_events_are_taken_and_not_answered(string name)
    {
        using var repository = Create();

        AssertSilent(Hook(repository, "claude", name, Call("claude-code", "SessionEnd")));
    }

    [Fact]
    public void Fifty_stops_at_once_hold_up_one()
    {
        using var repository = Create();
        Start(repository, "codex");
        repository.Write("src/a.cs", "two\n");

        var answers = new ProcessResult[50];
        Parallel.For(0, answers.Length, new ParallelOptions { MaxDegreeOfParallelism = 50 }, i => answers[i] = Hook(repository, "codex", "stop", Call("codex", "Stop")));

        Assert.All(answers, answer => Assert.Equal((0, ""), (answer.ExitCode, answer.Error)));
        var only = Assert.Single(answers, answer => answer.Output.Length > 0);
        Assert.StartsWith("{\"decision\":\"block\"", only.Output, StringComparison.Ordinal);
        AssertSilent(Hook(repository, "codex", "stop", Call("codex", "Stop")));
        Assert.DoesNotContain(Directory.GetFiles(Path.Combine(repository.Path, ".git", "coderelay", "sessions")), file => file.EndsWith(".tmp", StringComparison.Ordinal));
    }

    [Fact]
    public void Many_starts_at_once_leave_a_record_that_can_be_read()
    {
        using var repository = Create();

        Parallel.For(0, 16, new ParallelOptions { MaxDegreeOfParallelism = 16 }, _ => Start(repository, "codex"));

        AssertSilent(Hook(repository, "codex", "stop", Call("codex", "Stop")));
        repository.Write("src/a.cs", "two\n");
        Assert.StartsWith("{\"decision\":\"block\"", Hook(repository, "codex", "stop", Call("codex", "Stop")).Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_git_on_path_the_hook_is_silent()
    {
        using var repository = Create();
        using var bin = new TemporaryDirectory();
        Start(repository, "codex");
        repository.Write("src/a.cs", "two\n");
        var dotnet = Path.GetDirectoryName(CodeRelay.Files.ExecutableFinder.Find("dotnet"))!;

        AssertSilent(Hook(repository, "codex", "stop", Call("codex", "Stop"), ("PATH", bin.Path), ("DOTNET_ROOT", dotnet)));
        AssertSilent(Hook(repository, "codex", "stop", "{}", age: 4000, ("PATH", bin.Path), ("DOTNET_ROOT", dotnet)));
    }

    [Theory]
    [InlineData("hook stop --runtime nonsense", "unknown runtime 'nonsense'; valid are claude-code, codex")]
    [InlineData("hook stopp --runtime codex", "stopp")]
    [InlineData("hook stop", "--runtime")]
    [InlineData("hook stop --runtime codex --verbose", "--verbose")]
    public void A_wrong_line_says_so_and_does_not_hold_the_agent_up(string line, string expected)
    {
        using var repository = Create();

        var result = Coderelay.Run(line, repository.Path);

        Assert.Equal((1, ""), (result.ExitCode, result.Output));
        Assert.Contains(expected, result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_background_hook_objects_by_exit_code_and_standard_error()
    {
        using var repository = Create();

        var result = Coderelay.Run(["hook", "stop", "--runtime", "claude-code", "--rewake"], repository.Path, Call("claude-code", "Stop").Replace("{cwd}", "", StringComparison.Ordinal));

        Assert.Equal((2, ""), (result.ExitCode, result.Output));
        Assert.StartsWith("HANDOFF.md was last changed 60 minutes ago.", result.Error, StringComparison.Ordinal);
    }

    private static TemporaryRepository Create()
    {
        var repository = new TemporaryRepository();
        repository.Write("HANDOFF.md", Handoff);
        repository.Write("src/a.cs", "one\n");
        repository.Commit("begin");
        foreach (var file in new[] { "HANDOFF.md", "src/a.cs" })
            File.SetLastWriteTimeUtc(Path.Combine(repository.Path, file), DateTime.UtcNow.AddHours(-1));
        return repository;
    }

    private static void Start(TemporaryRepository repository, string runtime) =>
        Assert.Equal(0, Hook(repository, runtime, "session-start", Call(runtime, "SessionStart")).ExitCode);

    /// <summary>The call as the runtime of that name sends it.</summary>
    private static string Call(string runtime, string name) => File.ReadAllText(SourceTree.Path($"tests/CodeRelay.Cli.Tests/Fixtures/Hooks/{runtime}.{name}.json"));

    private static ProcessResult Hook(TemporaryRepository repository, string runtime, string name, string call, params (string Name, string Value)[] environment) =>
        Hook(repository, runtime, name, call, age: null, environment);

    private static ProcessResult Hook(TemporaryRepository repository, string runtime, string name, string call, int? age, params (string Name, string Value)[] environment)
    {
        if (age is not null)
            File.SetLastWriteTimeUtc(Path.Combine(repository.Path, "HANDOFF.md"), DateTime.UtcNow.AddSeconds(-age.Value));
        var cwd = JsonEncodedText.Encode(repository.Path).ToString();
        return Coderelay.Run(["hook", name, "--runtime", runtime], repository.Path, call.Replace("{cwd}", cwd, StringComparison.Ordinal), environment.ToDictionary(pair => pair.Name, pair => (string?)pair.Value));
    }

    private static void AssertSilent(ProcessResult result) => Assert.Equal(new ProcessResult(0, "", ""), result);
}
