using System.Text.Json;
using CodeRelay.Agents.Runtimes;
using CodeRelay.Tests.Agents.Hooks;

namespace CodeRelay.Tests.Agents.Runtimes;

/// <summary>Payload in, answer out, to the byte.</summary>
public sealed class RecordedPayloadTests
{
    private const string Work = "HANDOFF.md does not mention what this session changed: 1 uncommitted file (src/b.cs). Before stopping, ";

    /// <summary>Runtime × its name of the start × its name of the stop.</summary>
    public static TheoryData<string, string, string> Talkative => new()
    {
        { "claude-code", "SessionStart", "Stop" },
        { "codex", "SessionStart", "Stop" },
        { "gemini", "SessionStart", "AfterAgent" },
        { "copilot", "sessionStart", "agentStop" },
        { "vscode", "SessionStart", "Stop" },
        { "cursor", "sessionStart", "stop" },
        { "qwen", "SessionStart", "Stop" },
    };

    [Theory]
    [MemberData(nameof(Talkative))]
    public void The_start_is_answered_in_the_runtimes_own_form(string id, string start, string stop)
    {
        using var session = Open(id);

        var answer = session.Call(HookEvent.SessionStart, RecordedPayloads.Call(id, start, session.Directory.Path));

        Assert.StartsWith("This repository carries its state in a handoff packet: HANDOFF.md.\n", TextOf(answer, id, start), StringComparison.Ordinal);
        Assert.NotEmpty(stop);
    }

    [Theory]
    [MemberData(nameof(Talkative))]
    public void The_stop_is_answered_in_the_runtimes_own_form(string id, string start, string stop)
    {
        using var session = Open(id);
        session.Call(HookEvent.SessionStart, RecordedPayloads.Call(id, start, session.Directory.Path));
        session.Directory.Write("src/b.cs", "new\n");

        var call = RecordedPayloads.Call(id, stop, session.Directory.Path);
        Assert.StartsWith(Work, TextOf(session.Call(HookEvent.Stop, call), id, stop), StringComparison.Ordinal);
        Assert.Equal(HookAnswer.Silent, session.Call(HookEvent.Stop, call));
    }

    [Fact]
    public void Kimi_is_told_by_exit_code_and_standard_error()
    {
        using var session = Open("kimi");
        Assert.Equal(HookAnswer.Silent, session.Call(HookEvent.SessionStart, RecordedPayloads.Call("kimi", "SessionStart", session.Directory.Path)));
        session.Directory.Write("src/b.cs", "new\n");

        var answer = session.Call(HookEvent.Stop, RecordedPayloads.Call("kimi", "Stop", session.Directory.Path));

        Assert.Equal((2, ""), (answer.ExitCode, answer.Output));
        Assert.StartsWith(Work, answer.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Goose_names_no_directory_at_its_stop_so_that_of_the_process_counts()
    {
        using var session = Open("goose");
        Assert.Equal(HookAnswer.Silent, session.Call(HookEvent.SessionStart, RecordedPayloads.Call("goose", "SessionStart", session.Directory.Path)));
        session.Directory.Write("src/b.cs", "new\n");

        Assert.StartsWith(Work, TextOf(session.Call(HookEvent.Stop, RecordedPayloads.Call("goose", "Stop", session.Directory.Path)), "goose", "Stop"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\"loop_count\":0", "\"loop_count\":1")]
    [InlineData("\"status\":\"completed\"", "\"status\":\"aborted\"")]
    [InlineData("\"status\":\"completed\"", "\"status\":\"error\"")]
    public void Cursor_gets_no_follow_up_to_a_follow_up_and_none_after_an_abort(string said, string instead)
    {
        using var session = Open("cursor");
        session.Call(HookEvent.SessionStart, RecordedPayloads.Call("cursor", "sessionStart", session.Directory.Path));
        session.Directory.Write("src/b.cs", "new\n");
        var call = RecordedPayloads.Call("cursor", "stop", session.Directory.Path);

        Assert.Equal(HookAnswer.Silent, session.Call(HookEvent.Stop, call.Replace(said, instead, StringComparison.Ordinal)));
        Assert.NotEqual(HookAnswer.Silent, session.Call(HookEvent.Stop, call));
    }

    [Theory]
    [InlineData("copilot", "agentStop", "\"stop_hook_active\":false", "\"stop_hook_active\":true")]
    [InlineData("vscode", "Stop", "\"stop_hook_active\":false", "\"stop_hook_active\":true")]
    [InlineData("gemini", "AfterAgent", "\"stop_hook_active\":false", "\"stop_hook_active\":true")]
    [InlineData("qwen", "Stop", "\"stop_hook_active\":false", "\"stop_hook_active\":true")]
    [InlineData("claude-code", "Stop", "\"background_tasks\":[]", "\"background_tasks\":[{\"id\":\"b1\"}]")]
    public void Who_goes_on_already_is_let_go(string id, string stop, string said, string instead)
    {
        using var session = Open(id);
        session.Age("HANDOFF.md", 4000);

        Assert.Equal(HookAnswer.Silent, session.Call(HookEvent.Stop, RecordedPayloads.Call(id, stop, session.Directory.Path).Replace(said, instead, StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("opencode")]
    [InlineData("cline")]
    [InlineData("windsurf")]
    [InlineData("aider")]
    [InlineData("amp")]
    [InlineData("generic")]
    public void Who_cannot_be_held_up_gets_no_answer(string id)
    {
        using var session = Open(id);
        Assert.Equal(HookAnswer.Silent, session.Start());
        session.Directory.Write("src/b.cs", "new\n");

        Assert.Equal(HookAnswer.Silent, session.Stop());
    }

    [Theory]
    [MemberData(nameof(Runtimes))]
    public void No_answer_to_a_compaction_breaks_a_protocol(string id)
    {
        using var session = Open(id);

        Assert.Equal(0, session.Call(HookEvent.PreCompact, """{"session_id":"s","trigger":"auto"}""").ExitCode);
    }

    public static TheoryData<string> Runtimes => [.. RuntimeCatalog.All.Select(runtime => runtime.Id)];

    internal static string TextOf(HookAnswer answer, string id, string name)
    {
        var (before, after) = RecordedPayloads.Answer(id, name);
        Assert.Equal((0, ""), (answer.ExitCode, answer.Error));
        Assert.StartsWith(before, answer.Output, StringComparison.Ordinal);
        Assert.EndsWith(after, answer.Output, StringComparison.Ordinal);
        using var text = JsonDocument.Parse(answer.Output[before.Length..^after.Length]);
        return text.RootElement.GetString()!;
    }

    private static AgentSession Open(string id) => new(RuntimeCatalog.All.Single(runtime => runtime.Id == id));
}
