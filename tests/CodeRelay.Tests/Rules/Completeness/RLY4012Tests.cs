namespace CodeRelay.Tests.Rules.Completeness;

public sealed class RLY4012Tests
{
    [Theory]
    [InlineData("## Goal\n\n-\n", "exactly what must be finished")]
    [InlineData("## Next 3 steps\n\n1.\n2.\n3.\n", "what to do first")]
    [InlineData("## Blockers\n\nTBD\n", "what blocks the work")]
    [InlineData("## Blockers\n\n*TODO*\n", "what blocks the work")]
    [InlineData("## Important files\n\n<!-- fill: paths -->\n", "which files matter")]
    [InlineData("## Goal\n\n<fill: one sentence>\n", "exactly what must be finished")]
    [InlineData("## Goal\n\n{{goal}}\n", "exactly what must be finished")]
    [InlineData("## Goal\n\n[Describe the goal here]\n", "exactly what must be finished")]
    [InlineData("## Goal\n\nWhat the next agent should do first.\n", "exactly what must be finished")]
    [InlineData("## Goal\n\nWhat are we finishing?\n", "exactly what must be finished")]
    [InlineData("## Goal\n\nWhy this matters and what it is for\n", "exactly what must be finished")]
    [InlineData("## In progress\n\nWork that was begun and is not done:\n\n-\n", "what was begun and not finished")]
    [InlineData("## Ziel\n\n…\n", "exactly what must be finished")]
    [InlineData("## Acceptance\n\n- [ ]\n", "what shows that it is done")]
    [InlineData("| Item | |\n|---|---|\n| Goal | |\n", "exactly what must be finished")]
    [InlineData("Goal: \nNext: run `make`\n", "placeholder")]
    public void What_a_template_left_is_no_answer(string text, string message)
    {
        var finding = Assert.Single(Packet.Findings("RLY4012", $"# Handoff\n\n{text}"));

        Assert.Contains(message, finding.Message, StringComparison.Ordinal);
        Assert.Null(finding.Fix);
        Assert.DoesNotContain(Packet.Findings("RLY4001", $"# Handoff\n\n{text}"), other => text.Contains("Goal", StringComparison.Ordinal) && other.Range.Line > 1);
    }

    [Theory]
    [InlineData("## Goal\n\nRender `{{name}}` once.\n")]
    [InlineData("## Goal\n\nWhy `parse()` fails: find it.\n")]
    [InlineData("## Next\n\n- TODO list of `parser.cs`: empty it\n- Describe `--since` in docs/cli.md\n")]
    [InlineData("## Next\n\n- ✅\n")]
    [InlineData("## Next\n\n```yaml\nname: {{name}}\n```\n")]
    [InlineData("## Next\n\n- \n  ```sh\n  make\n  ```\n")]
    [InlineData("## Files\n\n- [Describe](docs/describe.md)\n- ${{ github.sha }}\n")]
    [InlineData("## Blockers\n\nn/a\n")]
    [InlineData("<!-- Copyright 2026 -->\n## Goal\n\nFix `a`.\n")]
    [InlineData("Why this exists matters to every reader of the queue.\n\n## Goal\n\nFix `a`.\n")]
    [InlineData("How the retries work, and what they cost.\n")]
    [InlineData("## Goal\n\nWhy retries fail is not known. Find out before the release.\n")]
    [InlineData("## Next\n\nWhat remains is the port to Windows.\n")]
    [InlineData("## Open questions\n\nWhy does the queue lose messages?\n")]
    [InlineData("<details>\n<summary>log</summary>\n</details>\n")]
    public void What_only_looks_like_it_is(string text) => Assert.Empty(Packet.Findings("RLY4012", $"# Handoff\n\n{text}"));

    [Fact]
    public void A_section_is_reported_once() =>
        Assert.Equal([5, 9], Packet.Findings("RLY4012", "# Handoff\n\n## Next\n\n1.\n2.\n\n## Risks\n-\n-\n").Select(finding => finding.Range.Line));

    [Theory]
    [InlineData("# T\n\n- [ ] a\n- [ ]\n- [ ] b\n-\n", "# T\n\n- [ ] a\n- [ ] b\n")]
    [InlineData("# T\r\n\r\n- [ ] a\r\n- [ ]\r\n", "# T\r\n\r\n- [ ] a\r\n")]
    [InlineData("# T\n\n<!-- fill: tasks -->\n- [ ] a\n", "# T\n\n- [ ] a\n")]
    [InlineData("# T\n\n- [ ] a\n-", "# T\n\n- [ ] a\n")]
    public void What_says_nothing_beside_answers_is_deleted(string tasks, string expected)
    {
        var findings = Packet.Findings("RLY4012", ("HANDOFF.md", "Nothing in progress.\n"), ("TASKS.md", tasks));

        Assert.Equal(expected, Packet.Fixed(tasks, findings));
    }

    [Fact]
    public void A_bullet_that_carries_others_is_not_bare() =>
        Assert.Empty(Packet.Findings("RLY4012", ("HANDOFF.md", "Nothing in progress.\n"), ("TASKS.md", "# T\n\n- a\n-\n  - b\n")));

    [Fact]
    public void A_heading_of_the_template_is_reported() =>
        Assert.Contains("YYYY-MM-DD", Assert.Single(Packet.Findings("RLY4012", ("HANDOFF.md", "Nothing in progress.\n"), ("DECISIONS.md", "# Decisions\n\n## YYYY-MM-DD: Title\n\nBecause `x`.\n"))).Message, StringComparison.Ordinal);
}
