namespace CodeRelay.Tests.Rules.Freshness;

public sealed class RLY1005Tests
{
    private static readonly DateTimeOffset Day = new(2026, 3, 10, 12, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("Last updated: 2026-03-10", 0)]
    [InlineData("Last updated: 2026-03-09", 0)]
    [InlineData("Last updated: March 12, 2026", 0)]
    [InlineData("Last updated: 2026-03-01", 1)]
    [InlineData("Last updated: 2026-04-01", 1)]
    [InlineData("Date: 2026-01-01\n\nDate: 2026-03-10", 0)]
    [InlineData("It was measured on 2025-01-01.", 0)]
    [InlineData("---\nupdated: 2026-01-15\n---", 1)]
    public void The_date_of_the_text_is_compared_with_its_last_commit(string text, int count)
    {
        using var repo = new TemporaryRepository(start: Day);
        repo.Write("HANDOFF.md", text.StartsWith("---", StringComparison.Ordinal) ? text + "\n# Handoff\n" : $"# Handoff\n\n{text}\n");
        repo.Commit("hand over");

        Assert.Equal(count, repo.Findings("RLY1005", Day).Count);
    }

    [Theory]
    [InlineData("Deadline: 2026-03-09", 1)]
    [InlineData("Deadline: 2026-03-10", 0)]
    [InlineData("- [ ] Ship the importer, due 2026-03-01", 1)]
    [InlineData("- [x] Ship the importer, due 2026-03-01", 0)]
    [InlineData("Blocked until March 1, 2026", 1)]
    [InlineData("締切: 2026年3月1日", 1)]
    public void A_deadline_is_compared_with_today(string text, int count)
    {
        using var repo = new TemporaryRepository(start: Day);
        repo.Write("HANDOFF.md", $"# Handoff\n\n{text}\n");

        Assert.Equal(count, repo.Findings("RLY1005", Day).Count);
    }

    [Fact]
    public void A_text_that_is_being_edited_has_no_date_yet()
    {
        using var repo = new TemporaryRepository(start: Day);
        repo.Write("HANDOFF.md", "# Handoff\n");
        repo.Commit("hand over");
        repo.Write("HANDOFF.md", "# Handoff\n\nLast updated: 2025-01-01\n");

        Assert.Empty(repo.Findings("RLY1005", Day));
    }
}
