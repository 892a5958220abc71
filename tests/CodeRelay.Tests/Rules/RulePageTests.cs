using CodeRelay.Rules;

namespace CodeRelay.Tests.Rules;

public sealed class RulePageTests
{
    public static TheoryData<string, string> Examples(string word)
    {
        var data = new TheoryData<string, string>();
        foreach (var rule in RuleCatalog.All)
        {
            foreach (var section in RulePage.Parse(RuleCatalog.PageOf(rule)).Examples(word))
                data.Add(rule.Info.Id, section.Heading);
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(Examples), "Bad")]
    public void Every_bad_example_is_found(string id, string heading)
    {
        using var repo = RulePage.Build(Section(id, heading));

        Assert.Contains(repo.Findings(id), finding => finding.Rule.Id == id);
    }

    [Theory]
    [MemberData(nameof(Examples), "Good")]
    public void No_good_example_is_found(string id, string heading)
    {
        using var repo = RulePage.Build(Section(id, heading));

        Assert.DoesNotContain(repo.Findings(id), finding => finding.Rule.Id == id);
    }

    [Fact]
    public void Every_page_says_why_shows_both_sides_and_how_to_fix()
    {
        foreach (var rule in RuleCatalog.All)
        {
            var text = RuleCatalog.PageOf(rule);
            var page = RulePage.Parse(text);
            Assert.False(text.StartsWith('#'), $"{rule.Info.Id}: the title is generated; the page begins with why");
            Assert.True(page.Examples("Bad").Any(), $"{rule.Info.Id}: no bad example");
            Assert.True(page.Examples("Good").Any(), $"{rule.Info.Id}: no good example");
            Assert.True(page.Sections.Any(section => section.Heading == "How to fix"), $"{rule.Info.Id}: no section \"How to fix\"");
        }
    }

    private static RulePage.Section Section(string id, string heading) =>
        RulePage.Parse(RuleCatalog.PageOf(RuleCatalog.Find(id)!)).Sections.Single(section => section.Heading == heading);
}
