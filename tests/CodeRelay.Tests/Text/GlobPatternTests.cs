using CodeRelay.Text;

namespace CodeRelay.Tests.Text;

public sealed class GlobPatternTests
{
    [Theory]
    [InlineData("a/b", "a/b")]
    [InlineData("a/{b,c}.x", "a/b.x a/c.x")]
    [InlineData("{a, b}/{c,d}", "a/c a/d b/c b/d")]
    [InlineData("a/{b", "a/{b")]
    public void Braces_stand_for_alternatives(string pattern, string expected) => Assert.Equal(expected, string.Join(' ', GlobPattern.Expand(pattern)));

    [Fact]
    public void Very_many_alternatives_are_bounded() => Assert.InRange(GlobPattern.Expand(string.Concat(Enumerable.Repeat("{a,b,c,d}", 20))).Count, 1, 100);

    [Theory]
    [InlineData("src/*.cs", "src/a.cs", true)]
    [InlineData("src/*.cs", "src/x/a.cs", false)]
    [InlineData("src/**/a.cs", "src/a.cs", true)]
    [InlineData("src/**/a.cs", "src/x/y/a.cs", true)]
    [InlineData("src/*", "src/x/y/a.cs", true)]
    [InlineData("src/?.cs", "src/ab.cs", false)]
    [InlineData("a.cs", "src/a.cs", false)]
    public void A_pattern_matches_a_path_or_a_directory_above_it(string pattern, string path, bool matches) => Assert.Equal(matches, GlobPattern.Matches(pattern, path));

    [Fact]
    public void A_pattern_may_be_allowed_to_begin_anywhere() => Assert.True(GlobPattern.Matches("x/*.cs", "src/x/a.cs", anywhere: true));
}
