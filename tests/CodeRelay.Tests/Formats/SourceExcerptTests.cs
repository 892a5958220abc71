using CodeRelay.Formats;

namespace CodeRelay.Tests.Formats;

public sealed class SourceExcerptTests
{
    [Theory]
    [InlineData("a short line", 2, 7, "a short line", "  ^^^^^")]
    [InlineData("\tx", 1, 2, "    x", "    ^")]
    [InlineData("ab\tx", 3, 4, "ab  x", "    ^")]
    [InlineData("漢字 x", 3, 4, "漢字 x", "     ^")]
    [InlineData("e\u0301 x", 3, 4, "e\u0301 x", "  ^")]
    [InlineData("👍 x", 3, 4, "👍 x", "   ^")]
    [InlineData("a\u001bb", 2, 3, "a<U+001B>b", "         ^")]
    [InlineData("", 0, 0, "", "^")]
    [InlineData("x", 5, 9, "x", " ^")]
    [InlineData("0123456789", 3, 3, "0123456789", "   ^")]
    public void The_mark_stands_under_the_range(string line, int start, int end, string text, string mark)
    {
        var excerpt = SourceExcerpt.Of(line, start, end, width: 40);

        Assert.Equal(text, excerpt.Text);
        Assert.Equal(mark, Mark(excerpt));
    }

    [Theory]
    [InlineData(0, 3)]
    [InlineData(30, 33)]
    [InlineData(300, 310)]
    [InlineData(5_000, 5_003)]
    [InlineData(9_997, 10_000)]
    [InlineData(0, 10_000)]
    [InlineData(4_000, 9_000)]
    public void A_long_line_is_cut_around_the_range(int start, int end)
    {
        var line = string.Concat(Enumerable.Range(0, 2000).Select(i => $"{i:0000} "));

        var excerpt = SourceExcerpt.Of(line, start, end, width: 40);

        Assert.InRange(excerpt.Text.Length, 20, 40);
        Assert.Equal(start >= 40, excerpt.Text.StartsWith('…'));
        Assert.Equal(line[start], excerpt.Text[excerpt.MarkStart]);
        Assert.InRange(excerpt.MarkStart + excerpt.MarkLength, 1, 41);
    }

    [Fact]
    public void Half_a_surrogate_pair_is_shown_as_one_character() =>
        Assert.Equal(new SourceExcerpt("a\ufffdb", 2, 1), SourceExcerpt.Of("a\ud800b", 2, 3, width: 40));

    [Fact]
    public void A_line_of_a_megabyte_is_cut_as_quickly_as_a_short_one()
    {
        var excerpt = SourceExcerpt.Of(new string('x', 1_000_000), 500_000, 500_001, width: 60);

        Assert.Equal(60, excerpt.Text.Length);
        Assert.Equal('…', excerpt.Text[^1]);
    }

    private static string Mark(SourceExcerpt excerpt) => new string(' ', excerpt.MarkStart) + new string('^', excerpt.MarkLength);
}
