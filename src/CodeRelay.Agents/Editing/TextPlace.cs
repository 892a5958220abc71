using System.Text;
using System.Text.Unicode;

namespace CodeRelay.Agents.Editing;

/// <summary>Converts offsets to lines and columns, and bytes to text.</summary>
internal static class TextPlace
{
    private static readonly byte[] ByteOrderMark = [0xEF, 0xBB, 0xBF];

    /// <summary>The length of the byte order mark, in bytes.</summary>
    public static int MarkLength(ReadOnlySpan<byte> content) => content.StartsWith(ByteOrderMark) ? ByteOrderMark.Length : 0;

    /// <summary>The text after the byte order mark.</summary>
    /// <exception cref="SettingsException">The content is not UTF-8; the exception has the position.</exception>
    public static string Decode(string file, ReadOnlySpan<byte> content)
    {
        var text = content[MarkLength(content)..];
        if (Utf8.IsValid(text))
            return Encoding.UTF8.GetString(text);
        var length = 0;
        while (Rune.DecodeFromUtf8(text[length..], out _, out var consumed) == System.Buffers.OperationStatus.Done)
            length += consumed;
        var valid = Encoding.UTF8.GetString(text[..length]);
        throw Error(file, valid, valid.Length, "not valid UTF-8");
    }

    /// <param name="file">Full path.</param>
    /// <param name="text">The text without byte order mark.</param>
    /// <param name="offset">In UTF-16 units.</param>
    /// <param name="problem">The problem at that position.</param>
    public static SettingsException Error(string file, string text, int offset, string problem)
    {
        var (line, column) = Of(text, offset);
        return new SettingsException(file, line, column, problem);
    }

    /// <summary>The line and column of an offset, 1-based.</summary>
    public static (int Line, int Column) Of(string text, int offset)
    {
        var before = text.AsSpan(0, Math.Min(offset, text.Length));
        return (before.Count('\n') + 1, before.Length - (before.LastIndexOf('\n') + 1) + 1);
    }

    /// <summary>The line end of the first line; a line feed for a text without one.</summary>
    public static string LineEnd(string text)
    {
        var end = text.IndexOf('\n', StringComparison.Ordinal);
        return end > 0 && text[end - 1] == '\r' ? "\r\n" : "\n";
    }

    /// <summary>The start of an offset's line.</summary>
    public static int LineStart(string text, int offset) => text.LastIndexOf('\n', Math.Max(0, offset - 1)) + 1;

    /// <summary>The start of the next line; the end of the text for the last line.</summary>
    public static int NextLine(string text, int offset) => text.IndexOf('\n', offset) is >= 0 and var end ? end + 1 : text.Length;

    /// <summary>The start of the blank line before a line, or of the line itself without one.</summary>
    public static int BlankBefore(string text, int lineStart)
    {
        var before = text.AsSpan(0, lineStart);
        return before.EndsWith("\n\r\n") ? lineStart - 2 : before.EndsWith("\n\n") ? lineStart - 1 : lineStart;
    }

    /// <summary>A changed text as bytes, with the original's byte order mark; empty when no text is left.</summary>
    public static byte[] Encode(byte[] original, string text) => text.Length == 0 ? [] : [.. original.AsSpan(0, MarkLength(original)), .. Encoding.UTF8.GetBytes(text)];
}
