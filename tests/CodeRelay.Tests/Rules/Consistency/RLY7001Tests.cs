namespace CodeRelay.Tests.Rules.Consistency;

public sealed class RLY7001Tests
{
    [Theory]
    [InlineData("- [ ] T12: a\n- [x] T12: a\n", 1)]
    [InlineData("- [ ] **T-12** a\n- [ ] t-12 b\n", 1)]
    [InlineData("- [ ] [TASK-3] a\n1. [ ] TASK-3. b\n", 1)]
    [InlineData("- [ ] 1.2 a\n- [ ] 1.2 b\n- [ ] 1.2 c\n", 2)]
    [InlineData("- [ ] T12 a\n- [ ] T13 b, after T12\n- T12 is a note\n", 0)]
    [InlineData("- [ ] ABC-7 a\n- [ ] ABC-7 b\n", 0)]
    [InlineData("- [ ] 1. a\n- [ ] 1. b\n", 0)]
    [InlineData("- [ ] T1 a\n- [ ] T10 b\n- [ ] T1.1 c\n", 0)]
    [InlineData("- [ ] Tests 1\n- [ ] Tests 1\n", 0)]
    public void Ids_are_compared_where_tasks_begin(string tasks, int findings) =>
        Assert.Equal(findings, Packet.Findings("RLY7001", ("HANDOFF.md", "Nothing in progress.\n"), ("TASKS.md", $"# Tasks\n\n{tasks}")).Count);

    [Fact]
    public void The_finding_names_the_first_line() =>
        Assert.Equal("TASKS.md:3", Assert.Single(Assert.Single(Packet.Findings("RLY7001", ("HANDOFF.md", "Nothing in progress.\n"), ("TASKS.md", "# Tasks\r\n\r\n- [ ] T1 a\r\n- [ ] T1 b\r\n"))).Evidence).Reference);
}
