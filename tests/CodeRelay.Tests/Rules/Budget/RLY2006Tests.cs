using CodeRelay.Analysis;
using CodeRelay.Git;
using CodeRelay.Rules;

namespace CodeRelay.Tests.Rules.Budget;

public sealed class RLY2006Tests
{
    [Theory]
    [InlineData(10_000, 0)]
    [InlineData(10_001, 1)]
    public void The_limit_is_that_of_the_strictest_runtimes(int length, int findings)
    {
        using var directory = new TemporaryDirectory();
        directory.Write("HANDOFF.md", new string('x', length));

        Assert.Equal(findings, directory.Findings("RLY2006").Count);
    }

    [Fact]
    public void The_message_names_the_runtimes_and_their_limit()
    {
        using var directory = new TemporaryDirectory();
        directory.Write("HANDOFF.md", new string('x', 10_500));

        Assert.Equal(
            "HANDOFF.md has 10,500 characters, but the limit of Claude Code and Codex for the output of a hook is 10,000, so no hook can hand an agent the whole packet; cut 500 characters",
            Assert.Single(directory.Findings("RLY2006")).Message);
    }

    [Fact]
    public void A_packet_over_its_budget_is_reported_once()
    {
        using var directory = new TemporaryDirectory();
        directory.Write("HANDOFF.md", string.Concat(Enumerable.Repeat("words of a packet\n", 800)));

        Assert.Equal(["RLY2001"], directory.Findings("RLY2").Select(finding => finding.Rule.Id).Intersect(["RLY2001", "RLY2006"]));
        directory.Write("coderelay.yml", "rules: { RLY2001: off }\n");
        Assert.Contains("RLY2006", directory.Findings("RLY2").Select(finding => finding.Rule.Id));
    }

    [Fact]
    public void A_caller_that_names_no_runtime_gets_no_finding_about_their_limits()
    {
        using var directory = new TemporaryDirectory();
        directory.Write("HANDOFF.md", new string('x', 50_000));
        directory.Write("CLAUDE.md", new string('x', 50_000));

        var findings = RuleCatalog.Check(AnalysisInput.Of(Repository.Discover(directory.Path), new Configuration()) with { OnlyRules = ["RLY2003", "RLY2006", "RLY8"] }).Findings;

        Assert.Empty(findings);
    }
}
