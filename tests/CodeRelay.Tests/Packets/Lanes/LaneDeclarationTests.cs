using CodeRelay.Analysis;
using CodeRelay.Documents;
using CodeRelay.Git;
using CodeRelay.Packets;
using CodeRelay.Packets.Lanes;
using CodeRelay.Text;

namespace CodeRelay.Tests.Packets.Lanes;

public sealed class LaneDeclarationTests
{
    [Theory]
    [InlineData("plan", Lane.Plan)]
    [InlineData("Planner", Lane.Plan)]
    [InlineData("EXECUTE", Lane.Execute)]
    [InlineData("the audit lane", Lane.Audit)]
    [InlineData("`auditor`", Lane.Audit)]
    [InlineData("supervisor", Lane.Supervise)]
    [InlineData("payments", null)]
    [InlineData("plan and execute", null)]
    [InlineData("", null)]
    public void A_lane_is_known_by_its_word(string text, Lane? lane)
    {
        Assert.Equal(lane is not null, LaneNames.TryParse(text, out var found));
        Assert.Equal(lane, found);
    }

    [Theory]
    [InlineData("lane: execute", Profile.Contract)]
    [InlineData("lane: payments", Profile.Contract)]
    [InlineData("from: plan", Profile.Contract)]
    [InlineData("to_lane: audit", Profile.Contract)]
    [InlineData("from: main\nto: feature-a", Profile.Relay)]
    [InlineData("lane: ''", Profile.Relay)]
    [InlineData("title: x", Profile.Relay)]
    public void A_packet_that_names_a_lane_is_a_contract(string front, Profile profile)
    {
        using var directory = new TemporaryDirectory();
        directory.Write("HANDOFF.md", $"---\n{front}\n---\n# Handoff\n");

        Assert.Equal(profile, Assert.Single(PacketDiscovery.FindPackets(Repository.Discover(directory.Path), new Configuration())).Profile);
    }

    [Fact]
    public void Everything_that_a_packet_says_about_lanes_is_read_with_its_place()
    {
        var text = "---\r\nlane: execute\r\nfrom: plan\r\nexecutor: codex\r\nswitch: \"S1 the plan is accepted\"\r\n---\r\n# Handoff\r\n\r\n## Review\r\n\r\n- Reviewer: the audit lane.\r\n";
        var claims = LaneDeclaration.Of(new Document("HANDOFF.md", SourceText.From(text)));

        Assert.Equal((Lane.Execute, Lane.Plan), (claims.Active, claims.FromLane));
        Assert.Equal("codex", claims.Executor!.Value);
        Assert.Equal("S1 the plan is accepted", claims.Switch!.Value);
        Assert.Equal("the audit lane", claims.Reviewer!.Value);
        Assert.Equal("the audit lane", text[claims.Reviewer.Start..claims.Reviewer.End]);
        Assert.Equal("execute", text[claims.Declared!.Start..claims.Declared.End]);
    }
}
