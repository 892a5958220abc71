using CodeRelay.Analysis;
using CodeRelay.Analysis.Fixing;
using CodeRelay.Git;
using CodeRelay.Rules;

namespace CodeRelay.Tests.Rules.Setup;

public sealed class RLY8005Tests
{
    private const string Agents = "# Rules\n\n- Run the tests.\n";

    [Theory]
    [InlineData("CLAUDE.md", "# Claude\n", 1)]
    [InlineData("CLAUDE.md", "Read AGENTS.md and `@AGENTS.md`.\n\n```\n@AGENTS.md\n```\n", 1)]
    [InlineData("CLAUDE.md", "@AGENTS.md\n", 0)]
    [InlineData("CLAUDE.md", "See @./AGENTS.md.\r\n", 0)]
    [InlineData("CLAUDE.md", "@docs/all.md\n", 0)]
    [InlineData("CLAUDE.md", Agents, 0)]
    [InlineData(".claude/CLAUDE.md", "@../AGENTS.md\n", 0)]
    [InlineData(".claude/CLAUDE.md", "# Claude\n", 1)]
    [InlineData("docs/CLAUDE.md", "# Claude\n", 0)]
    public void An_import_counts_wherever_it_stands_and_text_does_not(string file, string text, int findings)
    {
        using var directory = new TemporaryDirectory();
        directory.Write("AGENTS.md", Agents);
        directory.Write("docs/all.md", "@../AGENTS.md\n");
        directory.Write(file, text);

        Assert.Equal(findings, directory.Findings("RLY8005").Count);
    }

    [Fact]
    public void One_of_two_files_of_Claude_is_enough()
    {
        using var directory = new TemporaryDirectory();
        directory.Write("AGENTS.md", Agents);
        directory.Write("CLAUDE.md", "# Claude\n");
        directory.Write(".claude/CLAUDE.md", "@../AGENTS.md\n");

        Assert.Empty(directory.Findings("RLY8005"));
    }

    [Theory]
    [InlineData("AGENTS.md", "CLAUDE.md")]
    [InlineData("CLAUDE.md", "AGENTS.md")]
    public void A_link_is_the_same_file(string file, string link)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "links need a right there");
        using var directory = new TemporaryDirectory();
        directory.Write(file, Agents);
        File.CreateSymbolicLink(Path.Combine(directory.Path, link), file);

        Assert.Empty(directory.Findings("RLY8005"));
    }

    [Theory]
    [InlineData("# Claude\n", "# Claude\n\n@AGENTS.md\n")]
    [InlineData("# Claude\r\n\r\nAsk.", "# Claude\r\n\r\nAsk.\r\n\r\n@AGENTS.md\r\n")]
    public void The_fix_adds_the_line(string before, string after)
    {
        using var directory = new TemporaryDirectory();
        directory.Write("AGENTS.md", Agents);
        directory.Write("CLAUDE.md", before);

        var repository = Repository.Discover(directory.Path);
        var cure = FixApplier.Find(AnalysisInput.Of(repository, new Configuration()) with { OnlyRules = ["RLY8005"] }, FixSafety.Safe, input => RuleCatalog.Check(input));

        Assert.Equal(after, Assert.Single(cure.Files).After.Content);
        Assert.Empty(cure.After.Findings);
    }

    [Fact]
    public void Behind_an_open_fence_there_is_no_fix()
    {
        using var directory = new TemporaryDirectory();
        directory.Write("AGENTS.md", Agents);
        directory.Write("CLAUDE.md", "```\nnever closed\n");

        Assert.Null(Assert.Single(directory.Findings("RLY8005")).Fix);
    }
}
