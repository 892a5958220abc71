using CodeRelay.Evidence.References;
using CodeRelay.Git;

namespace CodeRelay.Tests.Evidence.References;

public sealed class NameSuggestionTests
{
    [Theory]
    [InlineData("lib/Parser.cs", "src/Parser.cs")]
    [InlineData("src/Praser.cs", "src/Parser.cs")]
    [InlineData("src/Parsers.cs", "src/Parser.cs")]
    [InlineData("src/LineBraekReader.cs", "src/LineBreakReader.cs")]
    [InlineData("src/LnieBraekReader.cs", "src/LineBreakReader.cs")]
    [InlineData("docs/LnieBraekReader.cs", null)]
    [InlineData("src/Lexer.cs", null)]
    [InlineData("src/b.cs", null)]
    [InlineData("x/index.ts", null)]
    public void The_nearest_name_is_meant_if_it_is_near(string path, string? meant)
    {
        using var directory = new TemporaryDirectory();
        foreach (var file in new[] { "src/Parser.cs", "src/LineBreakReader.cs", "src/a.cs", "a/index.ts", "b/index.ts" })
            directory.Write(file, "x");

        Assert.Equal(meant, NameSuggestion.For(Repository.Discover(directory.Path).Files, path));
    }
}
