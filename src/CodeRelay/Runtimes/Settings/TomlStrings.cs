using System.Globalization;
using System.Text;

namespace CodeRelay.Runtimes.Settings;

/// <summary>Reads the four kinds of strings of TOML.</summary>
internal sealed class TomlStrings(string file, string text)
{
    /// <summary>Reads a string of any kind.</summary>
    /// <param name="at">At its quote; behind it afterwards.</param>
    public string Read(ref int at)
    {
        var quote = text[at];
        if (!text.AsSpan(at).StartsWith(new string(quote, 3)))
            return ReadLine(ref at);
        var start = at;
        at += 3;
        var content = at;
        var end = FindEnd(quote, at, start);
        // Up to two quotes may stand before the closing three.
        for (var extra = 0; extra < 2 && end + 3 < text.Length && text[end + 3] == quote; extra++)
            end++;
        at = end + 3;
        var value = text[content..end];
        value = value.StartsWith("\r\n", StringComparison.Ordinal) ? value[2..] : value.StartsWith('\n') ? value[1..] : value;
        return quote == '"' ? Unescape(value, content, isMultiline: true) : value;
    }

    /// <summary>Reads a string that ends on its line.</summary>
    public string ReadLine(ref int at)
    {
        var quote = text[at];
        var start = ++at;
        while (at < text.Length && text[at] != quote)
        {
            if (text[at] == '\n')
                break;
            at += quote == '"' && text[at] == '\\' ? 2 : 1;
        }

        if (at >= text.Length || text[at] != quote)
            throw TextPlace.Error(file, text, start - 1, "not valid TOML: the string does not end");
        var value = text[start..at++];
        return quote == '"' ? Unescape(value, start, isMultiline: false) : value;
    }

    private int FindEnd(char quote, int from, int start)
    {
        var close = new string(quote, 3);
        for (var at = from; at < text.Length; at++)
        {
            if (quote == '"' && text[at] == '\\')
                at++;
            else if (text.AsSpan(at).StartsWith(close))
                return at;
        }

        throw TextPlace.Error(file, text, start, "not valid TOML: the string does not end");
    }

    private string Unescape(string value, int offset, bool isMultiline)
    {
        if (!value.Contains('\\', StringComparison.Ordinal))
            return value;
        var result = new StringBuilder(value.Length);
        for (var i = 0; i < value.Length; i++)
        {
            if (value[i] != '\\' || i + 1 >= value.Length)
            {
                result.Append(value[i]);
                continue;
            }

            var kind = value[++i];
            if (kind is 'u' or 'U' or 'x')
                i = AppendRune(result, value, i, kind switch { 'x' => 2, 'u' => 4, _ => 8 }, offset);
            else if ("btnfre\"\\".IndexOf(kind, StringComparison.Ordinal) is >= 0 and var known)
                result.Append("\b\t\n\f\r\u001B\"\\"[known]);
            else if (isMultiline && char.IsWhiteSpace(kind))
                i = SkipWhiteSpace(value, i);
            else
                throw TextPlace.Error(file, text, offset + i - 1, $"not valid TOML: '\\{kind}' is no escape");
        }

        return result.ToString();
    }

    private int AppendRune(StringBuilder result, string value, int at, int digits, int offset)
    {
        if (at + digits < value.Length && int.TryParse(value.AsSpan(at + 1, digits), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code) && Rune.IsValid(code))
        {
            result.Append(new Rune(code));
            return at + digits;
        }

        throw TextPlace.Error(file, text, offset + at - 1, "not valid TOML: no character has such a number");
    }

    private static int SkipWhiteSpace(string value, int at)
    {
        while (at + 1 < value.Length && char.IsWhiteSpace(value[at + 1]))
            at++;
        return at;
    }
}
