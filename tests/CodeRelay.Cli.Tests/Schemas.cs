using System.Text.Json;
using System.Text.RegularExpressions;

namespace CodeRelay.Cli.Tests;

/// <summary>
/// Holds output against the schemas of docs, strictly: a member that the schema does not name is undocumented, and here that is a fault.
/// Reads the keywords that those schemas use and refuses any other; no validator package is to be had without packages that registries lack.
/// </summary>
internal static class Schemas
{
    private static readonly string[] Annotations = ["$schema", "$id", "title", "description", "format"];

    /// <summary>Parses the text and checks it.</summary>
    /// <param name="schema">Relative to docs.</param>
    /// <param name="text">All that the command wrote to standard output.</param>
    public static JsonElement Verify(string schema, string text)
    {
        using var json = JsonDocument.Parse(text);
        using var rules = JsonDocument.Parse(File.ReadAllText(SourceTree.Path($"docs/{schema}")));
        Check(rules.RootElement, json.RootElement, "$");
        return json.RootElement.Clone();
    }

    private static void Check(JsonElement schema, JsonElement value, string path)
    {
        foreach (var keyword in schema.EnumerateObject().Where(keyword => !Annotations.Contains(keyword.Name)))
        {
            var isValid = keyword.Name switch
            {
                "type" => Values(keyword.Value).Any(type => HasType(value, type.GetString()!)),
                "const" or "enum" => Values(keyword.Value).Any(choice => JsonElement.DeepEquals(choice, value)),
                "pattern" => value.ValueKind != JsonValueKind.String || Regex.IsMatch(value.GetString()!, keyword.Value.GetString()!),
                "maximum" => value.GetInt64() <= keyword.Value.GetInt64(),
                "minimum" => value.GetInt64() >= keyword.Value.GetInt64(),
                "required" => keyword.Value.EnumerateArray().All(name => value.TryGetProperty(name.GetString()!, out _)),
                "properties" => value.EnumerateObject().All(member => keyword.Value.TryGetProperty(member.Name, out _)),
                // Members that the schema does not name are refused anyway.
                "additionalProperties" => keyword.Value.ValueKind == JsonValueKind.False,
                "maxItems" => value.GetArrayLength() <= keyword.Value.GetInt32(),
                "items" => value.ValueKind == JsonValueKind.Array,
                _ => throw new NotSupportedException($"keyword {keyword.Name}"),
            };
            Assert.True(isValid, $"{path}: {value.GetRawText()} is against \"{keyword.Name}\": {keyword.Value.GetRawText()}");
        }

        if (schema.TryGetProperty("properties", out var properties))
        {
            foreach (var member in value.EnumerateObject())
                Check(properties.GetProperty(member.Name), member.Value, $"{path}.{member.Name}");
        }

        if (schema.TryGetProperty("items", out var items))
        {
            foreach (var (i, item) in value.EnumerateArray().Index())
                Check(items, item, $"{path}[{i}]");
        }
    }

    private static IEnumerable<JsonElement> Values(JsonElement keyword) => keyword.ValueKind == JsonValueKind.Array ? keyword.EnumerateArray() : [keyword];

    private static bool HasType(JsonElement value, string type) => type switch
    {
        "object" => value.ValueKind == JsonValueKind.Object,
        "array" => value.ValueKind == JsonValueKind.Array,
        "string" => value.ValueKind == JsonValueKind.String,
        "integer" => value.ValueKind == JsonValueKind.Number && value.TryGetInt64(out _),
        "boolean" => value.ValueKind is JsonValueKind.True or JsonValueKind.False,
        "null" => value.ValueKind == JsonValueKind.Null,
        _ => throw new NotSupportedException($"type {type}"),
    };
}
