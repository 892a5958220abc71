using CodeRelay.Packets;

namespace CodeRelay.Tests.Packets;

public sealed class TokenEstimateTests
{
    /// <summary>Tokens as o200k counts them, from `node measure.mjs --each` in tests/token-estimate.</summary>
    [Theory]
    [InlineData("en", 258, 0.08)]
    [InlineData("de", 242, 0.15)]
    [InlineData("es", 216, 0.15)]
    [InlineData("fr", 234, 0.15)]
    [InlineData("ja", 292, 0.15)]
    [InlineData("ko", 241, 0.15)]
    [InlineData("ru", 229, 0.15)]
    [InlineData("vi", 237, 0.15)]
    [InlineData("zh", 232, 0.15)]
    public void The_estimate_is_near_the_tokenizer(string language, int tokens, double error)
    {
        var text = File.ReadAllText(SourceTree.Path($"tests/token-estimate/texts/{language}.md"));

        Assert.InRange(TokenEstimate.Count(text.ReplaceLineEndings("\n")), tokens * (1 - error), tokens * (1 + error));
    }

    [Theory]
    [InlineData("", 0)]
    [InlineData("hello", 1)]
    [InlineData("Hello, world!\n", 4)]
    [InlineData("1234567", 3)]
    [InlineData("\n\n\n", 1)]
    [InlineData("                hello", 2)]
    [InlineData("--------------------", 1)]
    [InlineData("parseJsonFile", 3)]
    public void Short_texts_are_cut_as_the_tokenizer_cuts_them(string text, int tokens) => Assert.Equal(tokens, TokenEstimate.Count(text));

    [Fact]
    public void Line_breaks_of_two_characters_count_as_one() =>
        Assert.Equal(TokenEstimate.Count("# Goal\n\nMake it work\n"), TokenEstimate.Count("# Goal\r\n\r\nMake it work\r\n"));

    [Fact]
    public void A_part_never_counts_more_than_the_whole()
    {
        var text = File.ReadAllText(SourceTree.Path("tests/token-estimate/texts/ko.md"));

        for (var length = 0; length < text.Length; length += 7)
            Assert.True(TokenEstimate.Count(text.AsSpan(0, length)) <= TokenEstimate.Count(text) + 1);
    }

    [Theory]
    [InlineData("\uD83D")]
    [InlineData("\uDE00x")]
    [InlineData("\0\0")]
    [InlineData("a\u0301\uFE0F")]
    public void Odd_characters_are_counted_and_do_no_harm(string text) => Assert.InRange(TokenEstimate.Count(text), 1, 4);
}
