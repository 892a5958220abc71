namespace CodeRelay.Tests.Rules.Freshness;

public sealed class RLY1006Tests
{
    [Fact]
    public void A_clone_that_is_cut_off_before_the_packet_says_so_and_guesses_nothing()
    {
        using var repo = Sample(depth: "1");

        Assert.Equal(["RLY1006"], repo.Findings("RLY1").Select(finding => finding.Rule.Id));
    }

    [Fact]
    public void A_shallow_clone_that_reaches_the_packet_is_judged()
    {
        using var repo = Sample(depth: "3");

        Assert.Equal(["RLY1001"], repo.Findings("RLY1").Select(finding => finding.Rule.Id));
    }

    [Fact]
    public void Work_after_the_cut_is_certain_even_if_the_packets_age_is_not()
    {
        using var repo = Sample(depth: "1");
        repo.Write("src/a.cs", "3");
        repo.Commit("new work");

        Assert.Equal(["RLY1001"], repo.Findings("RLY1").Select(finding => finding.Rule.Id));
    }

    private static TemporaryRepository Sample(string depth)
    {
        var repo = new TemporaryRepository();
        repo.Write("src/a.cs", "1");
        repo.Commit("base");
        repo.Write("HANDOFF.md", "# Handoff\n\nFix `src/a.cs`.\n");
        repo.Commit("hand over");
        repo.Write("src/a.cs", "2");
        repo.Commit("work");
        repo.Git("fetch", "--quiet", "--depth", depth, ".", "main");
        return repo;
    }
}
