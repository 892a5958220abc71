namespace CodeRelay.Tests.Rules.Freshness;

public sealed class RLY1003Tests
{
    [Fact]
    public void The_commit_before_the_packets_own_is_right()
    {
        using var repo = new TemporaryRepository();
        repo.Write("src/a.cs", "1");
        var parent = repo.Commit("work");
        Handoff(repo, $"HEAD: {parent[..7]}");

        Assert.Empty(repo.Findings("RLY1003"));
        repo.Commit("hand over");
        Assert.Empty(repo.Findings("RLY1003"));

        repo.Write("src/a.cs", "2");
        repo.Commit("more work");
        Assert.Empty(repo.Findings("RLY1003"));
    }

    [Fact]
    public void A_commit_that_was_not_the_last_one_is_drift()
    {
        using var repo = new TemporaryRepository();
        repo.Write("src/a.cs", "1");
        var first = repo.Commit("first");
        repo.Write("src/a.cs", "2");
        repo.Commit("second");
        Handoff(repo, $"Last commit: `{first[..8]}`");
        repo.Commit("hand over");

        Assert.Contains("1 more commit existed", Assert.Single(repo.Findings("RLY1003")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_commit_of_another_branch_is_drift()
    {
        using var repo = new TemporaryRepository();
        repo.Commit("base");
        repo.Git("switch", "--quiet", "--create", "side");
        var side = repo.Commit("side");
        repo.Git("switch", "--quiet", "main");
        Handoff(repo, $"HEAD: {side}");
        repo.Commit("hand over");

        Assert.Contains("which HEAD does not contain", Assert.Single(repo.Findings("RLY1003")).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Branch: `main`", 0)]
    [InlineData("Branch: origin/main", 0)]
    [InlineData("Branch: `side`", 1)]
    [InlineData("| Branch | `side` |", 1)]
    [InlineData("---\nbranch: side\n---", 1)]
    [InlineData("Branch: `unknown`", 0)]
    public void The_branch_is_compared_with_the_one_that_is_checked_out(string claim, int count)
    {
        using var repo = new TemporaryRepository();
        repo.Commit("base");
        repo.Git("branch", "side");
        repo.Write("HANDOFF.md", claim.StartsWith("---", StringComparison.Ordinal) ? claim + "\n# Handoff\n" : $"# Handoff\n\n{claim}\n");

        Assert.Equal(count, repo.Findings("RLY1003").Count);
        repo.Git("switch", "--quiet", "--detach");
        Assert.Empty(repo.Findings("RLY1003"));
    }

    private static void Handoff(TemporaryRepository repo, string line) => repo.Write("HANDOFF.md", $"# Handoff\n\n## State\n\n{line}\n");
}
