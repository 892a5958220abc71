using System.Text.Json;
using CodeRelay.Formats;
using CodeRelay.Relay;
using CodeRelay.Relay.Artifacts;

namespace CodeRelay.Cli;

/// <summary>Writes handoffs as JSON; one shape for all verbs of the inbox.</summary>
internal static class InboxJson
{
    public static void WriteList(Inbox inbox, IEnumerable<SurveyedHandoff> handoffs, WorktreeFacts now, int artifacts = 0)
    {
        using var output = Terminal.OpenStrictOutput();
        JsonText.Write(output, json => WriteList(json, inbox, handoffs, now, artifacts));
    }

    /// <summary>The same into JSON that somebody else writes out.</summary>
    public static void WriteList(Utf8JsonWriter json, Inbox inbox, IEnumerable<SurveyedHandoff> handoffs, WorktreeFacts now, int artifacts = 0)
    {
        json.WriteStartObject();
        json.WriteString("schema", "coderelay/inbox/1");
        json.WriteString("recipient", inbox.Own.Recipient);
        json.WriteStartArray("items");
        foreach (var handoff in handoffs)
            WriteItem(json, handoff, now, withBody: false);
        json.WriteEndArray();
        if (artifacts > 0)
            json.WriteNumber("artifacts", artifacts);
        json.WriteEndObject();
    }

    /// <summary>Writes an artifact that is taken as an item with its body; an empty list when there is none.</summary>
    public static void WriteArtifact(Stream output, string recipient, ArtifactDelivery? delivery, WorktreeFacts now) => JsonText.Write(output, json =>
    {
        json.WriteStartObject();
        json.WriteString("schema", "coderelay/inbox/1");
        json.WriteString("recipient", recipient);
        if (delivery is null)
        {
            json.WriteStartArray("items");
            json.WriteEndArray();
        }
        else
        {
            json.WriteString("id", delivery.Id);
            json.WriteString("state", "claimed");
            json.WriteString("file", delivery.Claim);
            WriteText(json, delivery.Text, recipient, now);
            json.WriteString("body", delivery.Text.Body);
        }

        json.WriteEndObject();
    });

    /// <summary>Writes the items of `take` and `show`, with their bodies: one as an object, several as a list.</summary>
    public static void WriteBodies(Inbox inbox, IReadOnlyList<HandoffFile> handoffs, WorktreeFacts now, bool asList)
    {
        using var output = Terminal.OpenStrictOutput();
        JsonText.Write(output, json =>
        {
            json.WriteStartObject();
            json.WriteString("schema", "coderelay/inbox/1");
            json.WriteString("recipient", inbox.Own.Recipient);
            if (asList)
                json.WriteStartArray("items");
            foreach (var handoff in handoffs)
            {
                if (asList)
                    json.WriteStartObject();
                WriteMembers(json, new SurveyedHandoff(handoff, IsOrphaned: false), now, withBody: true);
                if (asList)
                    json.WriteEndObject();
            }

            if (asList)
                json.WriteEndArray();
            json.WriteEndObject();
        });
    }

    /// <summary>Writes one item as an object, without its body.</summary>
    public static void WriteItem(Utf8JsonWriter json, HandoffFile file, WorktreeFacts now) => WriteItem(json, new SurveyedHandoff(file, IsOrphaned: false), now, withBody: false);

    private static void WriteItem(Utf8JsonWriter json, SurveyedHandoff handoff, WorktreeFacts now, bool withBody)
    {
        json.WriteStartObject();
        WriteMembers(json, handoff, now, withBody);
        json.WriteEndObject();
    }

    private static void WriteMembers(Utf8JsonWriter json, SurveyedHandoff handoff, WorktreeFacts now, bool withBody)
    {
        var file = handoff.File;
        var text = file.TryReadText() ?? new HandoffText([]);
        json.WriteString("id", file.Id);
        json.WriteString("state", file.State switch { HandoffState.Unread => "unread", HandoffState.Claimed => "claimed", _ => "read" });
        json.WriteString("file", file.Path);
        WriteText(json, text, file.Place.Recipient, now);
        if (handoff.IsOrphaned)
            json.WriteBoolean("orphaned", true);
        if (file.ClaimedFor is { } age)
            json.WriteNumber("claimed_seconds", Math.Max(0, (long)age.TotalSeconds));
        if (withBody)
            json.WriteString("body", text.Body);
    }

    private static void WriteText(Utf8JsonWriter json, HandoffText text, string recipient, WorktreeFacts now)
    {
        foreach (var field in new[] { "name", "description", "from" })
            json.WriteStringOrNull(field, text[field]);
        json.WriteString("to", text["to"] ?? recipient);
        foreach (var field in new[] { "created", "received_at", "branch", "head", "topic" })
            json.WriteStringOrNull(field, text[field]);
        json.WriteString("sentinel", text.Sentinel);
        json.WriteStartArray("drift");
        foreach (var word in Drift.Of(text, now).Words)
            json.WriteStringValue(word);
        json.WriteEndArray();
        json.WriteBoolean("malformed", text.IsMalformed);
    }
}
