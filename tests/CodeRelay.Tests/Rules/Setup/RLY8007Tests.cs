namespace CodeRelay.Tests.Rules.Setup;

public sealed class RLY8007Tests
{
    [Theory]
    [InlineData("<!-- coderelay-disable RLY4001 -->", 1)]
    [InlineData("<!-- coderelay-disable RLY4001:   -->", 1)]
    [InlineData("<!-- coderelay-disable-next-line RLY4001, rly4002: agreed -->", 0)]
    [InlineData("<!-- coderelay-disable RLY4001: agreed -->\n<!-- coderelay-enable -->", 0)]
    [InlineData("<!-- coderelay-disable: generated file -->", 0)]
    [InlineData("<!-- coderelay-disable -->", 1)]
    [InlineData("<!-- coderelay-disable RLY400: agreed -->", 1)]
    [InlineData("<!-- coderelay-disable RLY400 -->", 2)]
    [InlineData("`<!-- coderelay-disable RLY4001 -->`", 0)]
    public void A_suppression_gives_a_reason_and_names_rules(string comment, int findings) =>
        Assert.Equal(findings, Packet.Findings("RLY8007", $"# Handoff\n\n{comment}\n\nNothing in progress.\n").Count);

    [Fact]
    public void A_name_is_replaced_by_its_id()
    {
        const string Text = "# Handoff\n\n<!-- coderelay-disable-next-line vague-goal: agreed -->\nGoal: continue\n";

        Assert.Equal(Text.Replace("vague-goal", "RLY4002", StringComparison.Ordinal), Packet.Fixed(Text, Packet.Findings("RLY8007", Text)));
    }
}
