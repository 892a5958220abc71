using CodeRelay.Documents;
using Microsoft.ML.Tokenizers;

namespace CodeRelay.Tests.Documents;

public sealed class TokenEstimateTests
{
    private const string Texts = "tests/CodeRelay.Tests/Fixtures/Tokens";

    // Of a shorter text a single token is a large part.
    private const int FewestTokens = 200;

    private static readonly TiktokenTokenizer O200k = TiktokenTokenizer.CreateForEncoding("o200k_base");

    [Theory]
    [InlineData("en", 0.08)]
    [InlineData("de", 0.15)]
    [InlineData("es", 0.15)]
    [InlineData("fr", 0.15)]
    [InlineData("ja", 0.15)]
    [InlineData("ko", 0.15)]
    [InlineData("ru", 0.15)]
    [InlineData("vi", 0.15)]
    [InlineData("zh", 0.15)]
    public void A_packet_costs_what_the_tokenizer_counts(string language, double error)
    {
        var text = File.ReadAllText(SourceTree.Path($"{Texts}/{language}.md"));

        Assert.InRange(Error(text), -error, error);
    }

    [Theory]
    [InlineData("docs", "*.md")]
    [InlineData("src", "*.md")]
    [InlineData("src", "*.cs")]
    [InlineData("src/CodeRelay/Runtimes", "*.js")]
    [InlineData("src/CodeRelay/Runtimes", "*.sh")]
    [InlineData("src/CodeRelay/Runtimes", "*.ps1")]
    [InlineData("docs", "*.json")]
    [InlineData(".github", "*.yml")]
    public void Documents_and_code_cost_what_the_tokenizer_counts(string folder, string files)
    {
        var errors = Directory.EnumerateFiles(SourceTree.Path(folder), files, SearchOption.AllDirectories)
            .Select(File.ReadAllText)
            .Where(text => O200k.CountTokens(text) >= FewestTokens)
            .Select(Error)
            .ToList();

        Assert.NotEmpty(errors);
        Assert.InRange(errors.Average(Math.Abs), 0, 0.1);
        Assert.InRange(errors.Max(Math.Abs), 0, 0.15);
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
        var text = File.ReadAllText(SourceTree.Path($"{Texts}/ko.md"));

        for (var length = 0; length < text.Length; length += 7)
            Assert.True(TokenEstimate.Count(text.AsSpan(0, length)) <= TokenEstimate.Count(text) + 1);
    }

    [Theory]
    [InlineData("\uD83D")]
    [InlineData("\uDE00x")]
    [InlineData("\0\0")]
    [InlineData("a\u0301\uFE0F")]
    public void Odd_characters_are_counted_and_do_no_harm(string text) => Assert.InRange(TokenEstimate.Count(text), 1, 4);

    private static double Error(string text)
    {
        var tokens = O200k.CountTokens(text);
        return (TokenEstimate.Count(text) - tokens) / (double)tokens;
    }
}
