using System.Text;
using CodeRelay.Scaffolding;

namespace CodeRelay.Tests.Scaffolding;

public sealed class ManagedBlockTests
{
    private const string Block = "<!-- coderelay:begin -->\nnew\n<!-- coderelay:end -->\n";

    [Theory]
    [InlineData("", "<!-- coderelay:begin -->\nnew\n<!-- coderelay:end -->\n")]
    [InlineData("ours\n", "ours\n\n<!-- coderelay:begin -->\nnew\n<!-- coderelay:end -->\n")]
    [InlineData("ours\n\n", "ours\n\n<!-- coderelay:begin -->\nnew\n<!-- coderelay:end -->\n")]
    [InlineData("no line end", "no line end\n\n<!-- coderelay:begin -->\nnew\n<!-- coderelay:end -->\n")]
    [InlineData("\uFEFFours\r\n", "\uFEFFours\r\n\r\n<!-- coderelay:begin -->\r\nnew\r\n<!-- coderelay:end -->\r\n")]
    [InlineData("before\n<!-- coderelay:begin -->\nold\nlines\n<!-- coderelay:end -->\nafter", "before\n<!-- coderelay:begin -->\nnew\n<!-- coderelay:end -->\nafter")]
    [InlineData("\uFEFF<!-- coderelay:begin -->  \r\n<!-- coderelay:end -->\r\nafter\r\n", "\uFEFF<!-- coderelay:begin -->\r\nnew\r\n<!-- coderelay:end -->\r\nafter\r\n")]
    [InlineData("Text that names <!-- coderelay:begin --> in a line.\n", "Text that names <!-- coderelay:begin --> in a line.\n\n<!-- coderelay:begin -->\nnew\n<!-- coderelay:end -->\n")]
    public void The_block_goes_where_it_was_or_to_the_end(string existing, string expected) =>
        Assert.Equal(expected, Encoding.UTF8.GetString(ManagedBlock.Merge("AGENTS.md", Encoding.UTF8.GetBytes(existing), Block)));

    [Fact]
    public void Bytes_that_are_no_UTF_8_stay()
    {
        byte[] existing = [0xE9, 0xFF, (byte)'\n'];

        var merged = ManagedBlock.Merge("AGENTS.md", existing, Block);

        Assert.Equal(existing, merged[..existing.Length]);
    }

    [Fact]
    public void Merging_again_changes_nothing()
    {
        var once = ManagedBlock.Merge("AGENTS.md", "ours\r\n"u8.ToArray(), Block);

        Assert.Equal(once, ManagedBlock.Merge("AGENTS.md", once, Block));
    }

    [Theory]
    [InlineData("a\n<!-- coderelay:begin -->\nb\n", "AGENTS.md: <!-- coderelay:begin --> without <!-- coderelay:end -->")]
    [InlineData("a\n<!-- coderelay:end -->\n", "AGENTS.md(2): <!-- coderelay:end --> without <!-- coderelay:begin -->")]
    [InlineData("<!-- coderelay:begin -->\n<!-- coderelay:begin -->\n<!-- coderelay:end -->\n", "AGENTS.md(2): a second")]
    [InlineData("a\0b", "AGENTS.md is not UTF-8 text")]
    public void A_file_whose_block_is_broken_is_refused(string existing, string message) =>
        Assert.StartsWith(message, Assert.Throws<ScaffoldException>(() => ManagedBlock.Merge("AGENTS.md", Encoding.UTF8.GetBytes(existing), Block)).Message, StringComparison.Ordinal);
}
