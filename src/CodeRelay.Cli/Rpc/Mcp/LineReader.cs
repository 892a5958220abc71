namespace CodeRelay.Cli.Rpc.Mcp;

/// <summary>Reads lines as bytes; a line longer than the limit is skipped.</summary>
/// <param name="input">The stream to read.</param>
internal sealed class LineReader(Stream input)
{
    /// <summary>Longer than any reasonable message, in bytes.</summary>
    public const int Limit = 16 * 1024 * 1024;

    private readonly byte[] _buffer = new byte[16 * 1024];
    private int _start;
    private int _end;

    /// <summary>Reads to the end of a line; text after the last line feed is a line too.</summary>
    /// <param name="line">The line without its line feed; null for one that is too long.</param>
    /// <returns>False at the end of the input.</returns>
    public bool Read(out ReadOnlyMemory<byte>? line)
    {
        using var text = new MemoryStream();
        var length = 0L;
        while (_start < _end || Fill())
        {
            var rest = _buffer.AsSpan(_start, _end - _start);
            var end = rest.IndexOf((byte)'\n');
            var part = end < 0 ? rest : rest[..end];
            length += part.Length;
            if (length <= Limit)
                text.Write(part);
            _start += part.Length + (end < 0 ? 0 : 1);
            if (end >= 0)
                return Give(text, length, out line);
        }

        Give(text, length, out line);
        return length > 0;
    }

    private static bool Give(MemoryStream text, long length, out ReadOnlyMemory<byte>? line)
    {
        line = length > Limit ? default(ReadOnlyMemory<byte>?) : text.ToArray();
        return true;
    }

    private bool Fill()
    {
        (_start, _end) = (0, input.Read(_buffer));
        return _end > 0;
    }
}
