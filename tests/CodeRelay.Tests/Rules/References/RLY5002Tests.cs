namespace CodeRelay.Tests.Rules.References;

public sealed class RLY5002Tests
{
    [Theory]
    [InlineData("`src/App.cs:3`")]
    [InlineData("`src/App.cs:1-3` and `src/App.cs#L2`")]
    [InlineData("[the loop](src/App.cs#L3)")]
    [InlineData("`src/None.cs:99`")]
    [InlineData("`Twice.cs:99`")]
    [InlineData("`src/App.cs` has 99 lines")]
    public void Lines_that_exist_or_cannot_be_known_are_no_fault(string text) => Assert.Empty(Findings(text));

    [Theory]
    [InlineData("`src/App.cs:4`", "line 4 of `src/App.cs`")]
    [InlineData("App.cs:2-40", "line 40 of `src/App.cs`")]
    [InlineData("`src/App.cs#L9-L12`", "line 12")]
    [InlineData("[the loop](src/App.cs#L99)", "line 99")]
    [InlineData("```\nat App.cs:12\n```", "line 12")]
    [InlineData("- `b/`\n  - `Twice.cs:99`", "line 99 of `b/Twice.cs`")]
    public void Lines_past_the_end_are(string text, string message) => Assert.Contains(message, Assert.Single(Findings(text)).Message, StringComparison.Ordinal);

    [Fact]
    public void One_line_is_counted_in_the_singular()
    {
        var finding = Assert.Single(Findings("`a/Twice.cs:2`"));

        Assert.Equal("line 2 of `a/Twice.cs` does not exist: the file has 1 line; name the current line, or a symbol", finding.Message);
        Assert.Equal("1 line", Assert.Single(finding.Evidence).Text);
    }

    private static IReadOnlyList<CodeRelay.Analysis.Finding> Findings(string text)
    {
        using var repo = new TemporaryRepository();
        repo.Write("src/App.cs", "one\r\ntwo\r\nthree\r\n");
        repo.Write("a/Twice.cs", "one\n");
        repo.Write("b/Twice.cs", "one\n");
        repo.Write("HANDOFF.md", $"# Handoff\n\n{text}\n");
        repo.Commit("add");
        return repo.Findings("RLY5002");
    }
}
