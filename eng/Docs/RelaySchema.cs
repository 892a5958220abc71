using System.Text.Json;

namespace CodeRelay.Docs;

/// <summary>`relay` in the schema of coderelay.yml.</summary>
internal static class RelaySchema
{
    public static void Write(Utf8JsonWriter json)
    {
        json.WriteStartObject("relay");
        json.WriteString("description", "How handoffs travel.");
        json.WriteString("type", "object");
        json.WriteBoolean("additionalProperties", value: false);
        json.WriteStartObject("properties");
        json.WriteStartObject("remote");
        json.WriteString("description", "The git remote from which a session's start takes handoffs. Default: none.");
        json.WriteString("type", "string");
        json.WriteString("pattern", "^[A-Za-z0-9_.][A-Za-z0-9_./-]*$");
        json.WriteEndObject();
        json.WriteStartObject("automatic");
        json.WriteString("description", "When a handoff is written without being asked for. Default: pre-compact.");
        json.WriteString("type", "array");
        json.WriteStartObject("items");
        json.WriteStartArray("enum");
        json.WriteStringValue("pre-compact");
        json.WriteStringValue("stop");
        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteStartObject("upgrade-check");
        json.WriteString("description", "Whether `coderelay handoff` looks for a newer version once a day. Default: true.");
        json.WriteString("type", "boolean");
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteEndObject();
    }
}
