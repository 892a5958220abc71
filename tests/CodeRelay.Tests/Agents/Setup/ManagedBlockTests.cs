using System.Text;
using CodeRelay.Agents.Editing;

namespace CodeRelay.Tests.Agents.Setup;

public sealed class ManagedBlockTests
{
    private const string Block = "<!-- coderelay:begin -->\nnew\n<!-- coderelay:end -->\n";

    private const string Relay = "<!-- coderelay:relay:begin -->\nother\n<!-- coderelay:relay:end -->\n";

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
        Assert.Equal(expected, Encoding.UTF8.GetString(ManagedBlock.ReadingOrder.Merge("AGENTS.md", Encoding.UTF8.GetBytes(existing), Block)));

    [Fact]
    public void Bytes_that_are_no_UTF_8_stay()
    {
        byte[] existing = [0xE9, 0xFF, (byte)'\n'];

        var merged = ManagedBlock.ReadingOrder.Merge("AGENTS.md", existing, Block);

        Assert.Equal(existing, merged[..existing.Length]);
    }

    [Fact]
    public void Merging_again_changes_nothing()
    {
        var once = ManagedBlock.ReadingOrder.Merge("AGENTS.md", "ours\r\n"u8.ToArray(), Block);

        Assert.Equal(once, ManagedBlock.ReadingOrder.Merge("AGENTS.md", once, Block));
    }

    [Theory]
    [InlineData("a\n<!-- coderelay:begin -->\nb\n", "AGENTS.md: <!-- coderelay:begin --> without <!-- coderelay:end -->")]
    [InlineData("a\n<!-- coderelay:end -->\n", "AGENTS.md(2): <!-- coderelay:end --> without <!-- coderelay:begin -->")]
    [InlineData("<!-- coderelay:begin -->\n<!-- coderelay:begin -->\n<!-- coderelay:end -->\n", "AGENTS.md(2): a second")]
    [InlineData("a\0b", "AGENTS.md is not UTF-8 text")]
    public void A_file_whose_block_is_broken_is_refused(string existing, string message) =>
        Assert.StartsWith(message, Assert.Throws<SettingsException>(() => ManagedBlock.ReadingOrder.Merge("AGENTS.md", Encoding.UTF8.GetBytes(existing), Block)).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("")]
    [InlineData("ours\n")]
    [InlineData("ours\n\n")]
    [InlineData("ours\n\n\n")]
    [InlineData("no line end")]
    [InlineData("\uFEFFours\r\n")]
    [InlineData("\uFEFFours\r\n\r\nmore")]
    [InlineData("  \n")]
    public void Removing_gives_back_the_bytes_from_before(string existing)
    {
        var before = Encoding.UTF8.GetBytes(existing);

        var merged = ManagedBlock.Relay.Merge("AGENTS.md", before, Relay);

        Assert.Equal(before, ManagedBlock.Relay.Remove("AGENTS.md", merged, before));
        Assert.Equal([.. before, .. "after\n"u8], ManagedBlock.Relay.Remove("AGENTS.md", [.. merged, .. "after\n"u8], before));
    }

    [Theory]
    [InlineData("ours\n")]
    [InlineData("ours\r\n")]
    [InlineData("")]
    public void Without_knowing_what_was_there_the_empty_line_above_goes_with_it(string existing)
    {
        var before = Encoding.UTF8.GetBytes(existing);

        Assert.Equal(before, ManagedBlock.Relay.Remove("AGENTS.md", ManagedBlock.Relay.Merge("AGENTS.md", before, Relay)));
    }

    [Fact]
    public void Blocks_of_two_names_live_side_by_side()
    {
        var first = ManagedBlock.ReadingOrder.Merge("AGENTS.md", "ours\n"u8.ToArray(), Block);

        var both = ManagedBlock.Relay.Merge("AGENTS.md", first, Relay);

        Assert.Equal(Block, ManagedBlock.ReadingOrder.Read("AGENTS.md", both));
        Assert.Equal(Relay, ManagedBlock.Relay.Read("AGENTS.md", both));
        Assert.Equal(both, ManagedBlock.ReadingOrder.Merge("AGENTS.md", both, Block));
        Assert.Equal(first, ManagedBlock.Relay.Remove("AGENTS.md", both));
    }
}
