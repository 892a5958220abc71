using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using CodeRelay.Agents.Handoffs;

namespace CodeRelay.Cli.Rpc.Mcp;

/// <summary>What a tool answers.</summary>
/// <param name="Text">For the model: JSON or prose.</param>
internal sealed record ToolAnswer(string Text)
{
    // Without the line breaks of `--format json`: a model pays for each of them.
    private static readonly JsonWriterOptions Compact = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>True when what was asked for was not done.</summary>
    public bool IsError { get; init; }

    /// <summary>Handoffs in the text, to be archived once the answer was written.</summary>
    public Delivery? Delivery { get; init; }

    /// <summary>A record as JSON, on one line.</summary>
    public static ToolAnswer Json<T>(T value, JsonTypeInfo<T> type) => Json(json => JsonSerializer.Serialize(json, value, type));

    /// <summary>An answer in JSON, on one line.</summary>
    public static ToolAnswer Json(Action<Utf8JsonWriter> write)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, Compact))
            write(json);
        return new ToolAnswer(Encoding.UTF8.GetString(buffer.GetBuffer(), 0, (int)buffer.Length));
    }
}
