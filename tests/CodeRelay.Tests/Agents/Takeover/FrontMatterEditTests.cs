using System.Text;
using CodeRelay.Agents.Takeover;
using CodeRelay.Documents;
using CodeRelay.Text;

namespace CodeRelay.Tests.Agents.Takeover;

public sealed class FrontMatterEditTests
{
    [Theory]
    [InlineData("# Handoff\n", "audit", "---\nlane: audit\n---\n\n# Handoff\n")]
    [InlineData("", "audit", "---\nlane: audit\n---\n\n")]
    [InlineData("---\nlane: plan\ntitle: x\n---\n# Handoff\n", "audit", "---\nlane: audit\ntitle: x\n---\n# Handoff\n")]
    [InlineData("---\r\ntitle: x\r\n---\r\n# Handoff\r\n", "audit", "---\r\ntitle: x\r\nlane: audit\r\n---\r\n# Handoff\r\n")]
    [InlineData("---\nlane: >\n  plan\n  and more\ntitle: x\n---\n", "audit", "---\nlane: audit\ntitle: x\n---\n")]
    [InlineData("---\nno end\n", "audit", "---\nlane: audit\n---\n\n---\nno end\n")]
    [InlineData("---\nlanes: 2\n---\n", "S2 \"a: b\" \\ é", "---\nlanes: 2\nlane: \"S2 \\\"a: b\\\" \\\\ é\"\n---\n")]
    public void One_key_is_written_and_the_rest_stays(string text, string value, string expected) =>
        Assert.Equal(expected, Encoding.UTF8.GetString(FrontMatterEdit.Set(Encoding.UTF8.GetBytes(text), "lane", value)));

    [Fact]
    public void A_byte_order_mark_stays_in_front_and_what_is_written_is_read_again()
    {
        byte[] bytes = [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes("# Übergabe\r\n")];
        const string Value = "S2 braucht: \"Browser\" # und \\ mehr";

        var edited = FrontMatterEdit.Set(FrontMatterEdit.Set(bytes, "switch", "old"), "switch", Value);

        Assert.True(edited.AsSpan().StartsWith(Encoding.UTF8.Preamble));
        Assert.Equal(Value, new Document("HANDOFF.md", SourceText.Decode(edited, edited.Length)).FrontMatter!["switch"]);
    }
}
