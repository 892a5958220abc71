using CodeRelay.Documents;
using CodeRelay.Text;

namespace CodeRelay.Tests.Documents;

public sealed class FrontMatterTests
{
    [Theory]
    [InlineData("read: [a, b\nlint: true", "a bracket is not closed")]
    [InlineData("goal: {a: b\nlint: true", "")]
    [InlineData("a: \"open", "")]
    [InlineData("a: b: c", "")]
    public void A_block_that_is_no_yaml_is_said_and_stops_nothing(string block, string message)
    {
        var bytes = System.Text.Encoding.UTF8.GetBytes($"---\n{block}\n---\n# Handoff\n");

        var read = FrontMatter.Read(SourceText.Decode(bytes, bytes.Length));

        Assert.Contains(message, read!.Error, StringComparison.Ordinal);
        Assert.Empty(read.Entries);
    }
}
