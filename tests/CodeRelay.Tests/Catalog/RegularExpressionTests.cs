using System.Reflection;
using System.Text.RegularExpressions;

namespace CodeRelay.Tests.Catalog;

/// <summary>Regular expressions meet whatever people and agents write, so each either has a time limit or cannot need one.</summary>
public sealed class RegularExpressionTests
{
    // A limit of time costs a look at the clock at every place where a match may begin, so the busiest expressions have none. Here each gets one.
    private static IReadOnlyList<Regex> WithoutLimit { get; } =
    [
        .. typeof(Product).Assembly.GetTypes()
            .SelectMany(type => type.GetMethods(BindingFlags.Static | BindingFlags.NonPublic | BindingFlags.Public | BindingFlags.DeclaredOnly))
            .Where(method => method.GetCustomAttribute<GeneratedRegexAttribute>() is not null)
            .Select(method => (Regex)method.Invoke(null, null)!)
            .Where(regex => regex.MatchTimeout == Regex.InfiniteMatchTimeout)
            .Select(regex => new Regex(regex.ToString(), regex.Options, TimeSpan.FromSeconds(5))),
    ];

    public static TheoryData<string> Texts =>
    [
        "a", "A", "aA", "a ", "a-", "a.", "a/", "a_", "a@", "a,", "s-", "0", "0a", "f", " ", "\t", "-", "*", "_", "[", "(", "`", "`a", "{", "{a", "<a ", "C:/a ", "C:\\a", "a:/", "://", "branch: ", "> ", "| ", "中", "é", "due ", "working tree ",
    ];

    [Fact]
    public void Some_expressions_do_without_a_limit_of_time() => Assert.NotEmpty(WithoutLimit);

    [Theory]
    [MemberData(nameof(Texts))]
    public void Those_without_a_limit_of_time_need_none(string unit)
    {
        // Anything that looks back over the text from every place would take some ten thousand million steps.
        var text = string.Concat(Enumerable.Repeat(unit, 100_000 / unit.Length));
        Assert.All(WithoutLimit, regex => Assert.True(regex.Count(text) >= 0, regex.ToString()));
    }
}
