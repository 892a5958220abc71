using System.Text.Json;

namespace CodeRelay.Agents.Editing;

/// <summary>Finds the positions of all values in a JSON text with comments and trailing commas.</summary>
internal ref struct JsoncParser
{
    private readonly ReadOnlySpan<byte> _text;
    private readonly int _offset;
    private readonly Stack<JsoncNode> _open = new();
    private Utf8JsonReader _reader;
    private JsoncNode? _root;
    private string? _name;
    private int _nameStart;
    private int _nameLeadingEnd;
    private int _lastSolid;

    private JsoncParser(ReadOnlySpan<byte> text, int offset)
    {
        _text = text;
        _offset = offset;
        _lastSolid = offset;
        _reader = new Utf8JsonReader(text[offset..], new JsonReaderOptions { CommentHandling = JsonCommentHandling.Allow, AllowTrailingCommas = true, MaxDepth = 256 });
    }

    /// <param name="text">UTF-8.</param>
    /// <param name="offset">Length of the byte order mark; positions count from the start of the text including it.</param>
    /// <exception cref="JsonException">The text is not JSON; the exception has the position.</exception>
    public static JsoncNode Parse(ReadOnlySpan<byte> text, int offset)
    {
        var parser = new JsoncParser(text, offset);
        while (parser._reader.Read())
            parser.Take();
        return parser._root!;
    }

    private void Take()
    {
        var start = _offset + (int)_reader.TokenStartIndex;
        TakeComma(start);
        switch (_reader.TokenType)
        {
            case JsonTokenType.Comment:
                break;
            case JsonTokenType.PropertyName:
                (_name, _nameStart, _nameLeadingEnd) = (ReadText() ?? "", start, _lastSolid);
                break;
            case JsonTokenType.EndObject or JsonTokenType.EndArray:
                var closed = _open.Pop();
                closed.LastSolid = _lastSolid;
                closed.End = start + 1;
                break;
            default:
                AddValue(start);
                break;
        }

        _lastSolid = TokenEnd(start);
    }

    // Only white space, a colon or a comma separates tokens and comments.
    private void TakeComma(int tokenStart)
    {
        var comma = _text[_lastSolid..tokenStart].IndexOf((byte)',');
        if (comma < 0)
            return;
        _lastSolid += comma + 1;
        _open.Peek().Children[^1].CommaEnd = _lastSolid;
    }

    private void AddValue(int start)
    {
        var node = new JsoncNode(_reader.TokenType, start) { Text = _reader.TokenType == JsonTokenType.String ? ReadText() : null };
        if (node.IsObject || node.IsArray)
            node.LastSolid = start + 1;
        else
            node.End = TokenEnd(start);

        if (_open.TryPeek(out var parent))
            parent.Children.Add(parent.IsObject ? new JsoncChild(_name, _nameStart, _nameLeadingEnd, node) : new JsoncChild(null, start, _lastSolid, node));
        else
            _root = node;
        if (node.IsObject || node.IsArray)
            _open.Push(node);
    }

    private readonly string? ReadText()
    {
        try
        {
            return _reader.GetString();
        }
        catch (InvalidOperationException)
        {
            // Half a surrogate pair: valid JSON but no text, and never CodeRelay's.
            return null;
        }
    }

    private readonly int TokenEnd(int start) => start + _reader.TokenType switch
    {
        JsonTokenType.String or JsonTokenType.PropertyName => _reader.ValueSpan.Length + 2,
        JsonTokenType.StartObject or JsonTokenType.EndObject or JsonTokenType.StartArray or JsonTokenType.EndArray => 1,
        JsonTokenType.Comment => _reader.ValueSpan.Length + (_text[start + 1] == (byte)'*' ? 4 : 2),
        _ => _reader.ValueSpan.Length,
    };
}
