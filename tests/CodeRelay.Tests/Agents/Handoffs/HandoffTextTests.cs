using System.Text;
using CodeRelay.Agents.Handoffs;

namespace CodeRelay.Tests.Agents.Handoffs;

public sealed class HandoffTextTests
{
    [Fact]
    public void Fields_are_read_as_they_stand()
    {
        var text = RelayWorkshop.Parse(RelayWorkshop.Sample(title: "Auth: pause # after, \"JWT\" check"));

        Assert.Equal(("Auth: pause # after, \"JWT\" check", "fix/login", "2"), (text["name"], text["branch"], text["dirty_files_count"]));
        Assert.Null(text["received_at"]);
        Assert.Empty(text.Problems);
    }

    [Theory]
    [InlineData("name: \"a: b\"", "a: b")]
    [InlineData("name: 'it is'", "it is")]
    [InlineData("name:  spaces around  ", "spaces around")]
    [InlineData("name: \"only one", "\"only one")]
    [InlineData("name: |\n  first\n  second", "first second")]
    [InlineData("other:\n  name: nested\nname: real", "real")]
    [InlineData("# name: comment\nname: real", "real")]
    public void Values_are_unquoted_and_nested_ones_do_not_shadow(string block, string name) =>
        Assert.Equal(name, RelayWorkshop.Parse($"---\n{block}\n---\n")["name"]);

    [Fact]
    public void A_field_in_the_body_is_no_field() => Assert.Null(RelayWorkshop.Parse("---\nname: a\n---\nbranch: b\n")["branch"]);

    [Theory]
    [InlineData("\uFEFF", "\n")]
    [InlineData("", "\r\n")]
    [InlineData("\uFEFF", "\r\n")]
    public void A_byte_order_mark_and_windows_line_ends_are_accepted(string mark, string lineBreak)
    {
        var text = new HandoffText(Encoding.UTF8.GetBytes(mark + RelayWorkshop.Sample().ReplaceLineEndings(lineBreak)));

        Assert.False(text.IsMalformed);
        Assert.Equal("Login retry", text["name"]);
        Assert.Empty(text.Problems);
        Assert.Equal(RelayWorkshop.Parse(RelayWorkshop.Sample()).Sentinel, text.Sentinel);
    }

    [Theory]
    [InlineData("")]
    [InlineData("no block\n")]
    [InlineData("---\nname: never closed\n# Handoff\n")]
    [InlineData("\n---\nname: not first\n---\n")]
    public void Without_a_closed_block_all_of_it_is_body(string content)
    {
        var text = RelayWorkshop.Parse(content);

        Assert.True(text.IsMalformed);
        Assert.Equal(content, text.Body);
        Assert.Null(text["name"]);
        Assert.Contains("front matter is missing or not closed", Assert.Single(text.Problems), StringComparison.Ordinal);
    }

    public static TheoryData<string> Required { get; } = [.. HandoffText.RequiredFields];

    [Theory]
    [MemberData(nameof(Required))]
    public void Each_of_the_nine_fields_is_missed(string field)
    {
        var without = string.Join('\n', RelayWorkshop.Sample().Split('\n').Where(line => !line.StartsWith(field + ":", StringComparison.Ordinal)));

        Assert.Contains($"'{field}'", Assert.Single(RelayWorkshop.Parse(without).Problems), StringComparison.Ordinal);
    }

    [Fact]
    public void Only_the_next_action_must_be_there() =>
        Assert.Contains("Immediate next action", Assert.Single(RelayWorkshop.Parse(RelayWorkshop.Sample(body: "# Handoff\n\n## Status\nx\n")).Problems), StringComparison.Ordinal);

    [Fact]
    public void The_sentinel_follows_the_content_alone()
    {
        var sentinel = RelayWorkshop.Parse(RelayWorkshop.Sample()).Sentinel;

        Assert.Matches("^hs-[a-z2-9]{10}$", sentinel);
        Assert.Equal(sentinel, RelayWorkshop.Parse(RelayWorkshop.Sample(title: "Other", extra: "received_at: 2026-06-02T00:00:00Z\n")).Sentinel);
        Assert.NotEqual(sentinel, RelayWorkshop.Parse(RelayWorkshop.Sample(body: "\n# Handoff — Login retry\n\n## Immediate next action\nWrite the expiry test in tests/logon.\n")).Sentinel);
    }

    [Fact]
    public void Stamping_adds_one_line_and_leaves_every_other_byte()
    {
        var content = Encoding.UTF8.GetBytes(RelayWorkshop.Sample(extra: "x_extra:  kept as is \n"));

        var stamped = ReceiptStamp.Set(content, "received_at", "2026-06-02T00:00:00Z")!;

        Assert.Equal(Encoding.UTF8.GetString(content).Replace("---\n\n# Handoff", "received_at: 2026-06-02T00:00:00Z\n---\n\n# Handoff", StringComparison.Ordinal), Encoding.UTF8.GetString(stamped));
        var again = Encoding.UTF8.GetString(ReceiptStamp.Set(stamped, "received_at", "2026-06-03T00:00:00Z")!);
        Assert.Equal(Encoding.UTF8.GetString(stamped).Replace("06-02", "06-03", StringComparison.Ordinal), again);
    }

    [Fact]
    public void Stamping_keeps_the_line_ends_and_the_byte_order_mark()
    {
        var content = Encoding.UTF8.GetBytes("\uFEFF" + RelayWorkshop.Sample().ReplaceLineEndings("\r\n"));

        var stamped = Encoding.UTF8.GetString(ReceiptStamp.Set(content, "received_at", "2026-06-02T00:00:00Z")!);

        Assert.StartsWith("\uFEFF---\r\n", stamped, StringComparison.Ordinal);
        Assert.Contains("\r\nreceived_at: 2026-06-02T00:00:00Z\r\n---\r\n", stamped, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_not_closed_is_not_stamped() => Assert.Null(ReceiptStamp.Set("---\nname: x\n"u8, "received_at", "now"));
}
