using CodeRelay.Agents.Takeover;
using CodeRelay.Analysis;
using CodeRelay.Files;
using CodeRelay.Git;
using CodeRelay.Packets;
using CodeRelay.Packets.Lanes;

namespace CodeRelay.Tests.Agents.Takeover;

public sealed class RouteSurveyTests
{
    private static readonly string Good = TakeoverRepository.Fixture("good-goal");

    [Fact]
    public void The_newest_transcript_of_the_directory_tells_the_tool_at_hand()
    {
        using var repo = TakeoverRepository.With(Good);
        using var home = new TemporaryDirectory();
        var root = Repository.Discover(repo.Path).Root;
        Transcript(home, $".claude/projects/{string.Concat(root.Select(c => char.IsAsciiLetterOrDigit(c) ? c : '-'))}/a.jsonl", "{}\n", hoursOld: 5);
        Transcript(home, ".claude/projects/-elsewhere/b.jsonl", "{}\n", hoursOld: 0);
        Transcript(home, ".codex/sessions/2026/11/19/rollout-2026-11-19T10-00-00-a.jsonl", Rollout(Path.Combine(root, "src")), hoursOld: 2);
        Transcript(home, ".codex/sessions/2026/11/19/rollout-2026-11-19T11-00-00-b.jsonl", Rollout(root + "-other"), hoursOld: 0);
        Transcript(home, ".codex/sessions/2026/11/20/rollout-2026-11-20T11-00-00-c.jsonl", "no json\n", hoursOld: 0);

        var facts = Measure(repo, new UserEnvironment(home.Path, _ => null));

        Assert.Equal(["codex", "claude-code"], facts.Sessions.Select(session => session.Runtime));
        Assert.EndsWith("-a.jsonl", facts.Session!.File, StringComparison.Ordinal);
        Assert.Equal("codex", facts.From!.Id);
    }

    [Fact]
    public void Without_transcripts_the_packet_tells_the_tool_at_hand_and_its_lane()
    {
        using var repo = TakeoverRepository.With(Good);
        using var home = new TemporaryDirectory();

        var facts = Measure(repo, new UserEnvironment(home.Path, Environment.GetEnvironmentVariable));

        Assert.Equal(("codex", Lane.Execute, null), (facts.From!.Id, facts.Lane, facts.Next));
        Assert.Empty(facts.Sessions);
        Assert.Equal(["dotnet"], facts.Needs.Select(need => need.Name));
    }

    [Fact]
    public void Servers_are_looked_up_in_the_settings_of_each_tool()
    {
        using var repo = TakeoverRepository.With(Good.Replace("executor: codex\n", "executor: codex\nneeds: mcp:browser, mcp:tracker\n", StringComparison.Ordinal));
        using var home = new TemporaryDirectory();
        repo.Write(".mcp.json", """{ "mcpServers": { "browser": { "command": "x" } } }""");
        home.Write(".codex/config.toml", "model = \"x\"\n\n[mcp_servers.tracker]\ncommand = \"y\"\n\n[mcp_servers.tracker.env]\nA = \"1\"\n");

        var facts = Measure(repo, new UserEnvironment(home.Path, _ => null), new RouteRequest(null, Receiver.Find("claude"), null, null, [], ["mcp:none"]));

        Assert.Equal([new Need("mcp:none", false, false), new Need("mcp:browser", false, true), new Need("mcp:tracker", true, false)], facts.Needs.Where(need => need.Name.StartsWith("mcp:", StringComparison.Ordinal)));
        Assert.Contains(new Need("claude", null, false), facts.Needs);
    }

    [Fact]
    public void Uncommitted_work_and_a_merge_in_the_middle_are_seen()
    {
        using var repo = TakeoverRepository.With(Good);
        repo.Git("checkout", "--quiet", "-b", "other");
        repo.Write("src/Parser.cs", "class Parser { int a; }\n");
        repo.Commit("one");
        repo.Git("checkout", "--quiet", "main");
        repo.Write("src/Parser.cs", "class Parser { int b; }\n");
        repo.Commit("two");
        Assert.Throws<InvalidOperationException>(() => repo.Git("merge", "--quiet", "other"));
        repo.Write("HANDOFF.md", Good + "\n");

        var facts = Measure(repo, UserEnvironment.Current);

        Assert.Equal(("merge", 1), (facts.Operation, facts.Uncommitted));
    }

    [Fact]
    public void A_pattern_leads_to_the_next_lane_once_the_gate_is_ticked()
    {
        using var repo = TakeoverRepository.With(Good);
        using var done = TakeoverRepository.With(Good.Replace("- [ ]", "- [x]", StringComparison.Ordinal));
        var request = new RouteRequest(null, null, null, RoutePattern.B, [], []);

        Assert.Null(Measure(repo, UserEnvironment.Current, request).Next);
        Assert.Equal(Lane.Audit, Measure(done, UserEnvironment.Current, request).Next);
    }

    [Fact]
    public void Without_a_packet_and_git_there_is_little_to_measure()
    {
        using var directory = new TemporaryDirectory();
        using var home = new TemporaryDirectory();
        var repository = Repository.Discover(directory.Path);

        var facts = RouteSurvey.Measure(repository, new Configuration(), packet: null, new RouteRequest(null, null, null, null, [], []), new UserEnvironment(home.Path, _ => null));

        Assert.Equal((null, null, null, 0), (facts.Gate, facts.From, facts.Operation, facts.Uncommitted));
    }

    private static RouteFacts Measure(TemporaryRepository repo, UserEnvironment environment, RouteRequest? request = null)
    {
        var repository = Repository.Discover(repo.Path);
        return RouteSurvey.Measure(repository, new Configuration(), PacketDiscovery.FindPackets(repository, new Configuration())[0], request ?? new RouteRequest(null, null, null, null, [], []), environment);
    }

    private static string Rollout(string directory) => $$$"""{"timestamp":"2026-11-19T10:00:00Z","type":"session_meta","payload":{"id":"x","cwd":"{{{directory.Replace("\\", "\\\\", StringComparison.Ordinal)}}}"}}""" + "\n{}\n";

    private static void Transcript(TemporaryDirectory home, string path, string text, int hoursOld)
    {
        home.Write(path, text);
        File.SetLastWriteTimeUtc(Path.Combine(home.Path, path), DateTime.UtcNow.AddHours(-hoursOld));
    }
}
