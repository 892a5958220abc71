using System.Text;
using System.Text.Json;
using CodeRelay.Analysis;
using CodeRelay.Formats;
using CodeRelay.Rules;

namespace CodeRelay.Docs;

/// <summary>docs/coderelay.schema.json: the schema of coderelay.yml, for editors.</summary>
internal static class ConfigurationSchema
{
    public static string Write()
    {
        using var output = new MemoryStream();
        JsonText.Write(output, WriteSchema);
        return Encoding.UTF8.GetString(output.ToArray());
    }

    private static void WriteSchema(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteString("$schema", "https://json-schema.org/draft/2020-12/schema");
        json.WriteString("$id", $"{Product.Home}/blob/main/docs/coderelay.schema.json");
        json.WriteString("title", Configuration.FileName);
        json.WriteString("description", "What the check expects of a repository. Every key is optional.");
        json.WriteString("type", "object");
        json.WriteBoolean("additionalProperties", value: false);
        json.WriteStartObject("properties");
        WriteRules(json);
        WriteBudgets(json);
        WritePacket(json);
        WritePolicy(json);
        WriteProfile(json);
        TeamRuleSchema.Write(json);
        RelaySchema.Write(json);
        json.WriteEndObject();
        json.WriteStartObject("$defs");
        WriteSeverity(json);
        WriteBudget(json);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void WriteRules(Utf8JsonWriter json)
    {
        json.WriteStartObject("rules");
        json.WriteString("description", "Severities by rule id or name.");
        json.WriteString("type", "object");
        json.WriteBoolean("additionalProperties", value: false);
        json.WriteStartObject("properties");
        foreach (var rule in RuleCatalog.All.Select(rule => rule.Info))
        {
            WriteReference(json, rule.Id, "severity", $"{rule.Name}: {rule.Summary} (default: {(rule.IsPreview ? Severity.Off : rule.Severity).Word()})");
            WriteReference(json, rule.Name, "severity", $"{rule.Id}: {rule.Summary}");
        }

        json.WriteEndObject();
        json.WriteStartObject("patternProperties");
        WriteReference(json, TeamRuleSchema.IdPattern, "severity", "A rule of team-rules.");
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void WriteBudgets(Utf8JsonWriter json)
    {
        json.WriteStartObject("budgets");
        json.WriteString("description", "How large a file may be, by name or by path.");
        json.WriteString("type", "object");
        json.WriteStartObject("properties");
        foreach (var (file, budget) in Configuration.DefaultBudgets.OrderBy(entry => entry.Key, StringComparer.Ordinal))
        {
            var amounts = new[] { budget.Lines is { } lines ? $"{lines} lines" : null, budget.Tokens is { } tokens ? $"{tokens} tokens" : null };
            WriteReference(json, file, "budget", $"Default: {string.Join(", ", amounts.OfType<string>())}.");
        }

        json.WriteEndObject();
        json.WriteStartObject("additionalProperties");
        json.WriteString("$ref", "#/$defs/budget");
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void WritePacket(Utf8JsonWriter json)
    {
        json.WriteStartObject("packet");
        json.WriteString("description", "The directory of the packet, or several; unless given it is looked for in the known places.");
        json.WriteStartArray("type");
        json.WriteStringValue("string");
        json.WriteStringValue("array");
        json.WriteEndArray();
        json.WriteStartObject("items");
        json.WriteString("type", "string");
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void WritePolicy(Utf8JsonWriter json)
    {
        json.WriteStartObject("packet-in-git");
        json.WriteString("description", "What git is to do with the packet (default: committed); RLY8008 reports the opposite.");
        WriteWords(json, ["committed", "ignored"]);
        json.WriteEndObject();
    }

    private static void WriteProfile(Utf8JsonWriter json)
    {
        json.WriteStartObject("profile");
        json.WriteString("description", "relay: the five questions; contract: all nine items, the default as soon as the packet names a lane.");
        WriteWords(json, ["relay", "contract"]);
        json.WriteEndObject();
    }

    private static void WriteSeverity(Utf8JsonWriter json)
    {
        json.WriteStartObject("severity");
        WriteWords(json, Severities.Words);
        json.WriteEndObject();
    }

    private static void WriteBudget(Utf8JsonWriter json)
    {
        json.WriteStartObject("budget");
        json.WriteString("type", "object");
        json.WriteBoolean("additionalProperties", value: false);
        json.WriteStartObject("properties");
        foreach (var name in new[] { "lines", "tokens" })
        {
            json.WriteStartObject(name);
            json.WriteString("type", "integer");
            json.WriteNumber("minimum", 1);
            json.WriteEndObject();
        }

        json.WriteEndObject();
        json.WriteEndObject();
    }

    internal static void WriteReference(Utf8JsonWriter json, string name, string definition, string description)
    {
        json.WriteStartObject(name);
        json.WriteString("description", description);
        json.WriteString("$ref", $"#/$defs/{definition}");
        json.WriteEndObject();
    }

    internal static void WriteWords(Utf8JsonWriter json, IEnumerable<string> words)
    {
        json.WriteStartArray("enum");
        foreach (var word in words)
            json.WriteStringValue(word);
        json.WriteEndArray();
    }
}
