using CodeRelay.Agents.Takeover;
using CodeRelay.Packets.Lanes;

namespace CodeRelay.Tests.Agents.Takeover;

public sealed class RouterTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 20, 12, 0, 0, TimeSpan.Zero);
    private static readonly RouteRequest Nothing = new(From: null, To: null, Next: null, Pattern: null, [], []);

    [Theory]
    [InlineData(Lane.Plan, Lane.Execute, "S1", RoutePattern.A)]
    [InlineData(Lane.Execute, Lane.Audit, "S1 S3", RoutePattern.B)]
    [InlineData(null, Lane.Audit, "S1 S3", RoutePattern.B)]
    [InlineData(Lane.Audit, Lane.Execute, "S3", null)]
    [InlineData(Lane.Audit, Lane.Supervise, "S5", null)]
    [InlineData(Lane.Supervise, Lane.Plan, "S5", null)]
    public void A_change_of_role_is_a_reason(Lane? from, Lane to, string rules, RoutePattern? pattern)
    {
        using var repo = TakeoverRepository.With(TakeoverRepository.Fixture("good-goal"));

        var decision = Router.Decide(Nothing, new RouteFacts { Gate = repo.Judge(lane: to), Lane = from, Next = to }, Now);

        Assert.True(decision.IsSwitch);
        Assert.Equal(rules, Ids(decision));
        Assert.Equal(pattern, decision.Pattern);
        Assert.Equal($"coderelay takeover --to <runtime> --lane {to.Word()}", decision.Next);
    }

    [Theory]
    [InlineData(null, null)]
    [InlineData(Lane.Execute, null)]
    [InlineData(Lane.Execute, Lane.Execute)]
    [InlineData(Lane.Execute, Lane.Plan)]
    public void Without_a_reason_the_work_stays(Lane? from, Lane? to)
    {
        using var repo = TakeoverRepository.With(TakeoverRepository.Fixture("good-goal"));

        var decision = Router.Decide(Nothing, new RouteFacts { Gate = repo.Judge(), Lane = from, Next = to }, Now);

        Assert.False(decision.IsSwitch);
        Assert.Equal(to == Lane.Plan ? "" : "R1", Ids(decision));
    }

    [Fact]
    public void A_reason_does_not_carry_half_formed_work_away()
    {
        using var repo = TakeoverRepository.With(TakeoverRepository.Fixture("f1-vague-summary"));

        var decision = Router.Decide(Nothing, new RouteFacts { Gate = repo.Judge(lane: Lane.Audit), Lane = Lane.Execute, Next = Lane.Audit, Uncommitted = 2 }, Now);
        var middle = Router.Decide(Nothing, new RouteFacts { Gate = repo.Judge(lane: Lane.Audit), Lane = Lane.Execute, Next = Lane.Audit, Operation = "rebase" }, Now);

        Assert.False(decision.IsSwitch);
        Assert.Equal("S1 S3 R4", Ids(decision));
        Assert.Equal("the packet is not ready: P1, P2, P3, P8 open, 2 files uncommitted", decision.Voices[^1].Because);
        Assert.Equal(RoutePattern.C, decision.Pattern);
        Assert.Equal("complete the packet first: `coderelay takeover --to <runtime> --lane audit` lists what is missing", decision.Next);
        Assert.Equal("finish the rebase, then ask again", middle.Next);
    }

    [Theory]
    [InlineData(5, 0, "S4 R1")]
    [InlineData(1, 4, "S4 R1")]
    [InlineData(1, 1, "R1 R2")]
    public void A_session_is_a_reason_to_leave_when_it_is_large_or_old_and_to_stay_else(int megabytes, int days, string rules)
    {
        using var repo = TakeoverRepository.With(TakeoverRepository.Fixture("good-goal"));
        var facts = new RouteFacts { Gate = repo.Judge(), From = Receiver.Find("codex"), Sessions = [new SessionTrace("codex", "/x", megabytes * 1024L * 1024, Now - TimeSpan.FromDays(days))] };

        Assert.Equal(rules, Ids(Router.Decide(Nothing, facts, Now)));
        Assert.Equal("R1", Ids(Router.Decide(Nothing, facts with { From = Receiver.Find("claude-code") }, Now)));
    }

    [Fact]
    public void What_only_one_tool_has_speaks_for_it()
    {
        using var repo = TakeoverRepository.With(TakeoverRepository.Fixture("good-goal"));
        var facts = new RouteFacts { Gate = repo.Judge(), From = Receiver.Find("codex") };

        Assert.Equal("S2 R1", Ids(Router.Decide(Nothing, facts with { Needs = [new Need("mcp:browser", From: false, To: true), new Need("make", From: true, To: true)] }, Now)));
        Assert.Equal("R1 R3 R3", Ids(Router.Decide(Nothing, facts with { Needs = [new Need("mcp:browser", From: true, To: false)] }, Now)));
        Assert.Equal("R1", Ids(Router.Decide(Nothing, facts with { Needs = [new Need("make", From: false, To: false)] }, Now)));
    }

    [Theory]
    [InlineData("S2: needs a browser", true, "S2 R1")]
    [InlineData("S5", true, "S5 R1")]
    [InlineData("N1", false, "R1 N1")]
    [InlineData("R2 it has it all in mind", false, "R1 R2")]
    [InlineData("the newest model is out", false, "R1 N1")]
    public void What_is_said_counts_by_its_rule(string reason, bool isSwitch, string rules)
    {
        using var repo = TakeoverRepository.With(TakeoverRepository.Fixture("good-goal"));

        var decision = Router.Decide(Nothing with { Reasons = [SwitchReason.Parse(reason)] }, new RouteFacts { Gate = repo.Judge() }, Now);

        Assert.Equal(isSwitch, decision.IsSwitch);
        Assert.Equal(rules, Ids(decision));
        Assert.Contains(decision.Voices, voice => !voice.IsMeasured);
    }

    [Theory]
    [InlineData(RoutePattern.A, Lane.Plan, false, true, Lane.Execute)]
    [InlineData(RoutePattern.A, Lane.Execute, false, true, Lane.Audit)]
    [InlineData(RoutePattern.A, Lane.Audit, false, true, Lane.Supervise)]
    [InlineData(RoutePattern.B, Lane.Execute, false, true, null)]
    [InlineData(RoutePattern.B, Lane.Execute, true, true, Lane.Audit)]
    [InlineData(RoutePattern.B, Lane.Audit, false, true, Lane.Execute)]
    [InlineData(RoutePattern.C, Lane.Execute, true, false, null)]
    [InlineData(RoutePattern.C, Lane.Execute, false, true, Lane.Audit)]
    public void A_pattern_knows_the_next_lane(RoutePattern pattern, Lane lane, bool isDone, bool isReady, Lane? next) =>
        Assert.Equal(next, pattern.Next(lane, isDone, isReady));

    private static string Ids(RouteDecision decision) => string.Join(' ', decision.Voices.Select(voice => voice.Rule.Id));
}
