using System.Globalization;
using System.Text.Json;
using CodeRelay.Analysis;
using CodeRelay.Formats;
using CodeRelay.Packets;

namespace CodeRelay.Cli;

/// <summary>`coderelay/status/1`: what `status` tells scripts.</summary>
internal static class StatusJson
{
    /// <summary>The states of tasks, as scripts and people call them.</summary>
    public static readonly (CheckBox Box, string Name, string Text)[] States =
    [
        (CheckBox.Open, "open", "open"),
        (CheckBox.InProgress, "inProgress", "in progress"),
        (CheckBox.Done, "done", "done"),
        (CheckBox.Blocked, "blocked", "blocked"),
    ];

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
        json.WriteStringOrNull("lastChange", packet.LastChange?.Id);
        json.WriteStringOrNull("lastChangeTime", packet.LastChange?.Time.ToString("yyyy-MM-dd'T'HH:mm:ssK", CultureInfo.InvariantCulture));
        json.WriteNumber("commitsSince", packet.CommitsSince);
        json.WriteBoolean("edited", packet.IsEdited);
        json.WriteStringOrNull("takeover", packet.Takeover?.State);
        json.WriteStartArray("takeoverReasons");
        foreach (var reason in packet.Takeover?.Reasons ?? [])
            json.WriteStringValue(reason);
        json.WriteEndArray();
        json.WriteStartObject("tasks");
        foreach (var (box, name, _) in States)
            json.WriteNumber(name, packet.Tasks.GetValueOrDefault(box));
        json.WriteEndObject();
        json.WriteEndObject();
    }

    /// <summary>The word for a profile.</summary>
    public static string Word(Profile profile) => profile == Profile.Contract ? "contract" : "relay";
}
