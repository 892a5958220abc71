using CodeRelay.Analysis;
using CodeRelay.Git;
using CodeRelay.Packets;
using CodeRelay.Rules;
using CodeRelay.Tests.Rules;

namespace CodeRelay.Tests.Analysis;

public sealed class AnalyzerTests
{
    private const string Long = "# Handoff\n\none\n\ntwo\n";
    private const string SmallBudget = "budgets: { HANDOFF.md: { lines: 2 } }\n";

    [Fact]
    public void The_packet_is_found_in_every_known_place_and_all_of_them_are_judged()
    {
        using var repo = new TemporaryRepository();
        repo.Write("coderelay.yml", SmallBudget);
        foreach (var directory in PacketDiscovery.KnownDirectories)
            repo.Write(Path.Combine(directory, "HANDOFF.md"), Long);

        Assert.Equal([".agents/HANDOFF.md", ".coderelay/HANDOFF.md", "HANDOFF.md", "docs/HANDOFF.md", "src/HANDOFF.md"], repo.Findings("RLY2001").Select(finding => finding.File));
    }

    [Theory]
    [InlineData(".claude/HANDOFF.md")]
    [InlineData("projects/one/handoff.md")]
    [InlineData("docs/Handoff.md")]
    [InlineData("HANDOVER.md")]
    public void A_packet_elsewhere_or_in_other_case_is_found_down_to_three_levels(string path)
    {
        using var repo = new TemporaryRepository();
        repo.Write("coderelay.yml", "rules: { RLY2001: error }\nbudgets: { HANDOFF.md: { lines: 2 } }\n");
        repo.Write(path, Long);
        repo.Write("node_modules/x/HANDOFF.md", Long);
        repo.Write("a/b/c/HANDOFF.md", Long);

        Assert.Equal(path, Assert.Single(repo.Findings("RLY2001")).File);
    }

    [Fact]
    public void The_configured_place_is_the_only_one()
    {
        using var repo = new TemporaryRepository();
        repo.Write("coderelay.yml", SmallBudget + "packet: notes/state\n");
        repo.Write("HANDOFF.md", Long);
        repo.Write("notes/state/HANDOFF.md", Long);

        Assert.Equal("notes/state/HANDOFF.md", Assert.Single(repo.Findings("RLY2001")).File);
    }

    [Theory]
    [InlineData("[*.md]\ndotnet_diagnostic.RLY2001.severity = error\n", Severity.Error)]
    [InlineData("[HANDOFF.md]\ndotnet_diagnostic.rly2001.severity = suggestion\n", Severity.Info)]
    [InlineData("[{src,docs}/*.md]\ndotnet_diagnostic.RLY2001.severity = error\n", Severity.Warning)]
    [InlineData("[*.cs]\ndotnet_diagnostic.RLY2001.severity = error\n", Severity.Warning)]
    public void Editorconfig_severities_hold_for_the_files_they_name(string editorConfig, Severity expected)
    {
        using var repo = new TemporaryRepository();
        repo.Write("coderelay.yml", SmallBudget);
        repo.Write(".editorconfig", editorConfig);
        repo.Write("HANDOFF.md", Long);

        Assert.Equal(expected, Assert.Single(repo.Findings("RLY2001")).Severity);
    }

    [Fact]
    public void An_unknown_rule_in_the_configuration_is_an_error_with_its_place()
    {
        using var repo = new TemporaryRepository();
        repo.Write("coderelay.yml", "rules:\n  RLY0000: off\n");
        repo.Write("HANDOFF.md", Long);

        var error = Assert.Throws<ConfigurationException>(() => repo.Findings());

        Assert.StartsWith("coderelay.yml(2,3): unknown rule 'RLY0000'; valid are", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_rule_switched_off_reports_nothing()
    {
        using var repo = new TemporaryRepository();
        repo.Write("coderelay.yml", SmallBudget + "rules: { RLY2001: off }\n");
        repo.Write("HANDOFF.md", Long);
        Assert.Empty(repo.Findings("RLY2001"));

        repo.Write("coderelay.yml", SmallBudget);
        repo.Write(".editorconfig", "[*]\ndotnet_diagnostic.RLY2001.severity = none\n");
        Assert.Empty(repo.Findings("RLY2001"));
    }

    [Theory]
    [InlineData("<!-- coderelay-disable RLY2001: known -->\n# Handoff\n\none\n", 0)]
    [InlineData("<!-- coderelay-disable-next-line RLY2001: known -->\n# Handoff\n\none\n", 1)]
    [InlineData("<!-- coderelay-disable RLY9999: other -->\n# Handoff\n\none\n", 1)]
    [InlineData("`<!-- coderelay-disable RLY2001: code -->`\n\none\n\ntwo\n", 1)]
    [InlineData("```\n<!-- coderelay-disable RLY2001: code -->\n```\n\none\n", 1)]
    public void A_comment_suppresses_what_it_names_where_it_stands(string packet, int expected)
    {
        using var repo = new TemporaryRepository();
        repo.Write("coderelay.yml", SmallBudget);
        repo.Write("HANDOFF.md", packet);

        Assert.Equal(expected, repo.Findings("RLY2001").Count);
    }

    [Fact]
    public void A_baseline_hides_what_it_knows_also_after_edits_elsewhere()
    {
        using var repo = new TemporaryRepository();
        repo.Write("coderelay.yml", SmallBudget);
        repo.Write("HANDOFF.md", Long);
        repo.Write(Baseline.FileName, Baseline.Write(repo.Findings("RLY2001")));
        repo.Write("HANDOFF.md", Long + "\nthree\n");

        var repository = Repository.Discover(repo.Path);
        var result = RuleCatalog.Check(AnalysisInput.Of(repository, Configuration.Load(repository)) with { OnlyRules = ["RLY2001"] }, Baseline.Load(repository, Baseline.FileName));

        Assert.Empty(result.Findings);
        Assert.Equal(1, result.BaselinedCount);
    }

    [Theory]
    [InlineData("[]", "not a baseline")]
    [InlineData("{\"schema\": \"other/1\"}", "not a baseline")]
    [InlineData("{", "not valid JSON")]
    public void A_file_that_is_no_baseline_is_refused(string text, string expected)
    {
        using var repo = new TemporaryRepository();
        repo.Write(Baseline.FileName, text);

        var error = Assert.Throws<ConfigurationException>(() => Baseline.Load(Repository.Discover(repo.Path), Baseline.FileName));

        Assert.Contains(expected, error.Message, StringComparison.Ordinal);
    }
}
