using System.Text.Json;
using ModelContextProtocol.Protocol;

namespace CodeRelay.Cli.Rpc.Mcp;

/// <summary>Describes tools to clients.</summary>
internal static class ToolListing
{
    public static Tool Of(McpTool tool) => new()
    {
        Name = tool.Name,
        Title = tool.Title,
        Description = tool.Description,
        InputSchema = Schema(tool),
        Annotations = new ToolAnnotations
        {
            Title = tool.Title,
            ReadOnlyHint = tool.IsReadOnly,
            // Tools only add content, and never leave this machine.
            DestructiveHint = false,
            IdempotentHint = tool.IsIdempotent,
            OpenWorldHint = false,
        },
    };

    private static JsonElement Schema(McpTool tool)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            json.WriteString("type", "object");
            json.WriteStartObject("properties");
            foreach (var parameter in ToolArguments.Of(tool))
                WriteParameter(json, parameter);
            json.WriteEndObject();
            WriteWords(json, "required", tool.Parameters.Where(parameter => parameter.IsRequired).Select(parameter => parameter.Name));
            json.WriteBoolean("additionalProperties", false);
            json.WriteEndObject();
        }

        using var document = JsonDocument.Parse(buffer.ToArray());
        return document.RootElement.Clone();
    }

    private static void WriteParameter(Utf8JsonWriter json, ToolParameter parameter)
    {
        json.WriteStartObject(parameter.Name);
        json.WriteString("type", "string");
        json.WriteString("description", parameter.Description);
        if (parameter.Values.Count > 0)
            WriteWords(json, "enum", parameter.Values);
        json.WriteEndObject();
    }

    private static void WriteWords(Utf8JsonWriter json, string name, IEnumerable<string> words)
    {
        json.WriteStartArray(name);
        foreach (var word in words)
            json.WriteStringValue(word);
        json.WriteEndArray();
    }
}
