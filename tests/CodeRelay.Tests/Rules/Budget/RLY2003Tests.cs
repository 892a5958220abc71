namespace CodeRelay.Tests.Rules.Budget;

public sealed class RLY2003Tests
{
    [Fact]
    public void Imports_count_to_the_fourth_hop_and_cycles_end()
    {
        string Text(string import) => $"{import}\n{new string('x', 8_000)}\n";
        (string, string)[] files = [("CLAUDE.md", Text("@docs/a.md")), ("docs/a.md", Text("@b.md @../CLAUDE.md")), ("docs/b.md", Text("@c.md")), ("docs/c.md", Text("@d.md")), ("docs/d.md", Text("@e.md")), ("docs/e.md", Text("@a.md"))];

        Assert.Equal(5, Assert.Single(Packet.Findings("RLY2003", files)).Evidence.Count);
        Assert.Empty(Packet.Findings("RLY2003", files[..4]));
    }

    [Theory]
    [InlineData("`@docs/a.md`")]
    [InlineData("```\n@docs/a.md\n```")]
    [InlineData("mail anna@docs/a.md")]
    [InlineData("@~/docs/a.md")]
    [InlineData("@../../../../etc/passwd")]
    [InlineData("@docs/missing.md and @anna")]
    public void Not_every_at_sign_imports(string text) =>
        Assert.Empty(Packet.Findings("RLY2003", ("CLAUDE.md", text), ("docs/a.md", new string('x', 50_000))));

    [Theory]
    [InlineData("see @docs/my_long_name.md, please")]
    [InlineData("- @./docs/my_long_name.md")]
    [InlineData("> @docs/my_long_name.md.")]
    public void An_import_may_stand_in_a_sentence_or_list(string text) =>
        Assert.Single(Packet.Findings("RLY2003", ("CLAUDE.md", text), ("docs/my_long_name.md", new string('x', 50_000))));

    [Fact]
    public void Codex_counts_bytes_from_the_root_down_and_takes_the_override_first()
    {
        (string, string)[] files = [("AGENTS.md", new string('ж', 10_000)), ("src/AGENTS.md", new string('x', 20_000)), ("src/AGENTS.override.md", "short"), ("docs/AGENTS.md", new string('x', 13_000))];

        var finding = Assert.Single(Packet.Findings("RLY2003", files));

        Assert.Equal("AGENTS.md", finding.File);
        Assert.Equal(["AGENTS.md", "docs/AGENTS.md"], finding.Evidence.Select(item => item.Reference));
        Assert.Contains("the AGENTS.md files for docs have 33,000 bytes", finding.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Codex_may_be_configured_to_read_more() =>
        Assert.Empty(Packet.Findings("RLY2003", ("AGENTS.md", new string('x', 40_000)), (".codex/config.toml", "model = \"x\"\nproject_doc_max_bytes = 65_536\n")));
}
