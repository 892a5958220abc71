using CodeRelay.Documents;
using CodeRelay.Text;

namespace CodeRelay.Tests.Documents;

public sealed class MentionPositionTests
{
    [Theory]
    [InlineData("a `src/a.cs` b")]
    [InlineData("a ` src/a.cs ` b")]
    [InlineData("a ``src/a.cs`` b")]
    [InlineData("**bold _and `src/a.cs`_**")]
    [InlineData("***src/a.cs*** x")]
    [InlineData("one &amp; two &lt; src/a.cs")]
    [InlineData("\\* \\_ src/a.cs \\`")]
    [InlineData("äöü 漢字 🎉 `src/a.cs`")]
    [InlineData("- item\n  - nested\n    more src/a.cs text")]
    [InlineData("> quote\n> more `src/a.cs`")]
    [InlineData("| a | b |\n|---|:-:|\n|x|  src/a.cs  |\n")]
    [InlineData("|a|\n|-|\n| `src/a.cs` |")]
    [InlineData("text `code that\n   goes on src/a.cs` end")]
    [InlineData("- text `code that\n  goes on src/a.cs` end")]
    [InlineData("```\nplain src/a.cs\n```")]
    [InlineData("- item\n\n  ```sh\n  cat src/a.cs\n  ```")]
    [InlineData("```sh\n$ cat 'src/a.cs' | wc\n```")]
    [InlineData("    indented src/a.cs\n")]
    [InlineData("`dotnet run --project=src/a.cs`")]
    [InlineData("(src/a.cs), \"src/a.cs\".")]
    [InlineData("# Title of src/a.cs\n")]
    [InlineData("1. **`src/a.cs`:12** text")]
    [InlineData("[link](x.md) src/a.cs")]
    [InlineData("a <b> src/a.cs")]
    public void The_offsets_are_those_of_the_file(string text)
    {
        foreach (var content in new[] { text, text.ReplaceLineEndings("\r\n"), "intro\r\rx\r\n\n" + text })
        {
            var document = new Document("HANDOFF.md", SourceText.From(content, hasByteOrderMark: true));

            var found = document.Mentions.Where(mention => mention.Target == "src/a.cs").ToArray();

            Assert.NotEmpty(found);
            Assert.All(found, mention => Assert.Equal("src/a.cs", content.Substring(mention.Start, mention.Length)));
        }
    }

    [Fact]
    public void An_escape_inside_a_path_belongs_to_what_is_written()
    {
        const string Text = "see docs/foo\\_bar.md now";

        var mention = Assert.Single(Mentions.Of(Text));

        Assert.Equal("docs/foo_bar.md", mention.Target);
        Assert.Equal("docs/foo\\_bar.md", Text.Substring(mention.Start, mention.Length));
    }

    [Fact]
    public void What_is_cut_off_a_path_is_not_part_of_its_range()
    {
        const string Text = "| x |\n|---|\n| see `.\\src\\a.cs:12-20`, |";

        var mention = Assert.Single(Mentions.Of(Text));

        Assert.Equal(@".\src\a.cs", Text.Substring(mention.Start, mention.Length));
        Assert.Equal((3, 8), (mention.Range.Line, mention.Range.Column));
    }

    [Fact]
    public void Links_stand_where_their_target_is_written()
    {
        const string Text = "![a](<img/a b.png>) [b](x.md \"title\") [c][r]\n\n[r]: docs/r.md#top\n";

        Assert.Equal(["img/a b.png", "x.md", "docs/r.md#top"], Mentions.Of(Text).Select(mention => Text.Substring(mention.Start, mention.Length)));
    }

    [Fact]
    public void Mentions_come_in_the_order_of_the_text()
    {
        var mentions = Mentions.Of("# In `a/1.cs`\n\n[x](b/2.md) and c/3.cs\n\n```sh\ncat d/4.cs\n```\n");

        Assert.Equal(mentions.OrderBy(mention => mention.Start), mentions);
    }
}
