using CodeRelay.Documents;
using CodeRelay.Git;
using CodeRelay.Text;

namespace CodeRelay.Tests.Documents;

public sealed class DocumentTests
{
    [Theory]
    [InlineData("\n")]
    [InlineData("\r\n")]
    public void Sections_and_blocks_keep_their_places(string lineBreak)
    {
        var document = Read("# Handoff\n\nbefore\n\n## Goal\n\nMake `parse()` accept *CRLF*\nin all files.\n\n## Next Steps\n\n1. Add a test\n   - nested `x.cs`\n2. [ ] Fix it\n".ReplaceLineEndings(lineBreak));

        Assert.Equal(["", "Handoff", "Goal", "Next Steps"], document.Sections.Select(section => section.Title));
        Assert.Equal([0, 1, 5, 10], document.Sections.Select(section => section.Line));
        var goal = Assert.Single(document.BlocksAbout(SectionKind.Goal));
        Assert.Equal("Make parse() accept CRLF in all files.", goal.Text);
        Assert.Equal(new TextRange(7, 1, 8, 14), goal.Range);
        var steps = document.BlocksAbout(SectionKind.Next).ToArray();
        Assert.Equal(["Add a test", "nested x.cs", "Fix it"], steps.Select(step => step.Text));
        Assert.Equal([12, 13, 14], steps.Select(step => step.Line));
        Assert.Equal([0, 1, 0], steps.Select(step => step.Depth));
        Assert.Equal(CheckBox.Open, steps[2].CheckBox);
        Assert.Equal("1. Add a test", steps[0].Source.ToString());
    }

    [Fact]
    public void Code_spans_point_at_their_first_character()
    {
        var document = Read("- see **`src/App.cs:12`** and ~~`gone.cs`~~\n");

        var spans = document.Blocks[0].Spans.Where(span => span.Kind == InlineKind.Code).ToArray();

        Assert.All(spans, span => Assert.Equal(span.Text, document.Text.Content.Substring(span.Start, span.Text.Length)));
        Assert.Equal([false, true], spans.Select(span => span.IsStruck));
    }

    [Fact]
    public void Table_rows_are_blocks_of_one_line()
    {
        var document = Read("## Decisions\n\n| What | Why |\n|---|---|\n| use `a` | because |\n");

        var rows = document.Blocks.Where(block => block.Kind == BlockKind.TableRow).ToArray();

        Assert.Equal([true, false], rows.Select(row => row.IsHeader));
        Assert.Equal("use a | because", rows[1].Text);
        Assert.Equal(new TextRange(5, 1, 5, 22), rows[1].Range);
    }

    [Theory]
    [InlineData("- first\n- a | b\n  |---|---|\n  | c | d |\n", 2, 4)]
    [InlineData("1. first\n\n2. | a | b |\n   |---|---|\n   | c | d |\n", 3, 5)]
    [InlineData("text\n\n> a | b\n> |---|---|\n> c | d\n", 3, 5)]
    [InlineData("- > | a | b |\n  > |---|---|\n  > | c | d |\n", 1, 3)]
    public void Table_rows_in_lists_and_quotations_stand_on_their_lines(string text, params int[] lines) =>
        Assert.Equal(lines, Read(text).Blocks.Where(block => block.Kind == BlockKind.TableRow).Select(row => row.Range.Line));

    [Theory]
    [InlineData("[ ] open", CheckBox.Open)]
    [InlineData("[x] done", CheckBox.Done)]
    [InlineData("[X] done", CheckBox.Done)]
    [InlineData("[-] doing", CheckBox.InProgress)]
    [InlineData("[~] blocked", CheckBox.Blocked)]
    [InlineData("[ x] odd", CheckBox.Malformed)]
    [InlineData("[y] odd", CheckBox.Malformed)]
    [InlineData("[link](x.md)", CheckBox.None)]
    [InlineData("[id] no", CheckBox.Malformed)]
    [InlineData("[docs/] no", CheckBox.None)]
    [InlineData("plain", CheckBox.None)]
    public void Boxes_are_read_with_the_states_that_tools_use(string item, CheckBox expected) =>
        Assert.Equal(expected, Read($"- {item}\n").Blocks[0].CheckBox);

    [Fact]
    public void A_line_that_is_only_a_bold_label_opens_a_section()
    {
        var document = Read("**Blockers:**\n\nnone\n\n**Goal**\nis not alone here\n");

        Assert.Equal(["none", "Goal is not alone here"], document.BlocksAbout(SectionKind.Blockers).Select(block => block.Text));
        Assert.Equal(["", "Blockers"], document.Sections.Select(section => section.Title));
    }

    [Theory]
    [InlineData("Blockers: none", SectionKind.Blockers)]
    [InlineData("**Goal:** make it work", SectionKind.Goal)]
    [InlineData("下一步：修复解析器", SectionKind.Next)]
    [InlineData("fix build: retry on failure", SectionKind.None)]
    [InlineData("just a sentence", SectionKind.None)]
    public void A_label_in_front_says_what_a_line_is_about(string line, SectionKind expected) =>
        Assert.Equal(expected, Read(line).Blocks[0].SectionKind);

    [Fact]
    public void Front_matter_is_read_and_is_no_block()
    {
        var document = Read("---\nlane: plan\nbranch: \"feat/x\"\n---\n# Handoff\n");

        Assert.Equal("plan", document.FrontMatter!["lane"]);
        Assert.Equal(3, document.FrontMatter.Entries["branch"].Line);
        Assert.Empty(document.Blocks);
    }

    [Fact]
    public void Front_matter_that_is_no_yaml_is_kept_with_its_error() =>
        Assert.NotNull(Read("---\na: [\n---\n").FrontMatter!.Error);

    [Fact]
    public void Text_nested_too_deeply_is_read_line_by_line()
    {
        var document = Read(string.Concat(Enumerable.Repeat("> ", 10_000)) + "end\nsecond line\n");

        Assert.True(document.IsTooDeep);
        Assert.Contains(document.Blocks, block => block.Text == "second line");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Ten_thousand_list_levels_end_in_blocks(bool onOneLine)
    {
        var lines = onOneLine ? [string.Concat(Enumerable.Repeat("- ", 10_000)) + "x"] : Enumerable.Range(0, 10_000).Select(level => new string(' ', 2 * level) + "- x");
        using var directory = new TemporaryDirectory();
        directory.Write("HANDOFF.md", string.Join('\n', lines));

        Assert.NotEmpty(new Document("HANDOFF.md", Repository.Discover(directory.Path).ReadText("HANDOFF.md")!).Blocks);
    }

    [Fact]
    public void A_byte_order_mark_is_no_part_of_the_first_line()
    {
        var text = SourceText.Decode([0xEF, 0xBB, 0xBF, (byte)'#', (byte)' ', (byte)'x'], 6);

        Assert.True(text.HasByteOrderMark);
        Assert.Equal("x", new Document("HANDOFF.md", text).Sections[1].Title);
    }

    [Theory]
    [InlineData("", 0)]
    [InlineData("a", 1)]
    [InlineData("a\n", 1)]
    [InlineData("a\r\nb", 2)]
    [InlineData("a\rb\n\n", 3)]
    public void Lines_are_counted_as_editors_do(string text, int expected) =>
        Assert.Equal(expected, SourceText.From(text).LineCount);

    private static Document Read(string text) => new("HANDOFF.md", SourceText.From(text));
}
