using System.Collections.Concurrent;
using System.Text.Json;
using System.Text.Json.Nodes;
using Json.Schema;

namespace CodeRelay.Cli.Tests;

/// <summary>Holds output against the schemas of docs, strictly: a member that the schema does not name is undocumented, and here that is a fault.</summary>
internal static class Schemas
{
    private static readonly ConcurrentDictionary<string, Lazy<JsonSchema>> Built = new(StringComparer.Ordinal);

    /// <summary>Parses the text and checks it.</summary>
    /// <param name="schema">Relative to docs.</param>
    /// <param name="text">All that the command wrote to standard output.</param>
    public static JsonElement Verify(string schema, string text)
    {
        using var json = JsonDocument.Parse(text);
        var results = Strict(schema).Evaluate(json.RootElement, new EvaluationOptions { OutputFormat = OutputFormat.List, RequireFormatValidation = true });
        Assert.True(results.IsValid, $"{schema}: {string.Join("; ", Errors(results))}");
        return json.RootElement.Clone();
    }

    private static JsonSchema Strict(string schema) => Built.GetOrAdd(schema, name => new Lazy<JsonSchema>(() =>
    {
        var rules = JsonNode.Parse(File.ReadAllText(SourceTree.Path($"docs/{name}")))!;
        Close(rules);
        return JsonSchema.FromText(rules.ToJsonString(), new BuildOptions { SchemaRegistry = new SchemaRegistry() });
    })).Value;

    private static void Close(JsonNode? node)
    {
        if (node is JsonObject schema)
        {
            if (schema["properties"] is JsonObject)
                schema.TryAdd("additionalProperties", false);
            foreach (var (_, value) in schema.ToArray())
                Close(value);
        }
        else if (node is JsonArray items)
        {
            foreach (var item in items)
                Close(item);
        }
    }

    private static IEnumerable<string> Errors(EvaluationResults results) =>
        (results.Details ?? []).Where(detail => detail.Errors is { Count: > 0 }).Select(detail => $"{detail.InstanceLocation}: {string.Join(", ", detail.Errors!.Values)}");
}
