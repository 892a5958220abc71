using CodeRelay.Text;

namespace CodeRelay.Tests.Git;

public sealed class ClippingTests
{
    [Theory]
    [InlineData("abcde", 5, "abcde")]
    [InlineData("abcdef", 5, "abcde…")]
    [InlineData("abcd efg", 5, "abcd…")]
    [InlineData("abcd😀", 5, "abcd…")]
    [InlineData("", 0, "")]
    public void A_text_that_is_too_long_ends_with_an_ellipsis(string text, int length, string expected) => Assert.Equal(expected, Clipping.Truncate(text, length));

    [Theory]
    [InlineData("abcde", "abcde")]
    [InlineData("abcdef", "abcd…")]
    public void The_ellipsis_may_be_counted_in(string text, string expected) => Assert.Equal(expected, Clipping.TruncateWithin(text, 5));
}
