using System.Text;

namespace CodeRelay.Text;

/// <summary>A file's text with its line starts. Positions are UTF-16 offsets; lines and columns are 1-based.</summary>
public sealed class SourceText
{
    /// <summary>The most bytes read of one file; a larger packet is a finding, not a reason to hang.</summary>
    public const int DefaultLimit = 1024 * 1024;

    private readonly int[] _lineStarts;

    private SourceText(string content, long byteCount, bool hasByteOrderMark, bool isTruncated, bool isValidUtf8)
    {
        Content = content;
        ByteCount = byteCount;
        HasByteOrderMark = hasByteOrderMark;
        IsTruncated = isTruncated;
        IsValidUtf8 = isValidUtf8;
        _lineStarts = FindLineStarts(content);
    }

    /// <summary>The text without byte order mark.</summary>
    public string Content { get; }

    /// <summary>The size of the whole file in bytes, even when only its beginning was read.</summary>
    public long ByteCount { get; }

    public bool HasByteOrderMark { get; }

    /// <summary>True when the file is longer than the text.</summary>
    public bool IsTruncated { get; }

    /// <summary>False when some bytes are not UTF-8; they were replaced by U+FFFD.</summary>
    public bool IsValidUtf8 { get; }

    /// <summary>True when the text contains NUL, and so is binary.</summary>
    public bool IsBinary => Content.Contains('\0', StringComparison.Ordinal);

    /// <summary>The number of lines; a trailing line break does not begin another one.</summary>
    public int LineCount => Content.Length == 0 ? 0 : _lineStarts.Length - (_lineStarts[^1] == Content.Length ? 1 : 0);

    public static SourceText From(string content, bool hasByteOrderMark = false) =>
        new(content, Encoding.UTF8.GetByteCount(content), hasByteOrderMark, isTruncated: false, isValidUtf8: true);

    /// <summary>Decodes bytes: UTF-8 with or without byte order mark, UTF-16 with one.</summary>
    public static SourceText Decode(ReadOnlySpan<byte> bytes, long byteCount)
    {
        var isTruncated = byteCount > bytes.Length;
        if (bytes is [0xEF, 0xBB, 0xBF, ..])
            return DecodeUtf8(bytes[3..], byteCount, hasByteOrderMark: true, isTruncated);
        if (bytes is [0xFF, 0xFE, ..])
            return new(Encoding.Unicode.GetString(bytes[2..]), byteCount, hasByteOrderMark: true, isTruncated, isValidUtf8: false);
        if (bytes is [0xFE, 0xFF, ..])
            return new(Encoding.BigEndianUnicode.GetString(bytes[2..]), byteCount, hasByteOrderMark: true, isTruncated, isValidUtf8: false);
        return DecodeUtf8(bytes, byteCount, hasByteOrderMark: false, isTruncated);
    }

    /// <summary>The line and column of an offset, both 1-based.</summary>
    public (int Line, int Column) Position(int offset)
    {
        offset = Math.Clamp(offset, 0, Content.Length);
        var index = Array.BinarySearch(_lineStarts, offset);
        if (index < 0)
            index = ~index - 1;
        return (index + 1, offset - _lineStarts[index] + 1);
    }

    /// <summary>The offset of a line's first character.</summary>
    public int LineStart(int line) => _lineStarts[Math.Clamp(line, 1, _lineStarts.Length) - 1];

    /// <summary>A line without its line break; empty when it does not exist.</summary>
    public ReadOnlySpan<char> Line(int line)
    {
        if (line < 1 || line > _lineStarts.Length)
            return [];
        var start = _lineStarts[line - 1];
        var end = line < _lineStarts.Length ? _lineStarts[line] : Content.Length;
        return Content.AsSpan(start, end - start).TrimEnd("\r\n");
    }

    /// <summary>The range between two offsets, the end exclusive.</summary>
    public TextRange Range(int start, int end)
    {
        var (line, column) = Position(start);
        var (endLine, endColumn) = Position(Math.Max(start, end));
        return new TextRange(line, column, endLine, endColumn);
    }

    /// <summary>The range of whole lines, without the last line's break.</summary>
    public TextRange LineRange(int firstLine, int lastLine) => new(firstLine, 1, lastLine, Line(lastLine).Length + 1);

    internal static SourceText Read(FileInfo file, int limit)
    {
        // A pipe, socket or device has length 0, and opening one could block.
        if (file.Length == 0)
            return From("");
        using var stream = new FileStream(file.FullName, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, bufferSize: 0);
        var buffer = new byte[Math.Min(stream.Length, limit)];
        var count = stream.ReadAtLeast(buffer, buffer.Length, throwOnEndOfStream: false);
        return Decode(buffer.AsSpan(0, count), stream.Length);
    }

    private static SourceText DecodeUtf8(ReadOnlySpan<byte> bytes, long byteCount, bool hasByteOrderMark, bool isTruncated)
    {
        if (isTruncated)
            bytes = bytes[..^CutOff(bytes)];
        return new(Encoding.UTF8.GetString(bytes), byteCount, hasByteOrderMark, isTruncated, System.Text.Unicode.Utf8.IsValid(bytes));
    }

    // The bytes of a last character that was read only in part.
    private static int CutOff(ReadOnlySpan<byte> bytes)
    {
        for (var length = 1; length <= Math.Min(3, bytes.Length); length++)
        {
            var first = bytes[^length];
            if ((first & 0xC0) == 0xC0)
                return length < (first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2) ? length : 0;
            if (first < 0x80)
                return 0;
        }

        return 0;
    }

    private static int[] FindLineStarts(string content)
    {
        var starts = new List<int>(content.Length / 40 + 1) { 0 };
        for (var i = 0; i < content.Length; i++)
        {
            var end = content.AsSpan(i).IndexOfAny('\n', '\r');
            if (end < 0)
                break;
            i += end;
            if (content[i] == '\r' && i + 1 < content.Length && content[i + 1] == '\n')
                i++;
            starts.Add(i + 1);
        }

        return [.. starts];
    }
}
