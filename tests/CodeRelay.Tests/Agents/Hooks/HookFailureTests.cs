using System.Text;
using CodeRelay.Agents.Runtimes;
using CodeRelay.Tests.Agents.Runtimes;

namespace CodeRelay.Tests.Agents.Hooks;

/// <summary>Whatever is wrong on our side, the agent goes on in silence.</summary>
public sealed class HookFailureTests
{
    [Theory]
    [InlineData("not json")]
    [InlineData("[1]")]
    [InlineData("\"text\"")]
    [InlineData("{\"session_id\": ")]
    [InlineData("{\"session_id\": \"\\ud800\"}")]
    [InlineData("\0\0\0")]
    public void Input_that_is_no_object_is_silent(string input)
    {
        using var session = new AgentSession(RuntimeWorkshop.Claude);

        Assert.Equal(HookAnswer.Silent, session.Call(HookEvent.Stop, input));
    }

    [Theory]
    [InlineData("""{"session_id":5,"cwd":["x"],"stop_hook_active":"yes","background_tasks":{"a":[]},"source":null}""")]
    [InlineData("""{"unknown":{"deep":[[{"stop_hook_active":true}]]},"session_id":"s","cwd":"/no/such/directory"}""")]
    [InlineData("\uFEFF{\"session_id\":\"s\"}")]
    public void Keys_of_other_types_and_unknown_ones_count_as_missing(string input)
    {
        using var session = new AgentSession(RuntimeWorkshop.Claude);

        AgentSession.ReasonOf(session.Call(HookEvent.Stop, input));
    }

    [Fact]
    public void A_huge_input_is_read_like_a_small_one()
    {
        using var session = new AgentSession(RuntimeWorkshop.Claude);

        AgentSession.ReasonOf(session.Call(HookEvent.Stop, session.Payload("Stop", new() { ["last_assistant_message"] = new string('x', 8_000_000) })));
    }

    [Theory]
    [InlineData("not json")]
    [InlineData("{}")]
    [InlineData("")]
    [InlineData("[]")]
    public void A_damaged_record_is_silent_and_mended_by_the_next_start(string content)
    {
        using var session = new AgentSession(RuntimeWorkshop.Claude);
        session.Start();
        var record = Assert.Single(Directory.GetFiles(Sessions(session), "*.json"));
        File.WriteAllText(record, content);
        foreach (var stamp in Directory.GetFiles(Sessions(session), "*.stamp"))
            File.WriteAllBytes(stamp, Encoding.UTF8.GetBytes("damaged"));
        session.Directory.Write("src/a.cs", "two\n");

        Assert.Equal(HookAnswer.Silent, session.Stop());

        session.Start("compact");
        session.Directory.Write("src/a.cs", "three\n");
        AgentSession.ReasonOf(session.Stop());
    }

    [Fact]
    public void A_state_directory_that_cannot_be_written_is_silent()
    {
        using var session = new AgentSession(RuntimeWorkshop.Claude);
        session.Set("CODERELAY_STATE", session.Directory.Write(".git/taken", "a file, no directory"));

        Assert.Contains("HANDOFF.md", session.Start().Output, StringComparison.Ordinal);
        session.Directory.Write("src/a.cs", "two\n");
        Assert.Equal(HookAnswer.Silent, session.Stop());
    }

    [Fact]
    public void A_state_directory_inside_the_tree_is_no_work()
    {
        using var session = new AgentSession(RuntimeWorkshop.Claude);
        session.Set("CODERELAY_STATE", Path.Combine(session.Directory.Path, "state"));
        session.Start();

        Assert.Equal(HookAnswer.Silent, session.Stop());
        session.Directory.Write("src/a.cs", "two\n");
        AgentSession.ReasonOf(session.Stop());
    }

    [Fact]
    public void A_repository_that_git_refuses_is_silent()
    {
        using var session = new AgentSession(RuntimeWorkshop.Claude);
        session.Start();
        session.Directory.Write("src/a.cs", "two\n");
        session.Directory.Write(".git/index", "no index");

        Assert.Equal(HookAnswer.Silent, session.Stop());
    }

    [Fact]
    public void A_configuration_that_is_wrong_does_not_keep_the_hook_from_judging()
    {
        using var session = new AgentSession(RuntimeWorkshop.Claude);
        session.Directory.Write("coderelay.yml", "rules: [\n");

        AgentSession.ReasonOf(session.Stop());
    }

    [Theory]
    [InlineData(HookEvent.PreCompact)]
    [InlineData(HookEvent.SessionEnd)]
    public void Events_that_ask_nothing_get_no_answer(HookEvent hookEvent)
    {
        using var session = new AgentSession(RuntimeWorkshop.Claude);

        Assert.Equal(HookAnswer.Silent, session.Call(hookEvent, session.Payload(hookEvent.ToString(), [])));
    }

    private static string Sessions(AgentSession session) => Path.Combine(session.Directory.Path, ".git", "coderelay", "sessions");
}
