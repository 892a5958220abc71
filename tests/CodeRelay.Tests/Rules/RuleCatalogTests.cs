using System.Text.RegularExpressions;
using CodeRelay.Analysis;
using CodeRelay.Rules;

namespace CodeRelay.Tests.Rules;

public sealed partial class RuleCatalogTests
{
    [Fact]
    public void Every_rule_of_the_assembly_is_listed_once_in_order_of_ids()
    {
        var types = typeof(Rule).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(Rule)) && !type.IsAbstract && type.Name.StartsWith("RLY", StringComparison.Ordinal)).Select(type => type.Name).Order(StringComparer.Ordinal);

        Assert.Equal(types, RuleCatalog.All.Select(rule => rule.GetType().Name));
    }

    [Fact]
    public void A_rule_is_named_by_its_id_lies_in_its_area_and_says_why_it_has_no_fix()
    {
        foreach (var rule in RuleCatalog.All)
        {
            Assert.Matches("^RLY[1-9][0-9]{3}$", rule.Info.Id);
            Assert.StartsWith(rule.Info.Id, rule.GetType().Name, StringComparison.Ordinal);
            Assert.EndsWith(rule.Info.Area.ToString(), rule.GetType().Namespace, StringComparison.Ordinal);
            Assert.Equal(rule.Info.Name, Kebab().Replace(rule.GetType().Name["RLY1234".Length..], "-$1").TrimStart('-').ToLowerInvariant());
            Assert.True(rule.Info.Fix == FixSafety.None == rule.Info.NoFix.Length > 0, $"{rule.Info.Id}: either a fix or the reason why there is none");
        }

        Assert.Equal(RuleCatalog.All.Count, RuleCatalog.All.Select(rule => rule.Info.Name).Distinct().Count());
    }

    [Fact]
    public void Summaries_begin_small_and_have_no_final_stop()
    {
        foreach (var rule in RuleCatalog.All)
        {
            Assert.True(!char.IsUpper(rule.Info.Summary[0]) || rule.Info.Summary.Split(' ')[0].Count(char.IsUpper) > 1, rule.Info.Summary);
            Assert.False(rule.Info.Summary.EndsWith('.'), rule.Info.Summary);
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("\n\n")]
    [InlineData("---\n")]
    [InlineData("---\n: : :\n---\n# x")]
    [InlineData("# \n- \n1.\n- [ ]\n- [")]
    [InlineData("```\nunclosed")]
    [InlineData("| a |\n|---|\n| `b |\n[x](\n![](<>)\n<!-- coderelay-disable")]
    [InlineData("\uFEFF# Handoff\r\n\r\n## Goal\r\n\r\nx\0y\u202E\r\n")]
    public void No_rule_throws_on_broken_text(string text)
    {
        using var repo = new TemporaryRepository();
        foreach (var name in CodeRelay.Documents.DocumentKinds.PacketNames.Append("AGENTS.md"))
            repo.Write(name, text);

        _ = repo.Findings();
        repo.Commit("packet");
        _ = repo.Findings();
    }

    [GeneratedRegex("([A-Z])")]
    private static partial Regex Kebab();
}
