namespace CodeRelay.Runtimes.Settings;

/// <summary>
/// Reads the structure of TOML 1.0, and what 1.1 added. It is there to refuse what no reader would take, so where it is in doubt
/// it lets a text pass: it does not tell a valid date from an impossible one.
/// </summary>
internal sealed class TomlReader(string file, string text)
{
    private const int Deepest = 100;

    private readonly TomlStrings _strings = new(file, text);
    private readonly HashSet<string> _defined = new(StringComparer.Ordinal);
    private int _at;

    /// <exception cref="SettingsException">The text is no TOML; the exception says where.</exception>
    public List<TomlTable> Read()
    {
        var table = new TomlTable([], IsArrayItem: false, 0, 0);
        var tables = new List<TomlTable> { table };
        for (SkipBlank(lines: true); _at < text.Length; SkipBlank(lines: true))
        {
            if (text[_at] == '[')
            {
                tables.Add(table = ReadHeader());
            }
            else
            {
                var value = ReadMember(depth: 0);
                if (table.Values.Exists(other => other.Key.SequenceEqual(value.Key, StringComparer.Ordinal)))
                    throw Error(value.Start, $"the key '{string.Join('.', value.Key)}' is there twice");
                table.Values.Add(value);
            }

            SkipBlank(lines: false);
            if (_at < text.Length && text[_at] is not ('\n' or '\r'))
                throw Error(_at, "not valid TOML: expected the end of the line");
        }

        return tables;
    }

    private TomlTable ReadHeader()
    {
        var start = _at;
        var isArrayItem = text.AsSpan(_at).StartsWith("[[");
        _at += isArrayItem ? 2 : 1;
        var name = ReadKey();
        var close = isArrayItem ? "]]" : "]";
        if (!text.AsSpan(_at).StartsWith(close))
            throw Error(_at, $"not valid TOML: expected '{close}'");
        _at += close.Length;
        if (!isArrayItem && !_defined.Add(string.Join('\0', name)))
            throw Error(start, $"the table '{string.Join('.', name)}' is there twice");
        // Tables below an item belong to that item and may come again with the next one.
        if (isArrayItem)
            _defined.RemoveWhere(other => other.StartsWith(string.Join('\0', name) + '\0', StringComparison.Ordinal));
        return new TomlTable(name, isArrayItem, start, _at);
    }

    private TomlValue ReadMember(int depth)
    {
        var start = _at;
        var key = ReadKey();
        if (_at >= text.Length || text[_at] != '=')
            throw Error(_at, "not valid TOML: expected '='");
        _at++;
        SkipBlank(lines: false);
        var value = ReadValue(depth);
        return new TomlValue(key, start, _at, value);
    }

    private List<string> ReadKey()
    {
        var parts = new List<string>();
        while (true)
        {
            SkipBlank(lines: false);
            var start = _at;
            if (_at < text.Length && text[_at] is '"' or '\'')
                parts.Add(_strings.ReadLine(ref _at));
            else
                parts.Add(ReadBareKey(start));
            SkipBlank(lines: false);
            if (_at >= text.Length || text[_at] != '.')
                return parts;
            _at++;
        }
    }

    private string ReadBareKey(int start)
    {
        while (_at < text.Length && (char.IsLetterOrDigit(text[_at]) || text[_at] is '_' or '-'))
            _at++;
        return _at > start ? text[start.._at] : throw Error(_at, "not valid TOML: expected a key");
    }

    private string? ReadValue(int depth)
    {
        if (_at >= text.Length || text[_at] is '\n' or '\r')
            throw Error(_at, "not valid TOML: expected a value");
        if (depth > Deepest)
            throw Error(_at, "nested too deeply");
        switch (text[_at])
        {
            case '"' or '\'':
                return _strings.Read(ref _at);
            case '[':
                ReadList(']', () => ReadValue(depth + 1));
                return null;
            case '{':
                ReadList('}', () => ReadMember(depth + 1));
                return null;
            default:
                ReadBareValue();
                return null;
        }
    }

    private void ReadList(char close, Action readItem)
    {
        _at++;
        for (SkipBlank(lines: true); _at < text.Length && text[_at] != close; SkipBlank(lines: true))
        {
            readItem();
            SkipBlank(lines: true);
            if (_at < text.Length && text[_at] == ',')
                _at++;
            else if (_at >= text.Length || text[_at] != close)
                throw Error(_at, $"not valid TOML: expected ',' or '{close}'");
        }

        if (_at >= text.Length)
            throw Error(_at, $"not valid TOML: expected '{close}'");
        _at++;
    }

    // A boolean, a number, a date; a date may have a space before its time.
    private void ReadBareValue()
    {
        var start = _at;
        while (_at < text.Length && (char.IsAsciiLetterOrDigit(text[_at]) || text[_at] is '+' or '-' or '_' or '.' or ':'
            || (text[_at] == ' ' && _at - start == 10 && text[start + 4] == '-' && _at + 1 < text.Length && char.IsAsciiDigit(text[_at + 1]))))
            _at++;
        var value = text.AsSpan(start, _at - start);
        if (value is not ("true" or "false") && (value.IsEmpty || (!char.IsAsciiDigit(value[0]) && value.TrimStart("+-") is not ("inf" or "nan") && (value[0] is not ('+' or '-') || value.Length < 2 || !char.IsAsciiDigit(value[1])))))
            throw Error(start, "not valid TOML: expected a value");
    }

    private void SkipBlank(bool lines)
    {
        for (; _at < text.Length; _at++)
        {
            if (text[_at] == '#')
                _at = text.IndexOf('\n', _at) is >= 0 and var end ? end - (text[end - 1] == '\r' ? 1 : 0) : text.Length;
            if (_at >= text.Length || !(text[_at] is ' ' or '\t' || (lines && (text[_at] == '\n' || (text[_at] == '\r' && _at + 1 < text.Length && text[_at + 1] == '\n')))))
                return;
        }
    }

    private SettingsException Error(int offset, string problem) => TextPlace.Error(file, text, offset, problem);
}
