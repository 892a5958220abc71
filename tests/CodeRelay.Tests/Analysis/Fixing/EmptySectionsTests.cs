using CodeRelay.Analysis.Fixing;
using CodeRelay.Documents;
using CodeRelay.Text;

namespace CodeRelay.Tests.Analysis.Fixing;

public sealed class EmptySectionsTests
{
    [Theory]
    [InlineData("## A\n\nx\n\n## B\n\ny\n", "## A\n\n## B\n\ny\n", "## B\n\ny\n")]
    [InlineData("## A\n\n### C\n\nx\n\n## B\n\ny\n", "## A\n\n### C\n\n## B\n\ny\n", "## B\n\ny\n")]
    [InlineData("y\n\n## A\n\nx\n", "y\n\n## A\n", "y\n")]
    [InlineData("y\n\n---\n\n## A\n\nx\n\n---\n\n## B\n\nz\n", "y\n\n---\n\n## A\n\n---\n\n## B\n\nz\n", "y\n\n---\n\n## B\n\nz\n")]
    [InlineData("y\n\n---\n\nx\n\n---\n\nz\n", "y\n\n---\n\n---\n\nz\n", "y\n\n---\n\nz\n")]
    [InlineData("y\n\n***\n\nx\n", "y\n\n***\n", "y\n")]
    public void What_has_nothing_to_say_any_more_goes(string before, string after, string expected)
    {
        Assert.Equal("# T\n\n" + expected, Clear("# T\n\n" + before, "# T\n\n" + after));
        Assert.Equal(("# T\n\n" + expected).ReplaceLineEndings("\r\n"), Clear(("# T\n\n" + before).ReplaceLineEndings("\r\n"), ("# T\n\n" + after).ReplaceLineEndings("\r\n")));
    }

    [Theory]
    [InlineData("## Next\n\n1. x\n\n## B\n\ny\n", "## Next\n\n## B\n\ny\n")]
    [InlineData("## A\n\n## B\n\nx\n", "## A\n\n## B\n\ny\n")]
    [InlineData("---\n\n---\n\nx\n\n---\n", "---\n\n---\n\n---\n")]
    [InlineData("```yaml\n---\n---\n```\n\nx\n", "```yaml\n---\n---\n```\n")]
    [InlineData("| a |\n|---|\n| b |\n\nx\n", "| a |\n|---|\n| b |\n")]
    [InlineData("one\n---\n\nx\n", "one\n---\n\ny\n")]
    [InlineData("x\n\n\n\ny\n", "z\n\n\n\ny\n")]
    public void What_asks_or_was_so_before_stays(string before, string after) => Assert.Equal("# T\n\n" + after, Clear("# T\n\n" + before, "# T\n\n" + after));

    [Fact]
    public void Front_matter_is_no_rule() => Assert.Equal("---\nlane: plan\n---\n\n# T\n\ny\n", Clear("---\nlane: plan\n---\n\n# T\n\nx\n\ny\n", "---\nlane: plan\n---\n\n# T\n\ny\n"));

    private static string Clear(string before, string after) =>
        EmptySections.Clear(new Document("HANDOFF.md", SourceText.From(before)), new Document("HANDOFF.md", SourceText.From(after)));
}
