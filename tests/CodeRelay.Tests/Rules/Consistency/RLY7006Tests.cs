namespace CodeRelay.Tests.Rules.Consistency;

public sealed class RLY7006Tests
{
    [Theory]
    [InlineData("executor: codex\nreviewer: codex", "")]
    [InlineData("executor: Claude Code\nreviewer: claude", "")]
    [InlineData("executor: '@anna'", "## Review\n\n- Reviewer: Anna\n")]
    [InlineData("lane: execute", "Executor: **Codex**\n\nReviewer: `codex` (stop at the patch)\n")]
    [InlineData("lane: execute", "## Review\n\n- Reviewer: self\n")]
    [InlineData("lane: execute\nreviewer: the execute lane", "")]
    [InlineData("lane: execute", "| Executor | Codex |\n|---|---|\n| Executor | Codex |\n| Reviewer | Codex |\n")]
    [InlineData("lane: execute", "- Исполнитель: Анна\n- Ревьюер: Анна\n")]
    [InlineData("lane: execute", "- 执行者：小王\n- 审查人：小王\n")]
    public void Whoever_makes_the_change_does_not_judge_it(string front, string text)
    {
        Assert.Single(Packet.Findings("RLY7006", $"---\n{front}\n---\n# Handoff\n\n{text}"));
        Assert.Single(Packet.Findings("RLY7006", $"---\n{front}\n---\n# Handoff\n\n{text}".ReplaceLineEndings("\r\n")));
    }

    [Theory]
    [InlineData("executor: codex\nreviewer: claude-code", "")]
    [InlineData("executor: codex\nreviewer: Codex, in another session", "")]
    [InlineData("executor: codex\nreviewer: codex (fresh context)", "")]
    [InlineData("executor: codex", "## Review\n\n- Reviewer: the audit lane\n- Stop at: patch\n")]
    [InlineData("executor: codex", "")]
    [InlineData("reviewer: codex", "")]
    [InlineData("lane: audit\nreviewer: audit", "")]
    [InlineData("executor: codex", "- [ ] write the page \"Reviewer: codex\"\n")]
    [InlineData("executor: codex", "```text\nReviewer: codex\n```\n")]
    [InlineData("executor: codex", "Reviewer: <fill: a lane, tool or person>\n")]
    public void Another_reviewer_is_fine(string front, string text) =>
        Assert.Empty(Packet.Findings("RLY7006", $"---\n{front}\n---\n# Handoff\n\n{text}"));

    [Fact]
    public void The_finding_stands_at_the_name()
    {
        var finding = Assert.Single(Packet.Findings("RLY7006", "---\nexecutor: codex\n---\n# Handoff\n\n- Reviewer: Codex\n"));

        Assert.Equal((6, 13, 18), (finding.Range.Line, finding.Range.Column, finding.Range.EndColumn));
    }
}
