using CodeRelay.Agents.Runtimes;
using CodeRelay.Tests.Agents.Runtimes;

namespace CodeRelay.Tests.Agents.Hooks;

/// <summary>The five-minute rule, for sessions that began before the hook was there.</summary>
public sealed class StopWithoutRecordTests
{
    [Theory]
    [InlineData(0, false)]
    [InlineData(299, false)]
    [InlineData(300, false)]
    [InlineData(301, true)]
    [InlineData(86400, true)]
    public void Three_hundred_seconds_pass_and_one_more_does_not(double age, bool blocks)
    {
        using var session = new AgentSession(RuntimeWorkshop.Codex);
        session.Age("HANDOFF.md", age);

        Assert.Equal(blocks, session.Stop().Output.Length > 0);
    }

    [Fact]
    public void It_is_told_how_old_the_packet_is_and_told_once()
    {
        using var session = new AgentSession(RuntimeWorkshop.Codex);
        session.Age("HANDOFF.md", seconds: 47 * 60 + 5);

        Assert.StartsWith("HANDOFF.md was last changed 47 minutes ago. Before stopping", AgentSession.ReasonOf(session.Stop()), StringComparison.Ordinal);
        Assert.Equal(HookAnswer.Silent, session.Stop());
    }

    [Theory]
    [InlineData("src/HANDOFF.md")]
    [InlineData("docs/HANDOFF.md")]
    [InlineData("a/b/HANDOFF.md")]
    [InlineData("handoff.md")]
    public void The_packet_is_found_where_it_may_be(string path)
    {
        using var session = new AgentSession(RuntimeWorkshop.Codex);
        File.Delete(Path.Combine(session.Directory.Path, "HANDOFF.md"));
        session.Directory.Write(path, AgentSession.Handoff);
        session.Age(path, seconds: 4000);

        Assert.StartsWith(path, AgentSession.ReasonOf(session.Stop()), StringComparison.Ordinal);
    }

    [Fact]
    public void A_packet_elsewhere_is_found_through_the_configuration_alone()
    {
        using var session = new AgentSession(RuntimeWorkshop.Codex);
        session.Directory.Write("coderelay.yml", "packet: team/state\n");
        Assert.Equal(HookAnswer.Silent, session.Stop());

        session.Directory.Write("team/state/HANDOFF.md", AgentSession.Handoff);
        session.Age("team/state/HANDOFF.md", seconds: 4000);

        Assert.StartsWith("team/state/HANDOFF.md", AgentSession.ReasonOf(session.Stop()), StringComparison.Ordinal);
    }

    [Fact]
    public void Of_several_packets_the_freshest_decides()
    {
        using var session = new AgentSession(RuntimeWorkshop.Codex);
        session.Directory.Write("src/HANDOFF.md", AgentSession.Handoff);

        Assert.Equal(HookAnswer.Silent, session.Stop());
        session.Age("src/HANDOFF.md", seconds: 4000);
        AgentSession.ReasonOf(session.Stop());
    }

    [Fact]
    public void Outside_git_it_holds_with_and_without_a_session_start()
    {
        using var session = new AgentSession(RuntimeWorkshop.Claude, git: false);
        session.Start();
        session.Age("HANDOFF.md", seconds: 10);
        Assert.Equal(HookAnswer.Silent, session.Stop());

        session.Age("HANDOFF.md", seconds: 301);
        AgentSession.ReasonOf(session.Stop());
        Assert.Equal(HookAnswer.Silent, session.Stop());
    }

    [Fact]
    public void A_call_without_a_session_id_is_answered_once_per_worktree()
    {
        using var session = new AgentSession(RuntimeWorkshop.Codex) { Id = "" };

        AgentSession.ReasonOf(session.Call(HookEvent.Stop, $$"""{"cwd":"{{session.Directory.Path.Replace("\\", "\\\\", StringComparison.Ordinal)}}"}"""));
        Assert.Equal(HookAnswer.Silent, session.Call(HookEvent.Stop, "{}"));
    }

    [Fact]
    public void A_blank_input_means_the_directory_of_the_process()
    {
        using var session = new AgentSession(RuntimeWorkshop.Codex);

        AgentSession.ReasonOf(session.Call(HookEvent.Stop, " \n"));
    }
}
