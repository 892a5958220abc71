using System.Text.Json;
using CodeRelay.Analysis;

namespace CodeRelay.Formats;

/// <summary>The stable shape <see cref="CheckJson"/>; its schema is docs/schemas/check-1.schema.json.</summary>
internal sealed class JsonFormat : JsonDocumentFormat
{
    public override string Name => "json";

    public override string Summary => $"JSON for scripts, in the stable schema {CheckJson.SchemaId}";

    internal override Facts Needs => Facts.Head;

    protected override void Write(AnalysisResult result, Utf8JsonWriter json) =>
        JsonSerializer.Serialize(json, CheckJson.Of(result), FormatJsonContext.Default.CheckJson);
}
