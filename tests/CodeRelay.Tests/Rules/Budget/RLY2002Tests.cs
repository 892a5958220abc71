namespace CodeRelay.Tests.Rules.Budget;

public sealed class RLY2002Tests
{
    private static readonly string LongText = string.Concat(Enumerable.Repeat("Write one test for each fault that was found.\n", 200));

    [Fact]
    public void The_heaviest_file_is_reported_with_the_whole_set_as_evidence()
    {
        var finding = Assert.Single(Packet.Findings("RLY2002", ("HANDOFF.md", "# Handoff\n"), ("CLAUDE.md", "@docs/rules.md\n@AGENTS.md\n"), ("AGENTS.md", LongText), ("docs/rules.md", LongText)));

        Assert.Equal("AGENTS.md", finding.File);
        Assert.Equal(["CLAUDE.md", "docs/rules.md", "AGENTS.md", "HANDOFF.md"], finding.Evidence.Select(item => item.Reference));
    }

    [Fact]
    public void Files_of_different_runtimes_are_not_added_up()
    {
        var half = LongText[..(LongText.Length / 2)];

        Assert.Empty(Packet.Findings("RLY2002", ("HANDOFF.md", "# Handoff\n"), ("CLAUDE.md", half), ("AGENTS.md", half), ("GEMINI.md", half)));
    }

    [Theory]
    [InlineData("every-session: { tokens: 4000 }", 0)]
    [InlineData("every-session: { tokens: 1000 }", 1)]
    public void The_budget_is_configured(string budget, int findings) =>
        Assert.Equal(findings, Packet.Findings("RLY2002", ("coderelay.yml", $"budgets:\n  {budget}\n"), ("HANDOFF.md", LongText)).Count);
}
