namespace CodeRelay.Tests.Rules.Redundancy;

public sealed class ClosedTasksTests
{
    private const string Body = "### Phase 2: Retry queue\n\n- A queue that sends refused orders again, in `src/Queue.cs`\n- The log of refused orders, in `src/Log.cs`\n";

    [Theory]
    [InlineData("| Phase 2 | ✅ |")]
    [InlineData("| Phase 2 | complete |")]
    [InlineData("- [x] Phase 2: Retry queue")]
    [InlineData("- **Phase 2**: done")]
    public void The_description_of_a_task_that_is_marked_done_elsewhere_is_a_report(string mark)
    {
        using var repo = With(mark);

        var finding = Assert.Single(repo.Findings("RLY3001").Concat(repo.Findings("RLY3008")), finding => finding.Range.LastLine > 11);

        Assert.Equal("Send refused orders again through a queue and keep a log of refused orders", Assert.Single(finding.Evidence).Text);
    }

    [Theory]
    [InlineData("| Phase 2 | next |")]
    [InlineData("| Phase 1 | ✅ |")]
    [InlineData("- [ ] Phase 2: Retry queue")]
    [InlineData("- Phase 2 is not done")]
    [InlineData("- [x] Phase 2: queue\n- [ ] Phase 2: log")]
    public void An_open_or_contradicted_task_keeps_its_description(string mark)
    {
        using var repo = With(mark);

        Assert.DoesNotContain(repo.Findings("RLY3001").Concat(repo.Findings("RLY3008")), finding => finding.Range.LastLine > 11);
    }

    [Fact]
    public void What_must_stay_stays_in_the_description_of_a_finished_task()
    {
        using var repo = With("| Phase 2 | ✅ |", "- Do not send an order twice: the gateway books refused orders of the queue\n");

        var text = File.ReadAllLines(Path.Combine(repo.Path, "HANDOFF.md"));
        Assert.DoesNotContain(repo.Findings("RLY3001").Concat(repo.Findings("RLY3008")), finding => text[(finding.Range.Line - 1)..finding.Range.LastLine].Any(line => line.Contains("twice", StringComparison.Ordinal)));
    }

    [Fact]
    public void What_stands_below_a_ticked_task_goes_with_it()
    {
        using var repo = new TemporaryRepository();
        repo.Write("src/Queue.cs", "class Queue;\n");
        repo.Commit("Send refused orders again through a queue");
        repo.Write("HANDOFF.md", "# Handoff\n\n## Tasks\n\n- [x] Send refused orders again through a queue\n  - refused orders wait in the queue\n  - must never wait for more than a day\n- [ ] Show the queue\n");
        repo.Commit("Hand over");

        var finding = Assert.Single(repo.Findings("RLY3001").Concat(repo.Findings("RLY3008")));

        Assert.Equal((5, 6), (finding.Range.Line, finding.Range.LastLine));
    }

    private static TemporaryRepository With(string mark, string more = "")
    {
        var repo = new TemporaryRepository();
        repo.Write("src/Queue.cs", "class Queue;\n");
        repo.Write("src/Log.cs", "class Log;\n");
        repo.Commit("Send refused orders again through a queue and keep a log of refused orders");
        var table = mark.StartsWith('|') ? "| Phase | State |\n|---|---|\n" : "";
        repo.Write("HANDOFF.md", $"# Handoff\n\n## Overview\n\n{table}{mark}\n\n## Plan\n\nThree phases.\n\n{Body}{more}");
        repo.Commit("Hand over");
        return repo;
    }
}
