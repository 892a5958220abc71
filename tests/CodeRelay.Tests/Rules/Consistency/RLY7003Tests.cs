namespace CodeRelay.Tests.Rules.Consistency;

public sealed class RLY7003Tests
{
    [Theory]
    [InlineData("- [ x] a", "- [x] a")]
    [InlineData("- [x ] a", "- [x] a")]
    [InlineData("- [] a", "- [ ] a")]
    [InlineData("- [  ] a", "- [ ] a")]
    [InlineData("* [✓] a", "* [x] a")]
    [InlineData("- [ ]a", "- [ ] a")]
    [InlineData("- [x]a", "- [x] a")]
    [InlineData("-[ ] a", "- [ ] a")]
    [InlineData("-[x] a", "- [x] a")]
    [InlineData("[x] a", "- [x] a")]
    [InlineData("  - [ x] a", "  - [x] a")]
    [InlineData("1. [ x] a", "1. [x] a")]
    public void What_can_only_be_meant_is_written(string line, string expected)
    {
        foreach (var lineBreak in new[] { "\n", "\r\n" })
        {
            var tasks = $"# Tasks{lineBreak}{lineBreak}{line}{lineBreak}";
            var findings = Packet.Findings("RLY7003", ("HANDOFF.md", "Nothing in progress.\n"), ("TASKS.md", tasks));

            Assert.Single(findings);
            Assert.Equal(tasks.Replace(line, expected, StringComparison.Ordinal), Packet.Fixed(tasks, findings));
        }
    }

    [Theory]
    [InlineData("- [y] a")]
    [InlineData("- [!] a")]
    [InlineData("- [ok] a")]
    public void A_mark_without_meaning_is_left_to_the_reader(string line) =>
        Assert.Null(Assert.Single(Packet.Findings("RLY7003", ("HANDOFF.md", "Nothing in progress.\n"), ("TASKS.md", $"# Tasks\n\n{line}\n"))).Fix);

    [Theory]
    [InlineData("- [ ] a")]
    [InlineData("- [X] a")]
    [InlineData("- [~] a")]
    [InlineData("- [-] a")]
    [InlineData("- [a](b.md)")]
    [InlineData("- [a][b]")]
    [InlineData("- [docs] a")]
    [InlineData("- a [] b")]
    [InlineData("```\n- [y] a\n```")]
    [InlineData("[a]: b.md")]
    [InlineData("-[a] b")]
    public void What_is_a_task_or_no_task_at_all_is_not_reported(string line) =>
        Assert.Empty(Packet.Findings("RLY7003", ("HANDOFF.md", "Nothing in progress.\n"), ("TASKS.md", $"# Tasks\n\n{line}\n")));

    [Fact]
    public void In_a_handoff_brackets_are_boxes_only_beside_boxes()
    {
        Assert.Empty(Packet.Findings("RLY7003", "# Handoff\n\n- [1] a paper\n- [2] a book\n"));
        Assert.Equal(4, Assert.Single(Packet.Findings("RLY7003", "# Handoff\n\n- [ ] a\n- [x ] b\n")).Range.Line);
    }

    [Fact]
    public void Each_line_of_tasks_without_bullets_is_fixed()
    {
        const string Tasks = "# Tasks\n\n[x] a\n[ ] b\n";
        var findings = Packet.Findings("RLY7003", ("HANDOFF.md", "Nothing in progress.\n"), ("TASKS.md", Tasks));

        Assert.Equal("# Tasks\n\n- [x] a\n- [ ] b\n", Packet.Fixed(Tasks, findings));
    }
}
