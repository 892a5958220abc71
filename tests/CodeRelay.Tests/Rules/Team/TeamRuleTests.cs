namespace CodeRelay.Tests.Rules.Team;

public sealed class TeamRuleTests
{
    private const string Handoff = "# Handoff\n\n## Goal\n\nKeep carts.\n\n### Why\n\nGuests ask asap.\n\n## Next steps\n\n1. Basapfel\n";

    [Theory]
    [InlineData("section: goal, must-contain: carts", 0)]
    [InlineData("section: goal, must-contain: [Carts, guests]", 0)]
    [InlineData("section: goal, must-contain: /Carts/", 1)]
    [InlineData("section: goal, must-contain: /Carts/i", 0)]
    [InlineData("section: goal, must-contain: Basapfel", 1)]
    [InlineData("section: why, must-contain: carts", 1)]
    [InlineData("section: Rollback, must-contain: carts", 1)]
    [InlineData("section: Rollback, must-not-contain: carts", 0)]
    [InlineData("section: next, must-not-contain: ASAP", 1)]
    [InlineData("section: next, forbidden-phrases: asap", 0)]
    [InlineData("forbidden-phrases: asap", 1)]
    [InlineData("forbidden-phrases: guests   ASK", 1)]
    [InlineData("must-not-contain: asap", 2)]
    [InlineData("must-not-contain: '/^/'", 0)]
    [InlineData("required-headings: [goal, next, Why]", 0)]
    [InlineData("required-headings: [Goal, Blockers, owner]", 2)]
    [InlineData("section: goal, required-headings: Why", 0)]
    [InlineData("section: next, required-headings: Why", 1)]
    [InlineData("budget: { lines: 13 }", 0)]
    [InlineData("budget: { lines: 12 }", 1)]
    [InlineData("section: goal, budget: { lines: 3 }", 1)]
    [InlineData("section: next, budget: { lines: 3 }", 0)]
    [InlineData("budget: { lines: 5, tokens: 5 }", 2)]
    [InlineData("files: TASKS.md, must-contain: carts", 0)]
    [InlineData("files: 'docs/**/*.md', must-contain: owner", 0)]
    [InlineData("files: '**/HANDOFF.md', must-contain: owner", 1)]
    [InlineData("files: handoff.md, must-contain: owner", 1)]
    [InlineData("files: 'HAND*', must-contain: owner", 1)]
    public void What_is_demanded_is_found(string demands, int count)
    {
        Assert.Equal(count, Findings(demands, Handoff).Count);
        Assert.Equal(count, Findings(demands, Handoff.ReplaceLineEndings("\r\n")).Count);
    }

    [Fact]
    public void Another_name_of_the_handoff_is_one_too() =>
        Assert.Single(Packet.Findings("TEAM1", ("HANDOVER.md", Handoff), ("coderelay.yml", Configuration("must-contain: owner"))));

    [Theory]
    [InlineData("must-contain: carts", 0)]
    [InlineData("must-contain: mugs", 1)]
    [InlineData("must-not-contain: carts", 1)]
    public void A_label_is_a_section_where_no_heading_is(string demand, int count) =>
        Assert.Equal(count, Findings($"section: goal, {demand}", "# Handoff\n\n**Goal:** keep carts\n\n**Next:** nothing\n").Count);

    [Fact]
    public void A_forbidden_phrase_of_a_script_without_spaces_is_found_inside_words() =>
        Assert.Single(Findings("forbidden-phrases: 尽快", "# 交接\n\n请尽快完成。\n"));

    [Fact]
    public void Each_place_is_reported_with_its_range()
    {
        var finding = Findings("must-not-contain: asap", Handoff)[0];

        Assert.Equal((9, 12, 16), (finding.Range.Line, finding.Range.Column, finding.Range.EndColumn));
    }

    private static IReadOnlyList<CodeRelay.Analysis.Finding> Findings(string demands, string handoff) =>
        Packet.Findings("TEAM1", ("HANDOFF.md", handoff), ("coderelay.yml", Configuration(demands)));

    private static string Configuration(string demands) => $"team-rules:\n  - {{ id: TEAM1, message: m, {demands} }}\n";
}
