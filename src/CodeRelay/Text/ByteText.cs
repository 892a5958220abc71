using System.Text;

namespace CodeRelay.Text;

/// <summary>
/// A file's bytes as text, one character per byte, so that an edit preserves every other byte: byte order mark,
/// line ends, invalid sequences and any encoding that includes ASCII.
/// </summary>
internal sealed class ByteText(byte[] bytes)
{
    /// <summary>One character per byte.</summary>
    public string Value { get; } = Encoding.Latin1.GetString(bytes);

    /// <summary>The offset of the text after a byte order mark.</summary>
    public int Start { get; } = bytes.AsSpan().StartsWith(Encoding.UTF8.Preamble) ? Encoding.UTF8.Preamble.Length : 0;

    /// <summary>False for UTF-16 and binary files, which an edit would damage.</summary>
    public bool IsEditable { get; } = !bytes.Contains((byte)0) && bytes is not ([0xFF, 0xFE, ..] or [0xFE, 0xFF, ..]);

    /// <summary>The line end of the first line; a line feed when there is none.</summary>
    public string LineEnd
    {
        get
        {
            var end = Value.IndexOf('\n', StringComparison.Ordinal);
            return end > 0 && Value[end - 1] == '\r' ? "\r\n" : "\n";
        }
    }

    /// <summary>True for white space only.</summary>
    public bool IsBlank => Value.AsSpan(Start).IsWhiteSpace();

    /// <summary>The lines with their offsets, without line ends and byte order mark.</summary>
    public IEnumerable<(int Start, string Text)> Lines()
    {
        for (var start = Start; start < Value.Length;)
        {
            var feed = Value.IndexOf('\n', start);
            var end = feed < 0 ? Value.Length : feed;
            yield return (start, Value[start..end].TrimEnd('\r'));
            start = end + 1;
        }
    }

    /// <summary>The bytes with a range replaced by a text with this file's line ends.</summary>
    public byte[] Replace(int start, int end, string text)
    {
        var inserted = Encoding.UTF8.GetBytes(text.ReplaceLineEndings(LineEnd));
        return [.. Encoding.Latin1.GetBytes(Value[..start]), .. inserted, .. Encoding.Latin1.GetBytes(Value[end..])];
    }

    /// <summary>The bytes with a paragraph appended.</summary>
    public byte[] Append(string paragraph) => Replace(Value.Length, Value.Length, GapBefore(Value.Length) + paragraph);

    /// <summary>The line breaks to insert at an offset, so that an empty line separates a paragraph from the text before it.</summary>
    public string GapBefore(int offset)
    {
        var text = Value.AsSpan(Start, offset - Start);
        return text.IsWhiteSpace() || text.EndsWith("\n\n") || text.EndsWith("\n\r\n") ? "" : text.EndsWith("\n") ? "\n" : "\n\n";
    }
}
