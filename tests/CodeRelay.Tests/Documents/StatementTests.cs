using CodeRelay.Documents;
using CodeRelay.Text;

namespace CodeRelay.Tests.Documents;

public sealed class StatementTests
{
    [Theory]
    [InlineData("\n")]
    [InlineData("\r\n")]
    public void Labelled_lines_of_one_paragraph_are_statements_of_their_own(string lineBreak)
    {
        var document = Read("# Handoff\n\n**Goal**: read `a.cs`\n**Status**: half\ndone\nBlockers: none\n".ReplaceLineEndings(lineBreak));

        Assert.Equal(["read a.cs", "half done", "none"], document.Statements.Select(statement => statement.Text));
        Assert.Equal([SectionKind.Goal, SectionKind.State, SectionKind.Blockers], document.Statements.Select(statement => statement.Kinds[0]));
        Assert.Equal([3, 4, 6], document.Statements.Select(statement => statement.Range.Line));
    }

    [Fact]
    public void A_line_above_a_list_says_what_the_list_is_about()
    {
        var document = Read("Validation:\n- green\n\nRisks and next action:\n- restart it\n\n- later\n");

        Assert.Equal(["Validation", "Risks and next action", "Risks and next action"], document.Statements.Select(statement => statement.Label));
        Assert.Equal([SectionKind.Next, SectionKind.Blockers], document.Statements[1].Kinds);
    }

    [Fact]
    public void A_line_above_a_list_ends_with_the_list()
    {
        var document = Read("## Next steps\n\nRun:\n\n```sh\nmake\n```\n\nThen write the test.\n");

        Assert.Equal([SectionKind.Validation, SectionKind.Next], document.Statements[0].Kinds);
        Assert.Equal([SectionKind.Next], document.Statements[1].Kinds);
    }

    [Fact]
    public void Kinds_come_from_the_nearest_heading_first()
    {
        var statement = Assert.Single(Read("# Handoff and state\n\n## Next\n\n### Tests\n\n- add one\n").Statements);

        Assert.Equal([SectionKind.Validation, SectionKind.Next], statement.Kinds);
    }

    [Fact]
    public void A_table_row_may_begin_with_its_label()
    {
        var statements = Read("| Item | Answer |\n|---|---|\n| Blockers | none |\n| Backend | works |\n").Statements;

        Assert.Equal(["none", "Backend | works"], statements.Select(statement => statement.Text));
        Assert.Equal(SectionKind.Blockers, statements[0].Kinds[0]);
    }

    [Fact]
    public void A_line_that_only_leads_to_a_list_says_nothing() =>
        Assert.Equal(["a"], Read("## In progress\n\nWork that was begun and is not finished:\n\n- a\n").Statements.Select(statement => statement.Text));

    [Theory]
    [InlineData("CHANGELOG.md — what was released")]
    [InlineData("fix build: retry")]
    [InlineData("https://example.org/status: down")]
    public void Not_everything_before_a_colon_is_a_label(string line) => Assert.Equal("", Assert.Single(Read(line).Statements).Label);

    [Fact]
    public void Boxes_and_strikes_stay_with_the_statement()
    {
        var statements = Read("- [x] Tests: green\n- ~~delete it~~ done\n").Statements;

        Assert.Equal("green", statements[0].Text);
        Assert.Equal(CheckBox.Done, statements[0].Block.CheckBox);
        Assert.Equal([false, true], statements.Select(statement => statement.IsStruck));
    }

    private static Document Read(string text) => new("HANDOFF.md", SourceText.From(text));
}
