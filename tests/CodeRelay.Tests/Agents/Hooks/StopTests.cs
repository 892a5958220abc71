using System.Text.Json.Nodes;
using CodeRelay.Agents.Runtimes;
using CodeRelay.Tests.Agents.Runtimes;

namespace CodeRelay.Tests.Agents.Hooks;

/// <summary>
/// Every branch of the decision at the agent's stop, for one runtime; a block and a silence for each runtime that can block. What a runtime has of its own is in
/// <see cref="RecordedPayloadTests"/>.
/// </summary>
public sealed class StopTests
{
    private const string Request =
        "Before stopping, bring it up to date in less than a page: the current goal in one sentence, what is still in progress, the next 3 concrete steps, the files that matter most, bugs and blockers. What was done belongs in git log.";

    public static TheoryData<string> Runtimes => [.. RuntimeCatalog.All.Where(runtime => runtime.Capabilities.Stop == StopPower.Block).Select(runtime => runtime.Id)];

    [Theory]
    [MemberData(nameof(Runtimes))]
    public void Work_that_the_packet_does_not_tell_holds_the_agent_up_once(string id)
    {
        using var session = Open(id);
        session.Start();
        session.Directory.Write("src/a.cs", "two\n");
        var commit = session.Repository.Commit("Read dates with offsets");
        session.Directory.Write("src/b.cs", "new\n");

        var answer = session.Stop();

        Assert.Equal(
            $"HANDOFF.md does not mention what this session changed: 1 commit ({commit[..7]} Read dates with offsets); 1 uncommitted file (src/b.cs). {Request}",
            AgentSession.ReasonOf(answer));
        Assert.Equal(HookAnswer.Silent, session.Stop());
        session.Directory.Write("src/c.cs", "new\n");
        Assert.Equal(HookAnswer.Silent, session.Stop());
    }

    [Fact]
    public void The_kill_switch_silences()
    {
        using var session = Worked("claude-code");
        session.Set("CODERELAY_DISABLED", "1");
        Assert.Equal(HookAnswer.Silent, session.Stop());
        Assert.Equal(HookAnswer.Silent, session.Start());

        session.Set("CODERELAY_DISABLED", "0");
        AgentSession.ReasonOf(session.Stop());
    }

    [Fact]
    public void Without_a_packet_there_is_nothing_to_say()
    {
        using var session = Worked("claude-code");
        File.Delete(Path.Combine(session.Directory.Path, "HANDOFF.md"));

        Assert.Equal(HookAnswer.Silent, session.Stop());
        Assert.Equal(HookAnswer.Silent, session.Start());
    }

    [Fact]
    public void A_session_that_changed_nothing_is_never_held_up()
    {
        using var session = Open("claude-code");
        session.Directory.Write("src/a.cs", "uncommitted before the session\n");
        session.Age("src/a.cs", seconds: 10);
        session.Start();

        for (var turn = 0; turn < 3; turn++)
            Assert.Equal(HookAnswer.Silent, session.Stop());
    }

    [Fact]
    public void Touching_files_is_no_work()
    {
        using var session = Open("claude-code");
        session.Start();
        session.Age("src/a.cs", seconds: 0);
        session.Age("HANDOFF.md", seconds: 0);
        session.Repository.Git("status");

        Assert.Equal(HookAnswer.Silent, session.Stop());
    }

    [Fact]
    public void Touching_the_packet_is_no_update()
    {
        using var session = Worked("claude-code");
        session.Age("HANDOFF.md", seconds: 0);

        AgentSession.ReasonOf(session.Stop());
    }

    [Theory]
    [MemberData(nameof(Runtimes))]
    public void An_update_after_the_work_lets_the_agent_go(string id)
    {
        using var session = Worked(id);
        session.Age("src/a.cs", seconds: 5);
        session.Directory.Write("HANDOFF.md", AgentSession.Handoff + "\nDates are done.\n");

        Assert.Equal(HookAnswer.Silent, session.Stop());
        Assert.Equal(HookAnswer.Silent, session.Stop());
    }

    [Fact]
    public void Committing_work_and_update_apart_or_together_is_no_new_work()
    {
        using var session = Worked("claude-code");
        session.Age("src/a.cs", seconds: 5);
        session.Directory.Write("HANDOFF.md", AgentSession.Handoff + "\nDates are done.\n");
        session.Repository.Git("add", "src");
        session.Repository.Git("commit", "--quiet", "--message", "the work");
        session.Repository.Commit("the packet");

        Assert.Equal(HookAnswer.Silent, session.Stop());
    }

    [Fact]
    public void Work_after_the_update_counts()
    {
        using var session = Open("claude-code");
        session.Start();
        session.Directory.Write("HANDOFF.md", AgentSession.Handoff + "\nEarly words.\n");
        session.Age("HANDOFF.md", seconds: 60);
        session.Directory.Write("src/a.cs", "later\n");

        Assert.Contains("1 uncommitted file (src/a.cs)", AgentSession.ReasonOf(session.Stop()), StringComparison.Ordinal);
    }

    [Fact]
    public void Work_and_a_touch_after_an_accepted_update_count()
    {
        using var session = Worked("claude-code");
        session.Age("src/a.cs", seconds: 5);
        session.Directory.Write("HANDOFF.md", AgentSession.Handoff + "\nDates are done.\n");
        Assert.Equal(HookAnswer.Silent, session.Stop());

        session.Directory.Write("src/a.cs", "more work\n");
        session.Age("HANDOFF.md", seconds: -1);

        AgentSession.ReasonOf(session.Stop());
    }

    [Fact]
    public void A_touch_after_an_update_that_was_committed_does_not_cover_later_work()
    {
        using var session = Open("claude-code");
        session.Start();
        session.Directory.Write("HANDOFF.md", AgentSession.Handoff + "\nEarly words.\n");
        session.Repository.Commit("update the packet");
        session.Directory.Write("src/a.cs", "later\n");
        session.Repository.Commit("later work");
        session.Age("HANDOFF.md", seconds: -5);

        Assert.Contains("later work", AgentSession.ReasonOf(session.Stop()), StringComparison.Ordinal);
    }

    [Fact]
    public void A_commit_of_the_packet_alone_is_no_work()
    {
        using var session = Open("claude-code");
        session.Directory.Write("TASKS.md", "# Tasks\n\n- [ ] one\n");
        session.Start();
        session.Repository.Commit("note the tasks");

        Assert.Equal(HookAnswer.Silent, session.Stop());
    }

    [Fact]
    public void A_continuation_is_let_go_and_still_counts_as_free_to_block_later()
    {
        using var session = Worked("claude-code");

        Assert.Equal(HookAnswer.Silent, session.Stop(new JsonObject { ["stop_hook_active"] = true }));
        AgentSession.ReasonOf(session.Stop());
    }

    [Fact]
    public void Pending_background_work_lets_the_agent_go()
    {
        using var session = Worked("claude-code");

        Assert.Equal(HookAnswer.Silent, session.Stop(new JsonObject { ["background_tasks"] = new JsonArray(new JsonObject { ["id"] = "b1" }) }));
        AgentSession.ReasonOf(session.Stop(new JsonObject { ["background_tasks"] = new JsonArray() }));
    }

    [Fact]
    public void Sessions_and_worktrees_are_held_up_each_on_its_own()
    {
        using var session = Worked("claude-code");
        var first = session.Id;
        session.Id = "second";
        session.Start();
        session.Directory.Write("src/b.cs", "new\n");

        AgentSession.ReasonOf(session.Stop());
        session.Id = first;
        AgentSession.ReasonOf(session.Stop());
    }

    [Theory]
    [InlineData("resume")]
    [InlineData("compact")]
    public void A_session_that_goes_on_is_measured_from_its_beginning(string source)
    {
        using var session = Worked("claude-code");
        session.Start(source);

        AgentSession.ReasonOf(session.Stop());
        session.Start(source);
        Assert.Equal(HookAnswer.Silent, session.Stop());
    }

    [Fact]
    public void A_cleared_session_begins_anew()
    {
        using var session = Worked("claude-code");
        session.Start("clear");

        Assert.Equal(HookAnswer.Silent, session.Stop());
    }

    [Fact]
    public void The_answer_names_open_questions_and_what_the_check_found()
    {
        using var session = Open("claude-code");
        session.Directory.Write("HANDOFF.md", "# Handoff\n\n## Current Goal\n\nShip the importer.\n" + string.Concat(Enumerable.Repeat("\nMore words about it.\n", 40)));
        session.Repository.Commit("long packet");
        session.Start();
        session.Directory.Write("src/a.cs", "two\n");

        var reason = AgentSession.ReasonOf(session.Stop());

        Assert.Contains("Not answered in it: in progress, next steps, files that matter, blockers.", reason, StringComparison.Ordinal);
        Assert.Contains("RLY2001", reason, StringComparison.Ordinal);
    }

    [Fact]
    public void A_question_that_only_the_template_answers_is_open()
    {
        using var session = Open("claude-code");
        session.Directory.Write("HANDOFF.md", "# Handoff\n\n## Goal\n\nShip the importer.\n\n## In progress\n\n- <fill: what is half done>\n\n## Next three steps\n\n1.\n2.\n\n## Important files\n\n- TODO\n\n## Blockers\n\n- none\n");
        session.Repository.Commit("from the template");
        session.Start();
        session.Directory.Write("src/a.cs", "two\n");

        var reason = AgentSession.ReasonOf(session.Stop());

        Assert.Contains("Not answered in it: in progress, next steps, files that matter.", reason, StringComparison.Ordinal);
    }

    [Fact]
    public void The_answer_stays_short_whatever_happened()
    {
        using var session = Open("claude-code");
        session.Start();
        for (var i = 0; i < 12; i++)
        {
            session.Directory.Write($"src/{new string('x', 120)}{i}.cs", "x");
            session.Repository.Commit($"{i} {new string('y', 200)}\u001b[31m\u202e");
            session.Directory.Write($"src/{new string('z', 120)}{i}.cs", "x");
        }

        var reason = AgentSession.ReasonOf(session.Stop());

        Assert.EndsWith(Request, reason, StringComparison.Ordinal);
        Assert.DoesNotContain('\u001b', reason);
        Assert.DoesNotContain('\u202e', reason);
    }

    [Fact]
    public void A_background_hook_wakes_the_agent_by_exit_code_and_standard_error()
    {
        using var session = Worked("claude-code");

        var answer = session.Call(HookEvent.Stop, session.Payload("Stop", []), asRewake: true);

        Assert.Equal((2, ""), (answer.ExitCode, answer.Output));
        Assert.Contains("src/a.cs", answer.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_path_with_spaces_and_other_scripts_is_one_like_any_other()
    {
        using var session = new AgentSession(RuntimeWorkshop.Claude, "päth with späces");
        session.Start();
        session.Directory.Write("src/ü b.cs", "new\n");

        Assert.Contains("src/ü b.cs", AgentSession.ReasonOf(session.Stop()), StringComparison.Ordinal);
    }

    private static AgentSession Open(string id) => new(RuntimeCatalog.All.Single(runtime => runtime.Id == id));

    private static AgentSession Worked(string id)
    {
        var session = Open(id);
        session.Start();
        session.Directory.Write("src/a.cs", "two\n");
        return session;
    }
}
