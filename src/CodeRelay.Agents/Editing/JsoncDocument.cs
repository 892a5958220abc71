using System.Text;
using System.Text.Json;
using System.Text.Unicode;

namespace CodeRelay.Agents.Editing;

/// <summary>A JSON text with comments, edited in place: every byte outside an edit stays unchanged.</summary>
internal sealed class JsoncDocument
{
    private static readonly byte[] ByteOrderMark = [0xEF, 0xBB, 0xBF];

    private JsoncDocument(string file, byte[] text, JsoncNode root)
    {
        File = file;
        Text = text;
        Root = root;
    }

    /// <summary>Full path, for messages.</summary>
    public string File { get; }

    public byte[] Text { get; }

    public JsoncNode Root { get; }

    /// <exception cref="SettingsException">The text is not JSON.</exception>
    public static JsoncDocument Parse(string file, byte[] text)
    {
        var offset = text.AsSpan().StartsWith(ByteOrderMark) ? ByteOrderMark.Length : 0;
        if (!Utf8.IsValid(text))
            throw Invalid(file, text, offset + ValidLength(text.AsSpan(offset)), "not valid UTF-8");
        try
        {
            return new JsoncDocument(file, text, JsoncParser.Parse(text, offset));
        }
        catch (JsonException e)
        {
            throw Invalid(file, text, Offset(text, e.LineNumber ?? 0, (e.BytePositionInLine ?? 0) + (e.LineNumber is > 0 ? 0 : offset)), "not valid JSON");
        }
    }

    /// <summary>An error at a position in this text.</summary>
    public SettingsException Error(int offset, string problem) => Invalid(File, Text, offset, problem);

    /// <summary>The line and column of an offset, 1-based.</summary>
    public (int Line, int Column) Place(int offset) => PlaceIn(Text, offset);

    /// <summary>Takes a child out of its container, with the comma that it no longer needs.</summary>
    public JsoncDocument Remove(JsoncNode container, JsoncChild child)
    {
        var index = container.Children.IndexOf(child);
        if (child.CommaEnd is { } commaEnd && container.Children.Count > 1)
            return Splice((child.LeadingEnd, commaEnd, ""));
        if (index > 0)
            return Splice((container.Children[index - 1].CommaEnd!.Value - 1, container.Children[index - 1].CommaEnd!.Value, ""), (child.LeadingEnd, child.End, ""));

        var end = child.CommaEnd ?? child.End;
        var isOnlyContent = child.LeadingEnd == container.Start + 1 && container.LastSolid == end;
        return Splice((child.LeadingEnd, isOnlyContent ? container.End - 1 : end, ""));
    }

    /// <summary>Appends a value after the last child, in the style of the surrounding text.</summary>
    /// <param name="container">An object or array of this document.</param>
    /// <param name="name">The member's name, or null in an array.</param>
    /// <param name="value">The value, as JSON text without comments.</param>
    public JsoncDocument Append(JsoncNode container, string? name, string value)
    {
        var layout = JsoncLayout.Of(this, container);
        var text = layout.Render(name, value);
        if (container.Children is not [.., var last])
            return Splice((container.LastSolid, container.End - 1, layout.Separator + text + layout.Closing));
        if (last.CommaEnd is not null)
            return Splice((container.LastSolid, container.LastSolid, layout.Separator + text + ","));
        return Splice((last.End, last.End, ","), (container.LastSolid, container.LastSolid, layout.Separator + text));
    }

    /// <summary>Replaces a value.</summary>
    public JsoncDocument Replace(JsoncNode node, string value) =>
        Splice((node.Start, node.End, JsoncLayout.At(this, node).Render(name: null, value)));

    /// <summary>Inserts text before and after a value, which stays unchanged.</summary>
    public JsoncDocument Surround(JsoncNode node, string before, string after) => Splice((node.Start, node.Start, before), (node.End, node.End, after));

    private JsoncDocument Splice(params ReadOnlySpan<(int Start, int End, string Text)> edits)
    {
        using var result = new MemoryStream(Text.Length + 1024);
        var position = 0;
        foreach (var (start, end, text) in edits)
        {
            result.Write(Text.AsSpan(position, start - position));
            result.Write(Encoding.UTF8.GetBytes(text));
            position = end;
        }

        result.Write(Text.AsSpan(position));
        return Parse(File, result.ToArray());
    }

    private static SettingsException Invalid(string file, byte[] text, int offset, string problem)
    {
        var (line, column) = PlaceIn(text, offset);
        return new SettingsException(file, line, column, problem);
    }

    private static (int Line, int Column) PlaceIn(byte[] text, int offset)
    {
        var start = text.AsSpan().StartsWith(ByteOrderMark) ? ByteOrderMark.Length : 0;
        var before = text.AsSpan(start, Math.Max(0, offset - start));
        var lineStart = before.LastIndexOf((byte)'\n') + 1;
        var line = before.Count((byte)'\n') + 1;
        return (line, Encoding.UTF8.GetCharCount(before[lineStart..]) + 1);
    }

    private static int Offset(ReadOnlySpan<byte> text, long line, long byteInLine)
    {
        var start = 0;
        for (; line > 0; line--)
            start += text[start..].IndexOf((byte)'\n') + 1;
        return (int)Math.Min(text.Length, start + byteInLine);
    }

    private static int ValidLength(ReadOnlySpan<byte> text)
    {
        var length = 0;
        while (Rune.DecodeFromUtf8(text[length..], out _, out var consumed) == System.Buffers.OperationStatus.Done)
            length += consumed;
        return length;
    }
}
