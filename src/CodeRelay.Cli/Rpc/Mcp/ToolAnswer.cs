using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using CodeRelay.Agents.Handoffs;

namespace CodeRelay.Cli.Rpc.Mcp;

/// <summary>A tool's answer.</summary>
/// <param name="Text">The text for the model: JSON or prose.</param>
internal sealed record ToolAnswer(string Text)
{
    // Without the line breaks of `--format json`, which cost a model tokens.
    private static readonly JsonWriterOptions Compact = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>True when the request was not fulfilled.</summary>
    public bool IsError { get; init; }

    /// <summary>Handoffs in the text, archived after the answer was written.</summary>
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
