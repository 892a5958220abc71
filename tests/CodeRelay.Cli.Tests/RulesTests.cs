using CodeRelay.Cli.CommandLine;
using CodeRelay.Rules;

namespace CodeRelay.Cli.Tests;

public sealed class RulesTests
{
    [Fact]
    public void All_rules_are_listed_with_the_severity_that_holds_here()
    {
        using var repo = new TemporaryRepository();
        repo.Write("coderelay.yml", "rules: { RLY2001: error }\n");

        var text = Coderelay.Run("rules", repo.Path).Output;
        var rules = Schemas.Verify("schemas/rules-1.schema.json", Coderelay.Run("rules --format json", repo.Path).Output).GetProperty("rules").EnumerateArray().ToArray();

        Assert.Equal(RuleCatalog.All.Select(rule => rule.Info.Id), rules.Select(rule => rule.GetProperty("id").GetString()));
        var changed = rules.Single(rule => rule.GetProperty("id").GetString() == "RLY2001");
        Assert.Equal("warning", changed.GetProperty("severity").GetString());
        Assert.Equal("error", changed.GetProperty("effective").GetString());
        Assert.Contains("error   (default warning)", text.Split('\n').Single(line => line.Contains("RLY2001", StringComparison.Ordinal)), StringComparison.Ordinal);
        Assert.All(RuleCatalog.All, rule => Assert.Contains($"  {rule.Info.Id}  {rule.Info.Name} ", text, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("RLY2001")]
    [InlineData("rly2001")]
    [InlineData("file-over-budget")]
    public void A_rule_is_explained_by_id_or_name(string word)
    {
        using var directory = new TemporaryDirectory();

        var text = Coderelay.Run($"explain {word}", directory.Path);
        var json = Schemas.Verify("schemas/explain-1.schema.json", Coderelay.Run($"explain {word} --format json", directory.Path).Output);

        var rule = RuleCatalog.Find("RLY2001")!;
        Assert.StartsWith("RLY2001 file-over-budget · Budget · warning\n", text.Output, StringComparison.Ordinal);
        Assert.Contains(RuleCatalog.PageOf(rule).TrimEnd().ReplaceLineEndings("\n"), text.Output, StringComparison.Ordinal);
        Assert.Contains(rule.Info.NoFix, text.Output, StringComparison.Ordinal);
        Assert.Equal(RuleCatalog.PageOf(rule), json.GetProperty("page").GetString());
    }

    [Theory]
    [InlineData("RLY20001", "did you mean RLY2001?")]
    [InlineData("file-over-bugdet", "did you mean file-over-budget?")]
    [InlineData("nonsense", "valid are the ids and names that `coderelay rules` lists")]
    public void An_unknown_rule_is_wrong_usage(string word, string expected)
    {
        using var directory = new TemporaryDirectory();

        var result = Coderelay.Run($"explain {word}", directory.Path);

        Assert.Equal(ExitCode.Usage, result.ExitCode);
        Assert.Contains(expected, result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_broken_configuration_does_not_keep_a_page_from_being_read()
    {
        using var repo = new TemporaryRepository();
        repo.Write("coderelay.yml", "rulez: {}\n");

        Assert.Equal(ExitCode.Success, Coderelay.Run("explain RLY2001", repo.Path).ExitCode);
        Assert.Equal(ExitCode.Usage, Coderelay.Run("rules", repo.Path).ExitCode);
    }
}
