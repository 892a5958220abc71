namespace CodeRelay.Tests.Rules.Completeness;

public sealed class ContractRulesTests
{
    [Theory]
    [InlineData("RLY4005", "## Acceptance gate\n\n- `make check` is green\n")]
    [InlineData("RLY4005", "The work counts as done when `make check` passes.\n")]
    [InlineData("RLY4005", "All samples must pass.\n")]
    [InlineData("RLY4005", "## 验收标准\n\n- 测试通过\n")]
    [InlineData("RLY4005", "Fertig, wenn `make check` grün ist.\n")]
    [InlineData("RLY4006", "## Out of scope\n\n- Windows\n")]
    [InlineData("RLY4006", "- Do not edit the schema without approval.\n")]
    [InlineData("RLY4006", "Non-goals: none\n")]
    [InlineData("RLY4006", "## Что НЕ делать\n\n- не трогать схему\n")]
    [InlineData("RLY4006", "- 不要修改数据库结构\n")]
    [InlineData("RLY4009", "Run `npm run test:unit -- --watch=false`.\n")]
    [InlineData("RLY4009", "## Verification\n\n- `tools/check-translations.py`: 0 errors\n")]
    [InlineData("RLY4009", "```sh\n$ uv run pytest -q\n```\n")]
    [InlineData("RLY4009", "## Next\n\n- `dotnet build`\n")]
    [InlineData("RLY4010", "Reviewer: audit lane\n")]
    [InlineData("RLY4010", "To be reviewed by @anna before merge.\n")]
    [InlineData("RLY4010", "## 负责人\n\n王\n")]
    [InlineData("RLY4011", "- Checked `main@7f29e66`; nothing else.\n")]
    [InlineData("RLY4011", "## State\n\n- `main` at 7f29e66b, clean\n")]
    [InlineData("RLY4011", "**Branch**: `feat/x`\n**Commit**: 3f2a91c\n")]
    [InlineData("RLY4011", "## Git status\n\nOnly `BUILD.md` differs.\n")]
    [InlineData("RLY4011", "- [x] All changes committed\n")]
    [InlineData("RLY4011", "代码未提交。\n")]
    public void An_item_may_be_said_in_many_ways(string rule, string text)
    {
        Assert.Empty(Packet.Findings(rule, $"# Handoff\n\n{text}", profile: "contract"));
        Assert.Single(Packet.Findings(rule, "# Handoff\n\nFix the importer.\n", profile: "contract"));
    }

    [Theory]
    [InlineData("RLY4005", "All tests pass.\n")]
    [InlineData("RLY4006", "```sh\n# never run this twice\n```\n")]
    [InlineData("RLY4006", "There is no more scrolling.\n")]
    [InlineData("RLY4009", "`git diff --check` passed.\n")]
    [InlineData("RLY4009", "## What was done\n\n- `dotnet build` has 0 warnings\n")]
    [InlineData("RLY4009", "Go and test it, then make sure to check.\n")]
    [InlineData("RLY4010", "## Review findings\n\n- fixed\n")]
    [InlineData("RLY4011", "## Commits\n\n1. `8e0d401` feat: x\n")]
    public void Words_alone_are_no_answer(string rule, string text) =>
        Assert.Single(Packet.Findings(rule, $"# Handoff\n\n{text}", profile: "contract"));

    [Fact]
    public void The_relay_profile_does_not_ask_for_the_contract()
    {
        foreach (var rule in new[] { "RLY4005", "RLY4006", "RLY4009", "RLY4010" })
            Assert.Empty(Packet.Findings(rule, "# Handoff\n\nFix the importer.\n"));
    }

    [Fact]
    public void Project_context_answers_for_constraints_and_commands()
    {
        (string, string)[] files = [("coderelay.yml", "profile: contract\n"), ("HANDOFF.md", "# Handoff\n\nFix the importer.\n"), ("PROJECT_CONTEXT.md", "# Context\n\n## Commands\n\n- Test: `make test`\n\n## Constraints\n\n- Python 3.7\n")];

        Assert.Empty(Packet.Findings("RLY4006", files));
        Assert.Empty(Packet.Findings("RLY4009", files));
    }
}
