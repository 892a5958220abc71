using CodeRelay.Analysis;
using CodeRelay.Git;
using CodeRelay.Packets;

namespace CodeRelay.Tests.Analysis;

public sealed class ConfigurationTests
{
    [Fact]
    public void Without_a_file_the_defaults_hold()
    {
        var configuration = Load(null);

        Assert.Equal(new CodeRelay.Analysis.Budget(60, 1000), configuration.BudgetOf("src/HANDOFF.md"));
        Assert.Null(configuration.Profile);
        Assert.Empty(configuration.PacketDirectories);
    }

    [Fact]
    public void Every_key_is_read()
    {
        var configuration = Load("""
            rules: { RLY2001: error }
            budgets:
              HANDOFF.md: { lines: 10 }
              docs/HANDOFF.md: { tokens: 99 }
            packet: [src, ./]
            profile: contract
            """);

        Assert.Equal(new RuleSetting("RLY2001", Severity.Error, 1, 10), Assert.Single(configuration.Rules));
        Assert.Equal(new CodeRelay.Analysis.Budget(10, 1000), configuration.BudgetOf("HANDOFF.md"));
        Assert.Equal(99, configuration.BudgetOf("docs/HANDOFF.md")!.Tokens);
        Assert.Equal(["src", ""], configuration.PacketDirectories);
        Assert.Equal(Profile.Contract, configuration.Profile);
    }

    [Theory]
    [InlineData("rulez: {}", "coderelay.yml(1,1): unknown key 'rulez'; valid are rules, budgets, packet, profile")]
    [InlineData("rules: { RLY2001: fatal }", "coderelay.yml(1,19): unknown severity 'fatal'; valid are off, info, warning, error")]
    [InlineData("rules: [RLY2001]", "coderelay.yml(1,8): expected rule ids with a severity each, found a list")]
    [InlineData("budgets: { HANDOFF.md: { lines: many } }", "coderelay.yml(1,33): 'many' is not a budget; valid is a whole number above 0")]
    [InlineData("budgets: { HANDOFF.md: { pages: 1 } }", "coderelay.yml(1,26): unknown budget 'pages'; valid are lines, tokens")]
    [InlineData("relay: { remotes: x }", "coderelay.yml(1,10): unknown relay setting 'remotes'; valid are remote, automatic, upgrade-check")]
    [InlineData("relay: { remote: 'https://example.com/x.git' }", "coderelay.yml(1,18): 'https://example.com/x.git' is not the name of a git remote; valid is what `git remote` lists, such as origin")]
    [InlineData("relay: { automatic: [start] }", "coderelay.yml(1,22): unknown event 'start'; valid are pre-compact, stop")]
    [InlineData("relay: { upgrade-check: maybe }", "coderelay.yml(1,25): unknown value 'maybe'; valid are true, false")]
    [InlineData("rules: [a, b\nprofile: relay\n", "coderelay.yml(2,1): not valid YAML: a bracket is not closed")]
    [InlineData("profile: strict", "coderelay.yml(1,10): unknown profile 'strict'; valid are relay, contract")]
    [InlineData("packet: ../elsewhere", "coderelay.yml(1,9): packet directory '../elsewhere' is outside the repository")]
    [InlineData("packet: { a: b }", "coderelay.yml(1,9): expected a directory, found a mapping")]
    [InlineData("rules: {", "coderelay.yml(")]
    [InlineData("just text", "coderelay.yml(1,1): expected a mapping, found 'just text'")]
    public void A_mistake_is_reported_with_its_place_and_what_is_valid(string yaml, string expected)
    {
        var error = Assert.Throws<ConfigurationException>(() => Load(yaml));

        Assert.StartsWith(expected, error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("# only a comment\n")]
    [InlineData("---\n")]
    public void An_empty_file_means_the_defaults(string yaml) => Assert.Empty(Load(yaml).Rules);

    private static Configuration Load(string? yaml)
    {
        using var directory = new TemporaryDirectory();
        if (yaml is not null)
            directory.Write("coderelay.yml", yaml);
        return Configuration.Load(Repository.Discover(directory.Path));
    }
}
