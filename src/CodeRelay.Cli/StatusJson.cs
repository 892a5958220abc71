using System.Text.Json;
using CodeRelay.Analysis;
using CodeRelay.Formats;

namespace CodeRelay.Cli;

/// <summary>`coderelay/status/1`: what `status` tells scripts.</summary>
internal static class StatusJson
{
    /// <summary>Writes the whole answer.</summary>
    public static void Write(StatusReport report, Utf8JsonWriter json)
    {
        var repository = report.Repository;
        json.WriteStartObject();
        json.WriteString("schema", "coderelay/status/1");
        JsonFormat.WriteRepository(repository, json);
        json.WriteNumber("uncommitted", repository.WorkingTree.Changes.Count);
        json.WriteStartArray("packets");
        foreach (var packet in report.Packets)
            WritePacket(packet, json);
        json.WriteEndArray();
        json.WriteStartArray("hooks");
        foreach (var hooks in report.Hooks)
        {
            json.WriteStartObject();
            json.WriteString("runtime", hooks.Id);
            json.WriteBoolean("project", hooks.Project);
            json.WriteBoolean("user", hooks.User);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        JsonFormat.WriteSummary(report.Result, json);
        json.WriteEndObject();
    }

    private static void WritePacket(PacketStatus packet, Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteString("directory", packet.Packet.Directory);
        json.WriteString("profile", Word(packet.Packet.Profile));
        json.WriteStartArray("files");
        foreach (var document in packet.Packet.Documents)
        {
            json.WriteStartObject();
            json.WriteString("file", document.Path);
            json.WriteNumber("lines", document.Text.LineCount);
            json.WriteNumber("tokens", document.Tokens);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        packet.WriteAge(json);
        json.WriteStringOrNull("takeover", packet.Takeover?.State);
        json.WriteStartArray("takeoverReasons");
        foreach (var reason in packet.Takeover?.Reasons ?? [])
            json.WriteStringValue(reason);
        json.WriteEndArray();
        TaskCounts.Write(packet.Tasks, json);
        json.WriteEndObject();
    }

    /// <summary>The word for a profile.</summary>
    public static string Word(Profile profile) => profile == Profile.Contract ? "contract" : "relay";
}
