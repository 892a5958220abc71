namespace CodeRelay.Tests.Rules.Redundancy;

public sealed class RLY3006Tests
{
    private const string Source = "// Sends again what the gateway refused.\n\n// Waits 200 milliseconds, doubles up to eight seconds, adds jitter, gives up after the seventh attempt.\nclass Retry;\n";
    private const string Restated = "- `src/Retry.cs` waits 200 milliseconds, doubles up to eight seconds, adds jitter, gives up after the seventh attempt";

    [Fact]
    public void The_line_of_the_code_that_says_it_is_named()
    {
        using var repo = With($"# Handoff\n\n## How it works\n\n{Restated}\n");

        var finding = Assert.Single(repo.Findings("RLY3006"));

        Assert.Equal(5, finding.Range.Line);
        Assert.Equal("src/Retry.cs:3", Assert.Single(finding.Evidence).Reference);
    }

    [Theory]
    [InlineData("## Next steps")]
    [InlineData("## Blockers")]
    [InlineData("## Decisions")]
    [InlineData("## Constraints")]
    [InlineData("## Important files")]
    public void What_is_needed_to_continue_stays_whatever_the_code_says(string heading)
    {
        using var repo = With($"# Handoff\n\n{heading}\n\n{Restated}\n");

        Assert.Empty(repo.Findings("RLY3006"));
    }

    [Fact]
    public void Code_that_the_packet_does_not_name_is_not_looked_at()
    {
        using var repo = With("# Handoff\n\n## How it works\n\n" + Restated.Replace("`src/Retry.cs`", "The retry", StringComparison.Ordinal) + "\n");

        Assert.Empty(repo.Findings("RLY3006"));
    }

    [Fact]
    public void The_same_words_about_something_else_are_not_enough()
    {
        using var repo = With("# Handoff\n\n## How it works\n\n- `src/Retry.cs`: the queue of the gateway waits for the operator, adds what was refused on Sundays, and gives up its place\n");

        Assert.Empty(repo.Findings("RLY3006"));
    }

    private static TemporaryRepository With(string packet)
    {
        var repo = new TemporaryRepository();
        repo.Write("src/Retry.cs", Source);
        repo.Commit("Start");
        repo.Write("HANDOFF.md", packet);
        repo.Commit("Write the packet");
        return repo;
    }
}
