using CodeRelay.Text;

namespace CodeRelay.Tests.Git;

public sealed class EditDistanceTests
{
    [Theory]
    [InlineData("", "", 0)]
    [InlineData("parser", "PARSER", 0)]
    [InlineData("parser", "parsers", 1)]
    [InlineData("parser", "praser", 1)]
    [InlineData("bugdet", "budget", 1)]
    [InlineData("kitten", "sitting", 3)]
    [InlineData("abc", "xyz", 3)]
    [InlineData("abcdef", "uvwxyz", 4)]
    [InlineData("a", "abcdefgh", 4)]
    public void Edits_and_swaps_are_counted_up_to_a_bound(string left, string right, int distance) => Assert.Equal(distance, EditDistance.Between(left, right, bound: 3));
}
