using System.Text.Json;

namespace CodeRelay.Docs;

/// <summary>The key `team-rules` of docs/coderelay.schema.json.</summary>
internal static class TeamRuleSchema
{
    public const string IdPattern = "^TEAM[0-9]+$";

    private static readonly string[] Demands = ["must-contain", "must-not-contain", "required-headings", "forbidden-phrases", "budget"];

    public static void Write(Utf8JsonWriter json)
    {
        json.WriteStartObject("team-rules");
        json.WriteString("description", "The team's own rules.");
        json.WriteString("type", "array");
        json.WriteStartObject("items");
        json.WriteString("type", "object");
        json.WriteBoolean("additionalProperties", value: false);
        WriteNames(json, "required", ["id", "message"]);
        WriteAnyDemand(json);
        WriteProperties(json);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void WriteProperties(Utf8JsonWriter json)
    {
        json.WriteStartObject("properties");
        WriteText(json, "id", "TEAM and digits; no other rule may have it.", IdPattern);
        WriteText(json, "message", "What a finding says first.");
        ConfigurationSchema.WriteReference(json, "severity", "severity", "Default: warning.");
        WriteText(json, "files", "A file name, or a glob for paths relative to the root. Default: HANDOFF.md.");
        WriteText(json, "section", "A kind of section (goal, next, blockers …) or the text of a heading. Default: the whole file.");
        WriteTexts(json, "must-contain", "A text, or a regular expression between slashes; each has to occur.");
        WriteTexts(json, "must-not-contain", "A text, or a regular expression between slashes; none may occur.");
        WriteTexts(json, "required-headings", "Kinds of sections or texts of headings that have to be there.");
        WriteTexts(json, "forbidden-phrases", "Whole words that may not occur, whatever their case.");
        ConfigurationSchema.WriteReference(json, "budget", "budget", "How long the file or section may be.");
        json.WriteEndObject();
    }

    private static void WriteAnyDemand(Utf8JsonWriter json)
    {
        json.WriteStartArray("anyOf");
        foreach (var demand in Demands)
        {
            json.WriteStartObject();
            WriteNames(json, "required", [demand]);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteText(Utf8JsonWriter json, string name, string description, string pattern = @"\S")
    {
        json.WriteStartObject(name);
        json.WriteString("description", description);
        json.WriteString("type", "string");
        json.WriteString("pattern", pattern);
        json.WriteEndObject();
    }

    private static void WriteTexts(Utf8JsonWriter json, string name, string description)
    {
        json.WriteStartObject(name);
        json.WriteString("description", description);
        WriteNames(json, "type", ["string", "array"]);
        json.WriteNumber("minItems", 1);
        json.WriteStartObject("items");
        json.WriteString("type", "string");
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void WriteNames(Utf8JsonWriter json, string name, IEnumerable<string> values)
    {
        json.WriteStartArray(name);
        foreach (var value in values)
            json.WriteStringValue(value);
        json.WriteEndArray();
    }
}
