namespace CodeRelay.Runtimes.Settings;

/// <summary>A key and its value.</summary>
/// <param name="Key">The parts of the key, within its table.</param>
/// <param name="Start">Where the key begins, in UTF-16 units.</param>
/// <param name="End">Behind the value.</param>
/// <param name="Value">The value of a string, or null.</param>
internal sealed record TomlValue(IReadOnlyList<string> Key, int Start, int End, string? Value);

/// <summary>A table with its header; the first one of a text has none.</summary>
/// <param name="Name">The parts of its name; empty at the root.</param>
/// <param name="IsArrayItem">True for `[[name]]`.</param>
/// <param name="Start">Where the header begins.</param>
/// <param name="HeaderEnd">Behind the header.</param>
internal sealed record TomlTable(IReadOnlyList<string> Name, bool IsArrayItem, int Start, int HeaderEnd)
{
    public List<TomlValue> Values { get; } = [];

    /// <summary>Behind the last value, or behind the header of an empty table.</summary>
    public int End => Values is [.., var last] ? last.End : HeaderEnd;

    public TomlValue? this[string key] => Values.Find(value => value.Key is [var only] && only == key);
}

/// <summary>A TOML text with the places of its tables and values. It is only read; who changes it splices the text.</summary>
/// <param name="Text">Without byte order mark.</param>
/// <param name="Tables">In their order, the root first.</param>
internal sealed record TomlDocument(string Text, IReadOnlyList<TomlTable> Tables)
{
    /// <exception cref="SettingsException">The text is no TOML; the exception says where.</exception>
    public static TomlDocument Parse(string file, byte[] content)
    {
        var text = TextPlace.Decode(file, content);
        return new TomlDocument(text, new TomlReader(file, text).Read());
    }

    /// <summary>The length of the byte order mark, in bytes.</summary>
    public static int MarkLength(byte[] content) => TextPlace.MarkLength(content);
}
