namespace CodeRelay.Tests.Rules.Completeness;

public sealed class RelayRulesTests
{
    [Theory]
    [InlineData("## What remains\n\n- `a.cs`\n")]
    [InlineData("Next: fix `a.cs`\n")]
    [InlineData("## Risks & next steps\n\n- fix `a.cs`\n")]
    [InlineData("## What's next\n\n1. ~~fix `a.cs`~~\n")]
    [InlineData("## Next steps\n\nAll phases complete.\n")]
    [InlineData("**Prochaine étape recommandée : le projet est finalisé.**\n")]
    [InlineData("**Next step: `a.cs` is finished and ready for review.**\n")]
    [InlineData("## P0\n\n1. fix `a.cs`\n")]
    [InlineData("## Next Concrete Action\n\n- fix `a.cs`\n")]
    [InlineData("## Où reprendre\n\n1. corriger `a.cs`\n")]
    [InlineData("**Exact next step.** Fix `a.cs`, then run it.\n")]
    [InlineData("## 다음 작업\n\n1) `a.cs` 수정\n")]
    [InlineData("**Pending:**\n\n| Step | File |\n|---|---|\n| fix | `a.cs` |\n")]
    public void A_next_step_may_be_said_in_many_ways(string text) => Assert.Empty(Packet.Findings("RLY4003", $"# Handoff\n\n{text}"));

    [Theory]
    [InlineData("## Done\n\n- fixed the next button\n")]
    [InlineData("## Notes for the next agent\n\n- `a.cs` is odd\n")]
    public void A_heading_with_next_in_it_is_not_always_one(string text) => Assert.Single(Packet.Findings("RLY4003", $"# Handoff\n\n{text}"));

    [Theory]
    [InlineData("**Objectif global** : un solde prépayé, sans transaction par partie.\n")]
    [InlineData("## 現在の重要なミッション\n\n審査に通すこと\n")]
    [InlineData("**Goal.** `a.cs` reads CR LF files.\n")]
    public void A_goal_may_be_said_in_many_ways(string text) => Assert.Empty(Packet.Findings("RLY4001", $"# Handoff\n\n{text}"));

    [Fact]
    public void Bold_words_that_begin_a_sentence_are_no_label() =>
        Assert.Single(Packet.Findings("RLY4003", "# Handoff\n\n**Next** to `a.cs` stands `b.cs`.\n\n**Nothing was pushed.** The server is down.\n"));

    [Theory]
    [InlineData("## Open questions\n\n- Who decides?\n")]
    [InlineData("## No blockers\n")]
    [InlineData("Blockers: none\n")]
    [InlineData("**Open items / blockers.** None blocking. The licence is settled.\n")]
    [InlineData("## Status\n\n| Part | State |\n|---|---|\n| Data | ❌ blocked until March |\n")]
    [InlineData("- The build has a pre-existing dependency issue on Windows\n")]
    [InlineData("## 主要风险\n\n无\n")]
    public void Blockers_may_be_answered_in_many_ways(string text) => Assert.Empty(Packet.Findings("RLY4008", $"# Handoff\n\n{text}"));

    [Fact]
    public void Blockers_that_were_removed_are_no_answer() =>
        Assert.Single(Packet.Findings("RLY4008", "# Handoff\n\n- ~~⚠️ blocked by the licence~~\n"));

    [Theory]
    [InlineData("## In progress\n\nnothing\n")]
    [InlineData("**Status:** jitter is missing\n")]
    [InlineData("## Done\n\n- a\n\n## Next\n\n- b\n")]
    [InlineData("Two files are not committed.\n")]
    [InlineData("---\nbranch: feat/x\n---\n# Handoff\n")]
    public void The_state_may_be_said_in_many_ways(string text) => Assert.Empty(Packet.Findings("RLY4011", text));

    [Theory]
    [InlineData("## Next\n\n- fix `src/a.cs`\n", 0)]
    [InlineData("## Done\n\n- fixed `src/a.cs`\n", 1)]
    [InlineData("## Done\n\n- fixed `src/a.cs`, `src/b.cs` and `src/c.cs`\n", 0)]
    [InlineData("## Files\n\nnone yet\n", 0)]
    [InlineData("## Next\n\n```sh\npython src/a.py\n```\n", 1)]
    public void A_file_counts_where_it_is_a_file_to_open(string text, int findings) =>
        Assert.Equal(findings, Packet.Findings("RLY4007", $"# Handoff\n\n{text}").Count);
}
