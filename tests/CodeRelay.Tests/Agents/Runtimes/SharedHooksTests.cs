using CodeRelay.Agents.Runtimes;
using CodeRelay.Tests.Agents.Hooks;

namespace CodeRelay.Tests.Agents.Runtimes;

/// <summary>Settings that more than one runtime reads: who calls is told by its JSON, and what comes twice is answered once.</summary>
public sealed class SharedHooksTests
{
    [Theory]
    [InlineData("claude-code", "vscode", "SessionStart", "Stop")]
    [InlineData("claude-code", "copilot", "sessionStart", "agentStop")]
    [InlineData("claude-code", "cursor", "sessionStart", "stop")]
    [InlineData("copilot", "vscode", "SessionStart", "Stop")]
    [InlineData("vscode", "copilot", "sessionStart", "agentStop")]
    public void The_caller_gets_its_own_form_whatever_the_line_says(string line, string caller, string start, string stop)
    {
        using var session = Open(line);

        Assert.NotEmpty(RecordedPayloadTests.TextOf(session.Call(HookEvent.SessionStart, RecordedPayloads.Call(caller, start, session.Directory.Path)), caller, start));
        session.Directory.Write("src/b.cs", "new\n");
        Assert.NotEmpty(RecordedPayloadTests.TextOf(session.Call(HookEvent.Stop, RecordedPayloads.Call(caller, stop, session.Directory.Path)), caller, stop));
    }

    [Theory]
    [InlineData("gemini")]
    [InlineData("codex")]
    public void A_line_that_nobody_else_reads_keeps_its_form(string line)
    {
        using var session = Open(line);
        session.Age("HANDOFF.md", 4000);

        Assert.StartsWith("{\"decision\":", session.Call(HookEvent.Stop, RecordedPayloads.Call("vscode", "Stop", session.Directory.Path)).Output, StringComparison.Ordinal);
    }

    [Fact]
    public void One_turn_that_two_files_call_for_is_answered_once()
    {
        using var session = Open("claude-code");
        using var other = session.As("copilot");
        var start = RecordedPayloads.Call("vscode", "SessionStart", session.Directory.Path);
        var stop = RecordedPayloads.Call("vscode", "Stop", session.Directory.Path);

        Assert.NotEqual(HookAnswer.Silent, session.Call(HookEvent.SessionStart, start));
        Assert.Equal(HookAnswer.Silent, other.Call(HookEvent.SessionStart, start));
        session.Directory.Write("src/b.cs", "new\n");
        Assert.NotEqual(HookAnswer.Silent, other.Call(HookEvent.Stop, stop));
        Assert.Equal(HookAnswer.Silent, session.Call(HookEvent.Stop, stop));
    }

    [Theory]
    [InlineData("clear")]
    [InlineData("compact")]
    [InlineData("resume")]
    public void A_start_for_another_reason_is_answered_again(string source)
    {
        using var session = Open("claude-code");

        Assert.NotEqual(HookAnswer.Silent, session.Start());
        Assert.Equal(HookAnswer.Silent, session.Start());
        Assert.NotEqual(HookAnswer.Silent, session.Start(source));
        Assert.Equal(HookAnswer.Silent, session.Start(source));
    }

    [Fact]
    public void A_later_start_for_the_same_reason_is_answered_again()
    {
        using var session = Open("claude-code");
        session.Start();
        var memory = Assert.Single(Directory.GetFiles(Path.Combine(session.Directory.Path, ".git", "coderelay", "sessions"), "*.started"));
        File.WriteAllText(memory, $"{DateTime.UtcNow.AddSeconds(-30).Ticks}\nstartup");

        Assert.NotEqual(HookAnswer.Silent, session.Start());
    }

    [Theory]
    [InlineData("")]
    [InlineData("no number\nstartup")]
    [InlineData("999999999999999999999999\nstartup")]
    public void A_damaged_memory_answers(string content)
    {
        using var session = Open("claude-code");
        session.Start();
        File.WriteAllText(Assert.Single(Directory.GetFiles(Path.Combine(session.Directory.Path, ".git", "coderelay", "sessions"), "*.started")), content);

        Assert.NotEqual(HookAnswer.Silent, session.Start());
    }

    [Fact]
    public void Sessions_without_an_id_and_other_sessions_are_not_mixed_up()
    {
        using var session = Open("claude-code");
        session.Id = "";
        Assert.NotEqual(HookAnswer.Silent, session.Start());
        Assert.NotEqual(HookAnswer.Silent, session.Start());

        session.Id = "one";
        Assert.NotEqual(HookAnswer.Silent, session.Start());
        session.Id = "two";
        Assert.NotEqual(HookAnswer.Silent, session.Start());
    }

    [Fact]
    public void Of_calls_at_the_same_moment_exactly_one_is_answered()
    {
        using var session = Open("claude-code");
        for (var round = 0; round < 5; round++)
        {
            session.Id = $"round {round}";
            var answers = new HookAnswer[16];

            Parallel.For(0, answers.Length, new ParallelOptions { MaxDegreeOfParallelism = answers.Length }, i => answers[i] = session.Start());

            Assert.Single(answers, answer => answer != HookAnswer.Silent);
        }
    }

    private static AgentSession Open(string id) => new(RuntimeCatalog.All.Single(runtime => runtime.Id == id));
}
