using System.Text.Json;
using CodeRelay.Cli.CommandLine;

namespace CodeRelay.Cli.Tests;

public sealed class TeamRuleTests
{
    private const string Rules = """
        team-rules:
          - id: TEAM001
            message: a goal names its ticket
            severity: error
            section: goal
            must-contain: /\bSHOP-\d+\b/
          - id: TEAM002
            message: say what is meant
            files: "*.md"
            forbidden-phrases: [asap, should be fine]
          - id: TEAM003
            message: say how to roll back
            required-headings: [Rollback]
            budget: { lines: 40 }

        """;

    private const string Packet = "# Handoff\n\n## Ziel\n\nMake `src/Cart.cs` keep guests' carts, asap.\n\n## Next\n\n1. Add a test to `src/Cart.cs`.\n\n## Blockers\n\nNone.\n";

    [Fact]
    public void Its_findings_are_like_all_others()
    {
        using var repo = Repository(Rules);

        var result = Coderelay.Run("check --format json --rules TEAM", repo.Path);

        Assert.Equal(ExitCode.Findings, result.ExitCode);
        var findings = Schemas.Verify("schemas/check-1.schema.json", result.Output).GetProperty("findings").EnumerateArray().ToArray();
        Assert.Equal(
            ["TEAM003 warning 1 say how to roll back: heading \"Rollback\" is missing", "TEAM001 error 3 a goal names its ticket: \"/\\bSHOP-\\d+\\b/\" is missing in section \"goal\"", "TEAM002 warning 5 say what is meant: \"asap\" is not allowed"],
            findings.Select(finding => $"{finding.GetProperty("rule")} {finding.GetProperty("severity")} {finding.GetProperty("line")} {finding.GetProperty("message")}"));
    }

    [Fact]
    public void Code_scanning_gets_the_rule_with_its_page()
    {
        using var repo = Repository(Rules);

        using var sarif = JsonDocument.Parse(Coderelay.Run("check --format sarif --rules TEAM001", repo.Path).Output);

        var rule = Assert.Single(sarif.RootElement.GetProperty("runs")[0].GetProperty("tool").GetProperty("driver").GetProperty("rules").EnumerateArray());
        Assert.Equal("TEAM001", rule.GetProperty("id").GetString());
        Assert.Equal("team", rule.GetProperty("properties").GetProperty("tags")[0].GetString());
        Assert.EndsWith("docs/team-rules.md", rule.GetProperty("helpUri").GetString(), StringComparison.Ordinal);
        Assert.Contains("- section: \"goal\"", rule.GetProperty("help").GetProperty("markdown").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public void The_build_gets_a_line_of_the_same_form() =>
        Assert.Contains("HANDOFF.md(3,1,3,8): error TEAM001: a goal names its ticket", Run(Rules, "check --format msbuild").Output, StringComparison.Ordinal);

    [Theory]
    [InlineData("rules: { TEAM001: off }\n", "")]
    [InlineData("", "[*.md]\ndotnet_diagnostic.TEAM001.severity = none\n")]
    public void Its_severity_is_configured_like_any_other(string configuration, string editorConfig)
    {
        using var repo = Repository(configuration + Rules);
        repo.Write(".editorconfig", editorConfig);

        var result = Coderelay.Run("check --rules TEAM", repo.Path);

        Assert.Equal(ExitCode.Success, result.ExitCode);
        Assert.DoesNotContain("TEAM001", result.Output, StringComparison.Ordinal);
        Assert.Contains("TEAM002", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_comment_suppresses_it_and_a_baseline_knows_it()
    {
        using var repo = Repository(Rules);
        repo.Write("HANDOFF.md", "<!-- coderelay-disable TEAM002, TEAM003: until the release -->\n" + Packet);

        var suppressed = Coderelay.Run("check --rules TEAM,RLY8007", repo.Path);
        Coderelay.Run("check --write-baseline", repo.Path);
        var known = Coderelay.Run("check --rules TEAM,RLY8007", repo.Path);

        Assert.Contains("1 finding (1 error) in 1 file", suppressed.Output, StringComparison.Ordinal);
        Assert.Contains("2 suppressed", suppressed.Output, StringComparison.Ordinal);
        Assert.Contains("1 in the baseline", known.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void It_is_listed_and_explained()
    {
        using var repo = Repository(Rules);

        var list = Coderelay.Run("rules", repo.Path).Output;
        var json = Schemas.Verify("schemas/rules-1.schema.json", Coderelay.Run("rules --format json", repo.Path).Output);
        var page = Coderelay.Run("explain team001", repo.Path);

        Assert.Contains("\nTeam\n  TEAM001  team001 ", list, StringComparison.Ordinal);
        Assert.Contains(json.GetProperty("rules").EnumerateArray(), rule => rule.GetProperty("id").GetString() == "TEAM003" && rule.GetProperty("area").GetString() == "Team");
        Assert.StartsWith("TEAM001 team001 · Team · error\na goal names its ticket\n", page.Output, StringComparison.Ordinal);
        Schemas.Verify("schemas/explain-1.schema.json", Coderelay.Run("explain TEAM001 --format json", repo.Path).Output);
        Assert.Equal(ExitCode.Usage, Coderelay.Run("explain TEAM009", repo.Path).ExitCode);
    }

    [Theory]
    [InlineData("- { id: TEAM1, message: m }", "coderelay.yml(2,5): team rule TEAM1 checks nothing; add one of must-contain, must-not-contain, required-headings, forbidden-phrases, budget")]
    [InlineData("- { id: RLY9999, message: m, must-contain: a }", "coderelay.yml(2,11): 'RLY9999' is not the id of a team rule; valid is TEAM followed by digits, such as TEAM001")]
    [InlineData("- { message: m, must-contain: a }", "coderelay.yml(2,5): a team rule has no id; add an id such as id: TEAM001")]
    [InlineData("- { id: TEAM1, must-contain: a }", "coderelay.yml(2,5): a team rule has no message; add message: with what is wrong")]
    [InlineData("- { id: TEAM1, message: m, must-contain: a }\n  - { id: TEAM1, message: m, must-contain: a }", "coderelay.yml(3,11): 'TEAM1' is already the id of the rule in line 2; valid is an id that no other rule has")]
    [InlineData("- { id: TEAM1, message: m, must-contain: '/(/' }", "coderelay.yml(2,44): '/(/' is not a regular expression: invalid pattern '(' at offset 1")]
    [InlineData("- { id: TEAM1, message: m, must-contan: a }", "coderelay.yml(2,30): unknown key 'must-contan'; valid are id, message, severity, files, section, must-contain")]
    [InlineData("- { id: TEAM1, message: m, must-contain: a, severity: fatal }", "coderelay.yml(2,57): unknown severity 'fatal'; valid are off, info, warning, error")]
    [InlineData("- { id: TEAM1, message: m, budget: { words: 3 } }", "coderelay.yml(2,40): unknown budget 'words'; valid are lines, tokens")]
    [InlineData("- { id: TEAM1, message: m, must-contain: [] }", "coderelay.yml(2,44): expected a text or a list of texts, found an empty list")]
    [InlineData("- { id: TEAM1, message: m, must-contain: ' ' }", "expected a text or /regular expression/, found nothing")]
    [InlineData("- TEAM1", "coderelay.yml(2,5): expected a rule with id and message, found 'TEAM1'")]
    [InlineData("id: TEAM1", "coderelay.yml(2,3): expected a list of rules, found a mapping")]
    public void A_mistake_is_told_with_its_place_and_what_is_valid(string entry, string message)
    {
        var result = Run($"team-rules:\n  {entry}\n", "check");

        Assert.Equal(ExitCode.Usage, result.ExitCode);
        Assert.Contains(message, result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_regular_expression_that_takes_too_long_gives_up_and_says_so()
    {
        using var repo = Repository("team-rules:\n  - { id: TEAM1, message: m, must-not-contain: '/(a+)+$/' }\n");
        repo.Write("HANDOFF.md", Packet + new string('a', 60) + "!\n");

        var result = Coderelay.Run("check --rules TEAM1", repo.Path);

        Assert.Equal(ExitCode.Success, result.ExitCode);
        Assert.Contains("TEAM1: gave up", result.Error, StringComparison.Ordinal);
    }

    private static ProcessResult Run(string configuration, string arguments)
    {
        using var repo = Repository(configuration);
        return Coderelay.Run(arguments, repo.Path);
    }

    private static TemporaryRepository Repository(string configuration)
    {
        var repo = new TemporaryRepository();
        repo.Write("coderelay.yml", configuration);
        repo.Write("src/Cart.cs", "class Cart;\n");
        repo.Write("HANDOFF.md", Packet);
        repo.Commit("Begin");
        return repo;
    }
}
