using System.Text;
using System.Text.Json;

namespace CodeRelay.Agents.Editing;

/// <summary>The line layout at one place of a document, so that added text matches it.</summary>
internal sealed class JsoncLayout
{
    private readonly string? _indent;
    private readonly string _newLine;
    private readonly string _unit;
    private readonly string _space;

    /// <param name="document">The document.</param>
    /// <param name="indent">White space before the new child's line, or null when everything stays on one line.</param>
    private JsoncLayout(JsoncDocument document, string? indent)
    {
        _indent = indent;
        _newLine = document.Text.AsSpan().IndexOf("\r\n"u8) >= 0 ? "\r\n" : "\n";
        // A child may follow a comment.
        _unit = document.Root.Children.Select(child => OwnLineIndent(document, child.Start)).FirstOrDefault(unit => unit?.Length > 0) ?? "  ";
        _space = document.Root.Children is [{ Name: not null } member, ..] && document.Text[member.Value.Start - 1] == (byte)':' ? "" : " ";
    }

    /// <summary>The text before the new child.</summary>
    public string Separator { get; private init; } = "";

    /// <summary>The text between an only child and the closing bracket.</summary>
    public string Closing { get; private init; } = "";

    /// <summary>The layout for an additional child of a container.</summary>
    public static JsoncLayout Of(JsoncDocument document, JsoncNode container)
    {
        var isOneLine = container.Children is [.., var last]
            ? OwnLineIndent(document, last.Start) is null && container.LastSolid <= (last.CommaEnd ?? last.End)
            : document.Root.Children.Count > 0 && document.Text.AsSpan(document.Root.Start, document.Root.End - document.Root.Start).IndexOf((byte)'\n') < 0;
        if (isOneLine)
        {
            var oneLine = new JsoncLayout(document, indent: null);
            return new JsoncLayout(document, indent: null) { Separator = container.Children.Count > 0 ? oneLine._space : "" };
        }

        var outer = LineIndent(document, container.Start);
        var plain = new JsoncLayout(document, outer);
        var indent = container.Children is [.., var sibling] && OwnLineIndent(document, sibling.Start) is { } own ? own : outer + plain._unit;
        return new JsoncLayout(document, indent) { Separator = plain._newLine + indent, Closing = plain._newLine + outer };
    }

    /// <summary>The layout for a value that replaces another one.</summary>
    public static JsoncLayout At(JsoncDocument document, JsoncNode node) => new(document, OwnLineIndent(document, node.Start));

    /// <summary>Renders a value, with its name when it is a member.</summary>
    public string Render(string? name, string value)
    {
        var bytes = Encoding.UTF8.GetBytes(value);
        var output = new StringBuilder();
        if (name is not null)
            AppendName(output, name);
        Render(output, bytes, JsoncParser.Parse(bytes, 0), _indent);
        return output.ToString();
    }

    private void AppendName(StringBuilder output, string name) => output.Append('"').Append(JsonEncodedText.Encode(name)).Append("\":").Append(_space);

    private void Render(StringBuilder output, byte[] bytes, JsoncNode node, string? indent)
    {
        if (node.Children.Count == 0)
        {
            output.Append(Encoding.UTF8.GetString(bytes, node.Start, node.End - node.Start));
            return;
        }

        var inner = indent is null ? null : indent + _unit;
        output.Append(node.IsObject ? '{' : '[');
        foreach (var child in node.Children)
        {
            if (child != node.Children[0])
                output.Append(',').Append(inner is null ? _space : "");
            if (inner is not null)
                output.Append(_newLine).Append(inner);
            if (child.Name is not null)
                AppendName(output, child.Name);
            Render(output, bytes, child.Value, inner);
        }

        if (inner is not null)
            output.Append(_newLine).Append(indent);
        output.Append(node.IsObject ? '}' : ']');
    }

    private static string? OwnLineIndent(JsoncDocument document, int offset)
    {
        var before = document.Text.AsSpan(0, offset);
        var line = before[(before.LastIndexOf((byte)'\n') + 1)..];
        return before.Contains((byte)'\n') && line.Trim(" \t"u8).IsEmpty ? Encoding.UTF8.GetString(line) : null;
    }

    private static string LineIndent(JsoncDocument document, int offset)
    {
        var before = document.Text.AsSpan(0, offset);
        var line = before[(before.LastIndexOf((byte)'\n') + 1)..];
        var length = line.IndexOfAnyExcept(" \t"u8);
        return Encoding.UTF8.GetString(length < 0 ? line : line[..length]);
    }
}
