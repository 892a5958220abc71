namespace CodeRelay.Tests.Rules.Consistency;

public sealed class RLY7008Tests
{
    [Theory]
    [InlineData("- Split the reader as I said")]
    [InlineData("- The two cases we named earlier in this chat are open")]
    [InlineData("- Scroll up for the stack trace")]
    [InlineData("- See our conversation for the why")]
    [InlineData("- wie im Chat besprochen umbauen")]
    [InlineData("- доделать, как мы обсуждали")]
    [InlineData("- 按之前的对话修改")]
    [InlineData("- さっきの会話のとおりに直す")]
    [InlineData("1. Run `/compact` first")]
    [InlineData("1. [ ] Then use the `TodoWrite` tool to plan")]
    [InlineData("- Call `mcp__tracker__create` for each row")]
    public void What_only_one_session_or_tool_has_is_found(string line)
    {
        Assert.Single(Packet.Findings("RLY7008", $"# Handoff\n\n## Next\n\n{line}\n"));
        Assert.Single(Packet.Findings("RLY7008", $"# Handoff\r\n\r\n## Next\r\n\r\n{line}\r\n"));
    }

    [Theory]
    [InlineData("- As discussed with the team, the API stays")]
    [InlineData("- As mentioned above, CRLF is open")]
    [InlineData("- As we discussed in issue 12, the reader is split")]
    [InlineData("- Run `/compact` handling through the parser")]
    [InlineData("- Run `/status` and expect 200")]
    [InlineData("- GET `/resume` returns the session")]
    [InlineData("- Run `/security-review` or `make audit`")]
    [InlineData("- Fix `TodoWrite` parsing")]
    [InlineData("- The bot answers \"as I said\" too often")]
    [InlineData("- [x] split it as we discussed")]
    [InlineData("- Chat history is kept in `src/chat.ts`")]
    [InlineData("- Conversation view: scroll position is lost")]
    [InlineData("```text\nas I said\n```")]
    public void What_everybody_can_read_is_not(string line) =>
        Assert.Empty(Packet.Findings("RLY7008", $"# Handoff\n\n## Next\n\n{line}\n"));

    [Fact]
    public void What_is_done_needs_nobody_to_follow_it() =>
        Assert.Empty(Packet.Findings("RLY7008", "# Handoff\n\n## Done\n\n- Split as we discussed\n- Run `/compact`\n"));
}
