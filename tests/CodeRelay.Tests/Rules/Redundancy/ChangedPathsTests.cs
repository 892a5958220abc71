namespace CodeRelay.Tests.Rules.Redundancy;

public sealed class ChangedPathsTests
{
    [Fact]
    public void A_report_is_backed_by_the_commit_that_changed_its_files_when_the_message_says_nothing()
    {
        using var repo = new TemporaryRepository();
        repo.Commit("Start");
        repo.Write("src/Player.cs", "class Player;\n");
        repo.Write("docs-site/index.html", "<p>\n");
        repo.Commit("wip: auto-save");
        repo.Write("HANDOFF.md", "# Handoff\n\n## Completed\n\n- A player that skips silence in `src/Player.cs`\n- A site for operators below `docs-site/`\n");
        repo.Commit("wip: auto-save");

        var finding = Assert.Single(repo.Findings("RLY3008"));

        Assert.Equal((5, 6), (finding.Range.Line, finding.Range.LastLine));
        Assert.Equal("wip: auto-save", Assert.Single(finding.Evidence).Text);
    }

    [Theory]
    [InlineData("## Completed", "- A player in `src/Player.cs`\n- A site")]
    [InlineData("## Completed", "- A player in `src/Old.cs`\n- The site below `lib/old`")]
    [InlineData("## Next steps", "- A player in `src/Player.cs`\n- A site for operators below `docs-site/`")]
    [InlineData("## Completed", "- Do not redo `src/Player.cs`\n- A site for operators below `docs-site/` must stay static")]
    public void Without_two_changed_files_and_a_report_nothing_is_said(string heading, string items)
    {
        using var repo = new TemporaryRepository();
        repo.Commit("Start");
        repo.Write("src/Player.cs", "class Player;\n");
        repo.Write("docs-site/index.html", "<p>\n");
        repo.Commit("wip: auto-save");
        repo.Write("HANDOFF.md", $"# Handoff\n\n{heading}\n\n{items}\n");
        repo.Commit("wip: auto-save");

        Assert.Empty(repo.Findings("RLY3008"));
    }
}
