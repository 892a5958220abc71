using CodeRelay.Agents.Editing;
using CodeRelay.Text;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;
using YamlDotNet.RepresentationModel;

namespace CodeRelay.Agents.Runtimes.Aider;

/// <summary>A YAML text with keys at the root, edited in place: everything outside an edit stays unchanged.</summary>
internal sealed class AiderConfig
{
    private readonly string _file;
    private readonly string _text;
    private readonly YamlMappingNode? _root;

    /// <param name="file">Full path, for messages.</param>
    /// <param name="text">Without byte order mark.</param>
    /// <exception cref="SettingsException">The text is not YAML or not a mapping; the exception has the position.</exception>
    public AiderConfig(string file, string text)
    {
        (_file, _text) = (file, text);
        try
        {
            _root = YamlText.Read(text) switch
            {
                [] or [{ RootNode: YamlScalarNode { Value: null or "" } }] => null,
                [{ RootNode: YamlMappingNode mapping }] => mapping,
                [var document] => throw Error(document.RootNode, "the settings are not a mapping"),
                [_, var second, ..] => throw Error(second.RootNode, "the settings are several documents"),
            };
        }
        catch (YamlTextException e)
        {
            throw new SettingsException(file, e.Line, e.Column, $"not valid YAML: {e.Message}");
        }
    }

    /// <summary>The file names under a key: a list or a single name.</summary>
    /// <exception cref="SettingsException">The value has another type.</exception>
    public IReadOnlyList<string> Files(string key) => Find(key)?.Value switch
    {
        null => [],
        YamlScalarNode scalar => IsNull(scalar) ? [] : [scalar.Value!],
        YamlSequenceNode list => [.. list.Children.Select(child => child is YamlScalarNode { Value: { } name } ? name : throw Error(child, $"expected a file name in '{key}'"))],
        var other => throw Error(other, $"expected file names in '{key}'"),
    };

    /// <summary>The text with items added under a key, each on a line that ends with a mark.</summary>
    public string Add(string key, IReadOnlyList<string> items, string mark)
    {
        var newLine = TextPlace.LineEnd(_text);
        if (Find(key) is not { } entry)
        {
            if (_root is { Style: MappingStyle.Flow })
                throw Error(_root, "the settings are written in braces; write one key a line");
            return InsertLine(_text.Length, Lines(_root is null ? "" : new string(' ', (int)_root.Start.Column - 1), $"{key}:", items));
        }

        var indent = new string(' ', (int)entry.Key.Start.Column + 1);
        switch (entry.Value)
        {
            case YamlSequenceNode { Style: SequenceStyle.Flow } flow:
                var close = FlowEnd(flow);
                var comma = flow.Children is [] || HasComma(Offset(flow.Children[^1].End), close) ? "" : ",";
                return Splice(close, 0, $"{comma}{newLine}{string.Concat(items.Select(item => $"{indent}{item},{mark}{newLine}"))}{indent}");
            case YamlSequenceNode { Children: [.., var last] }:
                return InsertLine(LineEnd(Offset(last.End)), ItemLines(Indent(Offset(last.Start)), items));
            case YamlScalarNode scalar when IsNull(scalar):
                return InsertLine(LineEnd(Offset(entry.Key.End)), ItemLines(indent, items), Offset(scalar.Start), scalar.Value?.Length ?? 0);
            case YamlScalarNode scalar when scalar.Start.Line == scalar.End.Line:
                var start = Offset(scalar.Start);
                var gap = start - _text.AsSpan(0, start).TrimEnd(' ').Length;
                return new AiderConfig(_file, Splice(start - gap, gap, $"{newLine}{indent}- ")).Add(key, items, mark);
            default:
                throw Error(entry.Value, $"'{key}' cannot be extended as it is written here; write one file a line");
        }

        string Lines(string outer, string head, IEnumerable<string> lines) => $"{outer}{head}{newLine}{ItemLines(outer + "  ", lines)}";
        string ItemLines(string outer, IEnumerable<string> lines) => string.Concat(lines.Select(line => $"{outer}- {line}{mark}{newLine}"));
    }

    /// <summary>The text without a key that has no value.</summary>
    public string WithoutEmpty(string key)
    {
        if (Find(key) is not { Value: YamlScalarNode { Value: null or "" } } entry)
            return _text;
        var start = Offset(entry.Key.Start);
        var lineStart = _text.LastIndexOf('\n', Math.Max(0, start - 1)) + 1;
        var line = _text[lineStart..LineEnd(start)];
        return line.Trim() == key + ":" ? _text.Remove(lineStart, line.Length) : _text;
    }

    private (YamlNode Key, YamlNode Value)? Find(string key) => _root?.Children.Where(child => child.Key is YamlScalarNode scalar && scalar.Value == key).Select(child => ((YamlNode, YamlNode)?)(child.Key, child.Value)).FirstOrDefault();

    private static bool IsNull(YamlScalarNode scalar) => scalar is { Value: null } or { Style: ScalarStyle.Plain, Value: "" or "~" or "null" };

    private string InsertLine(int offset, string lines, int cut = 0, int length = 0)
    {
        var newLine = offset > 0 && _text[offset - 1] != '\n' ? TextPlace.LineEnd(_text) : "";
        return (_text[..offset] + newLine + lines + _text[offset..]).Remove(cut, length);
    }

    private string Splice(int start, int length, string text) => _text[..start] + text + _text[(start + length)..];

    private int LineEnd(int offset) => TextPlace.NextLine(_text, offset);

    private string Indent(int offset)
    {
        var line = _text.AsSpan(_text.AsSpan(0, offset).LastIndexOf('\n') + 1);
        return line[..line.IndexOfAnyExcept(' ')].ToString();
    }

    // Between the last item and the bracket are only white space, comments and at most one comma.
    private bool HasComma(int start, int end) => _text[start..end].Split('\n').Any(line => line.Split('#')[0].Contains(',', StringComparison.Ordinal));

    // The node records only its start.
    private int FlowEnd(YamlSequenceNode flow)
    {
        using var reader = new StringReader(_text);
        var parser = new Parser(reader);
        var depth = 0;
        while (parser.MoveNext())
        {
            if (parser.Current is SequenceStart start && (depth > 0 || start.Start.Index == flow.Start.Index))
                depth++;
            else if (parser.Current is SequenceEnd end && depth > 0 && --depth == 0)
                return Offset(end.Start);
        }

        throw Error(flow, "the list does not end");
    }

    private int Offset(Mark mark) => (int)Math.Min(mark.Index, _text.Length);

    private SettingsException Error(YamlNode node, string problem) => new(_file, (int)node.Start.Line, (int)node.Start.Column, problem);
}
