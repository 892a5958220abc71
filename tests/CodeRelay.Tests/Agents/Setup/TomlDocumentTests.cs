using System.Text;
using CodeRelay.Agents.Editing;
using CodeRelay.Text;

namespace CodeRelay.Tests.Agents.Setup;

public sealed class TomlDocumentTests
{
    [Theory]
    [InlineData("")]
    [InlineData("# only a comment")]
    [InlineData("\uFEFFa = 1")]
    [InlineData("a=1\r\n\tb = 2 # two\r\n")]
    [InlineData("a.b.\"c d\".'e' = true\n")]
    [InlineData("3.14 = \"pi\"\n")]
    [InlineData("ints = [ +1, -17, 1_000, 0xDEAD_beef, 0o755, 0b1101 ]\n")]
    [InlineData("floats = [ 1.0, -0.01, 5e+22, 6.626E-34, inf, +inf, -nan ]\n")]
    [InlineData("dates = [ 1979-05-27T07:32:00Z, 1979-05-27 07:32:00.5-07:00, 1979-05-27, 07:32:00 ]\n")]
    [InlineData("a = [\n  1, # one\n  2,\n\n  [ 'x', \"y\" ],\n]\n")]
    [InlineData("a = { b = 1, c.d = [ {} ], \"e\" = '' }\n")]
    [InlineData("a = {\n  b = 1,\n}\n")]
    [InlineData("a = \"\"\"\nline\\\n   more \\u00e9 \"quoted\" \"\"\"\"\"\n")]
    [InlineData("a = '''\nC:\\no\\escape'''\n")]
    [InlineData("a = \"\\b\\t\\n\\f\\r\\e\\\"\\\\\\x41\\U0001F600\"\n")]
    [InlineData("[a]\nb = 1\n[ a . 'c' ]\n[[a.list]]\nb = 1\n[a.list.sub]\n[[a.list]]\nb = 2\n[a.list.sub]\n")]
    public void Valid_text_is_read(string text) => TomlDocument.Parse("f", Encoding.UTF8.GetBytes(text));

    [Theory]
    [InlineData("a", 1, 2)]
    [InlineData("a = \n", 1, 5)]
    [InlineData("\"ü\" = 1\nb = nope\n", 2, 5)]
    [InlineData("ü = 1\n", 1, 1)]
    [InlineData("a = 2020-13-45\n", 1, 5)]
    [InlineData("<<<<<<< HEAD\na = 1\n", 1, 1)]
    [InlineData("a = 1 b = 2\n", 1, 7)]
    [InlineData("a = \"x\n", 1, 7)]
    [InlineData("b = 1\na = \"\"\"x\n\n", 3, 1)]
    [InlineData("a = 'x", 1, 6)]
    [InlineData("a = \"\\q\"\n", 1, 7)]
    [InlineData("a = \"\\uD800\"\n", 1, 7)]
    [InlineData("a = [1, 2\n", 2, 1)]
    [InlineData("a = [1 2]\n", 1, 8)]
    [InlineData("a = { b }\n", 1, 9)]
    [InlineData("a = {\n", 2, 1)]
    [InlineData("[a\n", 1, 3)]
    [InlineData("[[a]\n", 1, 4)]
    [InlineData("[]\n", 1, 2)]
    [InlineData("[a]\n[a]\n", 2, 1)]
    [InlineData("a = 1\nb = 2\na = 3\n", 3, 1)]
    [InlineData("= 1\n", 1, 1)]
    [InlineData("a = +\n", 1, 5)]
    [InlineData("{\"json\": true}\n", 1, 1)]
    public void Invalid_text_is_refused_where_it_stands(string text, int line, int column)
    {
        var error = Assert.Throws<SettingsException>(() => TomlDocument.Parse("f", Encoding.UTF8.GetBytes(text)));

        Assert.Equal(("f", line, column), (error.File, error.Line, error.Column));
    }

    [Fact]
    public void Bytes_that_are_no_text_are_refused_where_they_stand()
    {
        var error = Assert.Throws<SettingsException>(() => TomlDocument.Parse("f", [.. "a = 1\nb = \""u8, 0xC3, 0x28, .. "\"\n"u8]));

        Assert.Equal((2, 6), (error.Line, error.Column));
    }

    [Fact]
    public void A_text_that_opens_brackets_for_ever_ends_with_a_message() =>
        Assert.Throws<SettingsException>(() => TomlDocument.Parse("f", Encoding.UTF8.GetBytes("a = " + new string('[', 100_000))));

    [Fact]
    public void What_does_not_parse_is_left_out_where_nothing_is_edited()
    {
        var tables = TomlText.Read("a = 1\nb = nope\n[good]\nc = 'x'\n>>>>>>> other\n[last]\nd = [ 'y', { e = 'z' } ]\n");

        Assert.Equal("x", tables.Single(table => table.Name is ["good"])["c"]?.Value);
        Assert.Equal(["y", "z"], tables.Single(table => table.Name is ["last"])["d"]!.Strings);
        Assert.Empty(TomlText.Read("a = " + new string('[', 100_000)));
    }

    [Fact]
    public void Values_and_their_places_are_known()
    {
        const string Text = "a = 1\n[[hooks]] # x\ncommand = \"b\\tc\" # y\n";

        var table = TomlDocument.Parse("f", Encoding.UTF8.GetBytes(Text)).Tables[1];

        Assert.Equal("[[hooks]] # x\ncommand = \"b\\tc\"", Text[table.Start..table.End]);
        Assert.Equal("b\tc", table["command"]!.Value);
    }
}
