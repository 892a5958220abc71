using System.Text.Json;
using CodeRelay.Agents.Handoffs;
using CodeRelay.Formats;

namespace CodeRelay.Agents.AgentOps;

/// <summary>Writes artifacts, and a reader's marks into existing ones.</summary>
internal static class ArtifactJson
{
    private static readonly string[] Marks = ["consumed", "consumed_at", "consumed_by"];

    /// <summary>The whole file.</summary>
    public static byte[] Write(HandoffArtifact artifact)
    {
        using var content = new MemoryStream();
        JsonText.Write(content, json =>
        {
            json.WriteStartObject();
            json.WriteNumber("schema_version", HandoffArtifact.SchemaVersion);
            json.WriteString("id", artifact.Id);
            json.WriteString("created_at", artifact.CreatedAt);
            json.WriteString("type", artifact.Type);
            WriteText(json, "goal", artifact.Goal);
            WriteText(json, "summary", artifact.Summary);
            WriteText(json, "continuation", artifact.Continuation);
            WriteList(json, "artifacts_produced", artifact.ArtifactsProduced);
            WriteList(json, "decisions_made", artifact.DecisionsMade);
            WriteList(json, "open_risks", artifact.OpenRisks);
            if (artifact.State is { } state)
                WriteState(json, state);
            json.WriteBoolean("consumed", artifact.Consumed);
            json.WriteEndObject();
        });
        return content.ToArray();
    }

    /// <summary>The file with a reader's marks; everything else stays, even unknown members.</summary>
    /// <param name="content">UTF-8 without byte order mark.</param>
    /// <param name="time">The time of reading.</param>
    /// <param name="reader">The reader.</param>
    /// <returns>Null when the content is not a JSON object.</returns>
    internal static byte[]? MarkConsumed(ReadOnlyMemory<byte> content, DateTimeOffset time, string reader)
    {
        try
        {
            using var given = JsonDocument.Parse(content);
            if (given.RootElement.ValueKind != JsonValueKind.Object)
                return null;
            using var marked = new MemoryStream();
            JsonText.Write(marked, json =>
            {
                json.WriteStartObject();
                foreach (var member in given.RootElement.EnumerateObject().Where(member => !Marks.Contains(member.Name)))
                    member.WriteTo(json);
                json.WriteBoolean("consumed", true);
                json.WriteString("consumed_at", ReceiptStamp.Time(time));
                json.WriteString("consumed_by", reader);
                json.WriteEndObject();
            });
            return marked.ToArray();
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            return null;
        }
    }

    private static void WriteState(Utf8JsonWriter json, ArtifactState state)
    {
        json.WriteStartObject("state");
        WriteText(json, "git_branch", state.Branch);
        if (state.IsDirty is { } isDirty)
            json.WriteBoolean("git_dirty", isDirty);
        WriteList(json, "modified_files", state.ModifiedFiles);
        WriteText(json, "active_bead", state.ActiveBead);
        WriteList(json, "recent_commits", state.RecentCommits);
        json.WriteEndObject();
    }

    private static void WriteText(Utf8JsonWriter json, string name, string? text)
    {
        if (!string.IsNullOrEmpty(text))
            json.WriteString(name, text);
    }

    private static void WriteList(Utf8JsonWriter json, string name, IReadOnlyList<string> texts)
    {
        if (texts.Count == 0)
            return;
        json.WriteStartArray(name);
        foreach (var text in texts)
            json.WriteStringValue(text);
        json.WriteEndArray();
    }
}
