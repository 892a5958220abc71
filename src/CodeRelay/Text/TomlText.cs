using Tomlyn;
using Tomlyn.Parsing;
using Tomlyn.Syntax;

namespace CodeRelay.Text;

/// <summary>A key and its value.</summary>
/// <param name="Key">The parts of the key, relative to its table.</param>
/// <param name="Syntax">The syntax node of the pair.</param>
internal sealed record TomlValue(IReadOnlyList<string> Key, KeyValueSyntax Syntax)
{
    /// <summary>The UTF-16 offset of the key.</summary>
    public int Start => Syntax.Span.Offset;

    /// <summary>The UTF-16 offset after the value.</summary>
    public int End => TomlText.End(Syntax.Value!);

    /// <summary>The value of a string; null for any other type.</summary>
    public string? Value => (Syntax.Value as StringValueSyntax)?.Value;

    /// <summary>The pairs of an inline table; empty for any other type.</summary>
    public IEnumerable<TomlValue> Members => Syntax.Value is InlineTableSyntax table ? table.Items.Select(item => TomlText.Value(item.KeyValue)).OfType<TomlValue>() : [];

    /// <summary>The string value, or all strings within the value, in order.</summary>
    public IEnumerable<string> Strings => In(Syntax.Value);

    private static IEnumerable<string> In(ValueSyntax? value) => value switch
    {
        StringValueSyntax { Value: { } text } => [text],
        ArraySyntax array => array.Items.SelectMany(item => In(item.Value)),
        InlineTableSyntax table => table.Items.SelectMany(item => In(item.KeyValue?.Value)),
        _ => [],
    };
}

/// <summary>A table with its header; the root table has none.</summary>
/// <param name="Name">The parts of its name; empty at the root.</param>
/// <param name="IsArrayItem">True for `[[name]]`.</param>
/// <param name="Start">The UTF-16 offset of the header.</param>
/// <param name="HeaderEnd">The UTF-16 offset after the header.</param>
/// <param name="Values">The pairs, in order.</param>
internal sealed record TomlTable(IReadOnlyList<string> Name, bool IsArrayItem, int Start, int HeaderEnd, IReadOnlyList<TomlValue> Values)
{
    /// <summary>The UTF-16 offset after the last value, or after the header of an empty table.</summary>
    public int End => Values is [.., var last] ? last.End : HeaderEnd;

    public TomlValue? this[string key] => Values.FirstOrDefault(value => value.Key is [var only] && only == key);
}

/// <summary>Reads TOML with the positions of its tables and values.</summary>
internal static class TomlText
{
    /// <summary>The tables of a text, the root first; invalid parts are left out.</summary>
    public static IReadOnlyList<TomlTable> Read(string text)
    {
        try
        {
            return Tables(SyntaxParser.Parse(text, validate: false));
        }
        catch (TomlException)
        {
            // Nested too deeply to parse.
            return [];
        }
    }

    /// <summary>The tables of a document in order, the root first.</summary>
    public static IReadOnlyList<TomlTable> Tables(DocumentSyntax document)
    {
        var tables = new List<TomlTable> { new([], IsArrayItem: false, 0, 0, Values(document.KeyValues)) };
        foreach (var table in document.Tables)
        {
            if (Parts(table.Name) is { } name && table is { OpenBracket: { } open, CloseBracket: { } close })
                tables.Add(new(name, table is TableArraySyntax, open.Span.Offset, End(close), Values(table.Items)));
        }

        return tables;
    }

    /// <summary>The UTF-16 offset after a node.</summary>
    public static int End(SyntaxNode node) => node.Span.End.Offset + 1;

    public static TomlValue? Value(KeyValueSyntax? syntax) => syntax is { Value: not null } && Parts(syntax.Key) is { } key ? new TomlValue(key, syntax) : null;

    private static List<TomlValue> Values(SyntaxList<KeyValueSyntax> items) => [.. items.Select(Value).OfType<TomlValue>()];

    private static List<string>? Parts(KeySyntax? key)
    {
        if (key is null)
            return null;
        var parts = new List<string>();
        foreach (var part in key.DotKeys.Select(dotted => dotted.Key).Prepend(key.Key))
        {
            if ((part switch { BareKeySyntax bare => bare.Key?.Text, StringValueSyntax quoted => quoted.Value, _ => null }) is not { } name)
                return null;
            parts.Add(name);
        }

        return parts;
    }
}
