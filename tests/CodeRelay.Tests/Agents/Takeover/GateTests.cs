using CodeRelay.Agents.Takeover;
using CodeRelay.Files;
using CodeRelay.Packets.Lanes;

namespace CodeRelay.Tests.Agents.Takeover;

public sealed class GateTests
{
    private static readonly string Good = TakeoverRepository.Fixture("good-goal");

    [Theory]
    [InlineData("good-goal", new string[0])]
    [InlineData("bad-goal", new[] { "P1 RLY4002 F1" })]
    [InlineData("f1-vague-summary", new[] { "P1 RLY4002 F1", "P2 RLY4005 F1", "P3 RLY4006 F1", "P8 RLY4009 F1" })]
    [InlineData("f2-missing-artifacts", new[] { "P5 RLY5001 F2", "P5 RLY5001 F2" })]
    [InlineData("f3-needless-switch", new[] { "RLY7007 F3" })]
    [InlineData("f4-assumed-portability", new[] { "RLY6002 F4", "RLY7008 F4", "RLY7008 F4" })]
    [InlineData("f5-role-confusion", new[] { "P9 RLY7006 F5" })]
    public void Each_way_of_failing_is_refused_for_its_own_reason_and_no_other(string fixture, string[] reasons)
    {
        using var repo = TakeoverRepository.With(TakeoverRepository.Fixture(fixture));
        using var windows = TakeoverRepository.With(TakeoverRepository.Fixture(fixture).ReplaceLineEndings("\r\n"));

        Assert.Equal(reasons, repo.Judge().Reasons().Order(StringComparer.Ordinal));
        Assert.Equal(reasons, windows.Judge().Reasons().Order(StringComparer.Ordinal));
    }

    [Fact]
    public void An_auditor_who_repairs_confuses_the_roles()
    {
        using var repo = TakeoverRepository.With(Good.Replace("lane: execute", "lane: audit", StringComparison.Ordinal));
        repo.Write("src/Parser.cs", "class Parser { }\n");
        repo.Commit("Repair");
        repo.Write("HANDOFF.md", Good.Replace("lane: execute", "lane: audit", StringComparison.Ordinal) + "- Verdict: repaired\n");
        repo.Commit("Judge");

        Assert.Equal(["RLY7005 F5"], repo.Judge().Reasons());
    }

    [Theory]
    [InlineData("## Goal", "P1 RLY4001 F1")]
    [InlineData("## Done when", "P2 RLY4005 F1")]
    [InlineData("## Constraints and non-goals", "P3 RLY4006 F1")]
    [InlineData("## State", "P4 RLY4011")]
    [InlineData("## Next steps", "P6 RLY4003")]
    [InlineData("## Blockers", "P7 RLY4008")]
    [InlineData("## Review", "P9 RLY4010")]
    public void Each_item_is_asked_for(string heading, string reason)
    {
        using var repo = TakeoverRepository.With(Without(Good, heading));

        Assert.Equal([reason], repo.Judge().Reasons());
    }

    [Fact]
    public void A_placeholder_leaves_its_item_open()
    {
        using var repo = TakeoverRepository.With(Good.Replace("- `dotnet test`\n", "- <fill: the command to run, in backticks>\n", StringComparison.Ordinal).Replace("`dotnet test` passes with", "the suite passes with", StringComparison.Ordinal));

        Assert.Equal(["P8"], repo.Judge().Open);
    }

    [Fact]
    public void A_commit_that_is_not_there_leaves_the_state_or_the_progress_open()
    {
        using var repo = TakeoverRepository.With(Good.Replace("- Branch: main", "- Branch: main, checked at 3f2a91c", StringComparison.Ordinal));
        using var other = TakeoverRepository.With(Good.Replace("reading is split from decoding", "reading is split from decoding in 3f2a91c", StringComparison.Ordinal));

        Assert.Equal(["P4 RLY5003 F2"], repo.Judge().Reasons());
        Assert.Equal(["P6 RLY5003 F2"], other.Judge().Reasons());
    }

    [Fact]
    public void A_contract_that_work_outran_goes_back()
    {
        using var repo = TakeoverRepository.With(Good);
        repo.Write("src/Parser.cs", "class Parser { }\n");
        repo.Commit("Work");

        Assert.Equal(["P4 RLY1001"], repo.Judge().Reasons());
    }

    [Fact]
    public void Validation_that_nothing_on_the_machine_can_run_is_told()
    {
        using var repo = TakeoverRepository.With(Good.Replace("`dotnet test`", "`pytest -q`", StringComparison.Ordinal));
        var bare = new UserEnvironment(repo.Path, _ => null);

        var problem = Assert.Single(repo.Judge(environment: bare).Problems);

        Assert.Equal("P8", Assert.Single(problem.Items));
        Assert.Contains("no validation command can be run here: \"pytest\" is not on PATH", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Who_made_the_change_does_not_take_it_over_for_the_audit()
    {
        using var repo = TakeoverRepository.With(Good);
        using var apart = TakeoverRepository.With(Good.Replace("the audit lane", "the audit lane, in a session of its own", StringComparison.Ordinal));

        Assert.Equal(["P9  F5"], repo.Judge("codex", Lane.Audit).Reasons());
        Assert.Empty(repo.Judge("claude-code", Lane.Audit).Reasons());
        Assert.Empty(apart.Judge("codex", Lane.Audit).Reasons());
        Assert.Empty(repo.Judge("codex", Lane.Execute).Reasons());
    }

    [Fact]
    public void A_planner_needs_a_brief_and_a_supervisor_no_commands()
    {
        using var repo = TakeoverRepository.With(Without(Without(Good, "## Done when"), "## Validation"));

        Assert.Empty(repo.Judge(lane: Lane.Plan).Reasons());
        Assert.Equal(["P2"], repo.Judge(lane: Lane.Supervise).Open);
        Assert.Equal(["P2", "P8"], repo.Judge(lane: Lane.Execute).Open);
        Assert.Equal(["Q1", "Q5"], repo.Judge(lane: Lane.Execute).OpenQuestions);
    }

    [Fact]
    public void A_packet_without_lanes_is_asked_the_five_questions()
    {
        using var directory = new TemporaryDirectory();
        directory.Write("src/a.py", "x = 1\n");
        directory.Write("HANDOFF.md", "# Übergabe\n\n## Ziel\n\n`src/a.py` liest auch leere Zeilen.\n\n## In Arbeit\n\n- nichts\n\n## Nächste Schritte\n\n1. `src/a.py` um die Schleife ergänzen\n\n## Wichtige Dateien\n\n- `src/a.py`\n\n## Blocker\n\n- keine\n");

        var verdict = directory.Judge();

        Assert.Empty(verdict.Reasons());
        Assert.Equal(["P1", "P4", "P5", "P6", "P7"], verdict.Asked);
        Assert.Equal(["P2", "P3", "P4", "P8", "P9"], directory.Judge(lane: Lane.Execute).Open);
    }

    [Fact]
    public void Where_nothing_is_open_there_is_nothing_to_take_over()
    {
        using var directory = new TemporaryDirectory();
        directory.Write("HANDOFF.md", "# Handoff\n\nNothing in progress.\n");

        Assert.Equal(["P1  F1"], directory.Judge().Reasons());
    }

    [Fact]
    public void A_rule_that_is_off_refuses_nothing_and_a_secret_always_does()
    {
        using var repo = TakeoverRepository.With(TakeoverRepository.Fixture("f5-role-confusion") + "- token: ghp_" + "Zt5Qm9Xw2Ls8Vb4Nc7Rk1Jd6Hf3Gp0YaUeTi\n");
        repo.Write("coderelay.yml", "rules: { RLY7006: off }\n");

        Assert.Equal(["RLY6001"], repo.Judge().Reasons());
    }

    [Fact]
    public void Every_receiver_is_found_by_any_of_its_names()
    {
        Assert.Equal(Receiver.All.Count, Receiver.All.Select(receiver => receiver.Id).Distinct().Count());
        Assert.All(Receiver.All, receiver => Assert.All(receiver.Names, name => Assert.Same(receiver, Receiver.Find(name))));
        Assert.Equal("claude-code", Receiver.Find("Claude")!.Id);
        Assert.Null(Receiver.Find("nobody"));
    }

    private static string Without(string text, string heading)
    {
        var start = text.IndexOf(heading, StringComparison.Ordinal);
        var end = text.IndexOf("\n## ", start, StringComparison.Ordinal);
        return end < 0 ? text[..start] : text[..start] + text[(end + 1)..];
    }
}
