using System.Text.Json.Nodes;
using CodeRelay.Agents.Runtimes;
using CodeRelay.Tests.Agents.Runtimes;

namespace CodeRelay.Tests.Agents.Hooks;

public sealed class SessionStartTests
{
    public static TheoryData<string> Runtimes => [.. RuntimeCatalog.All.Where(runtime => runtime.Capabilities.InjectsAtSessionStart).Select(runtime => runtime.Id)];

    [Theory]
    [MemberData(nameof(Runtimes))]
    public void The_agent_learns_where_the_packet_is_and_how_it_is(string id)
    {
        using var session = new AgentSession(RuntimeCatalog.All.Single(runtime => runtime.Id == id));
        session.Directory.Write("TASKS.md", "# Tasks\n\n- [ ] one\n");
        session.Directory.Write("HANDOFF.md", AgentSession.Handoff + string.Concat(Enumerable.Repeat("\nMore words about it.\n", 40)));

        var context = ContextOf(session.Start());

        Assert.StartsWith("This repository carries its state in a handoff packet: HANDOFF.md.\nFiles of the packet in reading order: HANDOFF.md, TASKS.md (", context, StringComparison.Ordinal);
        Assert.Contains("HANDOFF.md:1 RLY2001", context, StringComparison.Ordinal);
    }

    [Fact]
    public void However_much_there_is_to_tell_the_text_stays_below_its_cap()
    {
        using var session = new AgentSession(RuntimeWorkshop.Claude);
        session.Directory.Write("coderelay.yml", $"packet: [{string.Join(", ", Enumerable.Range(0, 60).Select(i => $"{new string('d', 150)}{i}"))}]\n");
        for (var i = 0; i < 60; i++)
            session.Directory.Write($"{new string('d', 150)}{i}/HANDOFF.md", string.Concat(Enumerable.Repeat("- words about it\n\n", 80)));

        var context = ContextOf(session.Start());

        Assert.InRange(context.Length, 1000, 8000);
        Assert.EndsWith("The rest: coderelay check\n", context, StringComparison.Ordinal);
    }

    [Fact]
    public void Records_of_long_ago_are_swept()
    {
        using var session = new AgentSession(RuntimeWorkshop.Claude);
        session.Start();
        var sessions = Path.Combine(session.Directory.Path, ".git", "coderelay", "sessions");
        var old = Path.Combine(sessions, "old.json");
        var recent = Path.Combine(sessions, "recent.blocked");
        File.WriteAllText(old, "");
        File.WriteAllText(recent, "");
        File.SetLastWriteTimeUtc(old, DateTime.UtcNow.AddDays(-31));
        File.SetLastWriteTimeUtc(recent, DateTime.UtcNow.AddDays(-29));

        session.Start();

        Assert.False(File.Exists(old));
        Assert.True(File.Exists(recent));
    }

    [Fact]
    public void A_session_id_cannot_lead_out_of_the_state_directory()
    {
        using var session = new AgentSession(RuntimeWorkshop.Claude) { Id = "../../../escape\n" };
        session.Start();

        Assert.All(Directory.GetFiles(Path.Combine(session.Directory.Path, ".git", "coderelay"), "*", SearchOption.AllDirectories), path => Assert.Matches("^[0-9a-f]{32}\\.(json|stamp|started)$", Path.GetFileName(path)));
        Assert.Empty(Directory.GetFiles(session.Directory.Path, "escape*", SearchOption.AllDirectories));
    }

    private static string ContextOf(HookAnswer answer)
    {
        Assert.Equal((0, ""), (answer.ExitCode, answer.Error));
        var json = JsonNode.Parse(answer.Output)!;
        return (string)(json["hookSpecificOutput"]?["additionalContext"] ?? json["additionalContext"] ?? json["additional_context"])!;
    }
}
