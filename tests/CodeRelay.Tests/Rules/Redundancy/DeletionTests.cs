using CodeRelay.Documents;
using CodeRelay.Text;
using Deletion = CodeRelay.Rules.Redundancy.Deletion;

namespace CodeRelay.Tests.Rules.Redundancy;

/// <summary>Whatever goes, what stays reads as before: here the blocks whose text has "gone" in it go.</summary>
public sealed class DeletionTests
{
    [Theory]
    [InlineData("# H\n\n1. gone\n2. b\n3. gone\n4. d\n", "# H\n\n2. b\n4. d\n")]
    [InlineData("# H\n\nDone:\n1. gone\n2. b\n", "# H\n\nDone:\n\n2. b\n")]
    [InlineData("# H\n\n- Done:\n  1. gone\n  2. b\n- c\n", "# H\n\n- Done:\n\n  2. b\n- c\n")]
    [InlineData("# H\n\n1. a\n2. gone\n3. c\n", "# H\n\n1. a\n3. c\n")]
    [InlineData("# H\n\n- a\n  - gone\n- gone\n- d\n", "# H\n\n- a\n- d\n")]
    [InlineData("# H\n\n| A | B |\n|---|---|\n| gone | b |\n| c | d |\n\nend\n", "# H\n\n| A | B |\n|---|---|\n| c | d |\n\nend\n")]
    [InlineData("# H\n\n| A | B |\n|---|---|\n| gone | b |\n| gone | d |\n\nend\n", "# H\n\nend\n")]
    [InlineData("# H\n\n## A\n\n- gone\n\n## B\n\n- b\n", "# H\n\n## B\n\n- b\n")]
    [InlineData("# H\n\n## A\n\n### A1\n\ngone\n\n### A2\n\ngone\n\n## B\n\nb\n", "# H\n\n## B\n\nb\n")]
    [InlineData("# H\n\n## A\n\nkept\n\n### A1\n\ngone\n\n## B\n\nb\n", "# H\n\n## A\n\nkept\n\n## B\n\nb\n")]
    [InlineData("# H\n\nfirst\n- gone\n\nsecond\n", "# H\n\nfirst\n\nsecond\n")]
    [InlineData("# H\n\nfirst\n\ngone\n\nsecond\n", "# H\n\nfirst\n\nsecond\n")]
    [InlineData("# H\n\nfirst\n\n```\ngone\n```\n\nsecond\n", "# H\n\nfirst\n\nsecond\n")]
    [InlineData("# H\n\nfirst\n\ngone", "# H\n\nfirst\n\n")]
    public void What_stays_is_valid_Markdown(string text, string expected)
    {
        foreach (var lineBreak in new[] { "\n", "\r\n" })
        {
            var before = text.ReplaceLineEndings(lineBreak);
            var after = Delete(before);

            Assert.Equal(expected.ReplaceLineEndings(lineBreak), after);
            Assert.Equal(Kept(before), Kept(after));
            Assert.Equal(after, Delete(after));
        }
    }

    [Fact]
    public void A_block_that_shares_its_line_is_left_to_people() =>
        Assert.Null(Deletion.Of(Read("- - gone\n"), [.. Read("- - gone\n").Blocks.Where(block => block.Text == "gone")], "delete"));

    // What each remaining block is and says.
    private static string[] Kept(string text) =>
        [.. Read(text).Blocks.Where(block => !IsGone(block) && !(block.IsHeader && Read(text).Blocks.All(row => row.Kind != BlockKind.TableRow || row.IsHeader || IsGone(row)))).Select(block => $"{block.Kind} {block.Depth} {block.IsOrdered} {block.IsHeader} {block.Text} in {block.Section.Title}")];

    private static bool IsGone(Block block) => block.Text.Contains("gone", StringComparison.Ordinal);

    private static Document Read(string text) => new("HANDOFF.md", SourceText.From(text));

    private static string Delete(string text)
    {
        var document = Read(text);
        var gone = document.Blocks.Where(IsGone).ToArray();
        var edits = gone.Length == 0 ? [] : Deletion.Of(document, gone, "delete")!.Edits;
        return edits.OrderByDescending(edit => edit.Start).Aggregate(text, (left, edit) => left.Remove(edit.Start, edit.Length).Insert(edit.Start, edit.NewText));
    }
}
