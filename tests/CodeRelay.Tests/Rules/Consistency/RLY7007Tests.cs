namespace CodeRelay.Tests.Rules.Consistency;

public sealed class RLY7007Tests
{
    [Theory]
    [InlineData("from: codex\nto: claude-code", 1)]
    [InlineData("from: Claude Code\nto: claude", 0)]
    [InlineData("from: audit\nto: plan", 1)]
    [InlineData("from: plan\nto: execute", 0)]
    [InlineData("from_lane: execute\nto_lane: audit", 0)]
    [InlineData("from: execute\nto: execute", 0)]
    [InlineData("from: feature-a\nto: main", 0)]
    [InlineData("from: codex\nto: main", 0)]
    [InlineData("from: codex", 0)]
    [InlineData("to: codex", 0)]
    public void A_switch_between_tools_or_back_needs_a_reason(string front, int findings) =>
        Assert.Equal(findings, Packet.Findings("RLY7007", $"---\n{front}\n---\n# Handoff\n").Count);

    [Theory]
    [InlineData("S2", 0)]
    [InlineData("s4 the session is three days old", 0)]
    [InlineData("the next step needs a browser", 0)]
    [InlineData("следующий шаг требует браузера", 0)]
    [InlineData("N1", 1)]
    [InlineData("R2", 1)]
    [InlineData("the newest model is out", 1)]
    [InlineData("a second opinion", 1)]
    [InlineData("Zweite Meinung", 1)]
    [InlineData("too slow", 1)]
    [InlineData("the parser is slow on files of a gigabyte and the profiler runs elsewhere", 0)]
    [InlineData("for variety", 1)]
    [InlineData("the variety of inputs needs a fuzzer", 0)]
    public void Not_everything_is_a_reason(string reason, int findings) =>
        Assert.Equal(findings, Packet.Findings("RLY7007", $"---\r\nfrom: codex\r\nto: gemini\r\nswitch: {reason}\r\n---\r\n# Handoff\r\n").Count);

    [Fact]
    public void A_change_of_role_excuses_a_bad_word_beside_it() =>
        Assert.Empty(Packet.Findings("RLY7007", "---\nfrom: execute\nto: audit\nswitch: a second opinion\n---\n# Handoff\n"));
}
