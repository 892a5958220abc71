namespace CodeRelay.Tests.Rules.Consistency;

public sealed class RLY7002Tests
{
    private const string Tasks = "# Tasks\r\n\r\n- [x] T3: read CR LF\r\n- [ ] T4: write CR LF\r\n- [x] PAY-7 first half\r\n- [ ] PAY-7 second half\r\n- [x] Show the reason of a failed login\r\n- [x] **TASK-12** – count\r\n";

    [Theory]
    [InlineData("Finish T3 in `src/Reader.cs`.")]
    [InlineData("**T-3** next")]
    [InlineData("Show the reason of a failed login.")]
    [InlineData("TASK-12")]
    [InlineData("Закончить T3")]
    [InlineData("实现 T3 的读取")]
    public void A_goal_that_is_ticked_off_is_found(string goal)
    {
        var finding = Assert.Single(Packet.Findings("RLY7002", ("HANDOFF.md", $"# Handoff\r\n\r\n## Goal\r\n\r\n{goal}\r\n"), ("TASKS.md", Tasks)));

        Assert.StartsWith("TASKS.md:", Assert.Single(finding.Evidence).Reference, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Finish T4.")]
    [InlineData("Finish T4, which T3 prepared.")]
    [InlineData("After T3: measure it.")]
    [InlineData("T3 is done, so measure it.")]
    [InlineData("Finish PAY-7.")]
    [InlineData("Finish T30.")]
    [InlineData("Show the reason of a failed login in red.")]
    [InlineData("~~Finish T3~~")]
    [InlineData("- [x] T3")]
    [InlineData("UTF-8 everywhere")]
    public void Any_other_goal_is_not(string goal) =>
        Assert.Empty(Packet.Findings("RLY7002", ("HANDOFF.md", $"# Handoff\n\n## Goal\n\n{goal}\n"), ("TASKS.md", Tasks)));
}
