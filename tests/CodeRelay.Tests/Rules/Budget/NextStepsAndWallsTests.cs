namespace CodeRelay.Tests.Rules.Budget;

public sealed class NextStepsAndWallsTests
{
    private static readonly string Wall = string.Concat(Enumerable.Repeat("the reader drops the zone of each record ", 25));

    [Theory]
    [InlineData("1. a\n2. b\n3. c\n4. d\n", 1)]
    [InlineData("1) a\n2) b\n3) c\n4) d\n", 1)]
    [InlineData("- [ ] a\n- [x] b\n- [ ] c\n- [ ] d\n", 0)]
    [InlineData("1. a\n   - b\n   - c\n   - d\n2. e\n", 0)]
    [InlineData("### 1. a\n\n- b\n- c\n\n### 2. d\n\n- e\n- f\n", 0)]
    [InlineData("### 1. a\n\nb\n\n- c\n\n### 2. d\n\n- e\n\n### 3. f\n\n- g\n\n### 4. h\n\n- i\n", 1)]
    [InlineData("a\n\nb\n\nc\n\nd\n", 0)]
    [InlineData("1. a\n2. b\n3. c\n\n### Constraints\n\n- d\n- e\n", 0)]
    public void Only_open_steps_are_counted(string steps, int findings) =>
        Assert.Equal(findings, Packet.Findings("RLY2005", $"# Handoff\n\n## Next steps\n\n{steps}").Count);

    [Fact]
    public void The_fourth_step_is_where_the_finding_stands() =>
        Assert.Equal(8, Assert.Single(Packet.Findings("RLY2005", "# Handoff\n\n## Next\n\n1. a\n2. b\n3. c\n4. d\n5. e\n")).Range.Line);

    [Fact]
    public void Walls_are_reported_once_per_section_at_the_highest()
    {
        var finding = Assert.Single(Packet.Findings("RLY2004", $"# Handoff\n\n## State\n\n{Wall}\n\n- {Wall} {Wall}\n"));

        Assert.Equal(7, finding.Range.Line);
        Assert.EndsWith("1 more in this section", finding.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_wall_of_many_short_lines_is_one_as_well() =>
        Assert.Single(Packet.Findings("RLY2004", $"# Handoff\n\n{Wall.Replace(" record ", "\nrecord ", StringComparison.Ordinal)}\n"));

    [Fact]
    public void Fences_and_decisions_are_no_walls() =>
        Assert.Empty(Packet.Findings("RLY2004", ("HANDOFF.md", $"# Handoff\n\n```\n{Wall}\n```\n"), ("DECISIONS.md", $"# Decisions\n\n{Wall}\n")));
}
