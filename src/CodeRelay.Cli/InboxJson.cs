using System.Text.Json;
using CodeRelay.Formats;
using CodeRelay.Relay;

namespace CodeRelay.Cli;

/// <summary>Writes handoffs as JSON; one shape for all verbs of the inbox.</summary>
internal static class InboxJson
{
    public static void WriteList(Inbox inbox, IEnumerable<SurveyedHandoff> handoffs, WorktreeFacts now)
    {
        using var output = Terminal.OpenStrictOutput();
        JsonText.Write(output, json => WriteList(json, inbox, handoffs, now));
    }

    /// <summary>The same into JSON that somebody else writes out.</summary>
    public static void WriteList(Utf8JsonWriter json, Inbox inbox, IEnumerable<SurveyedHandoff> handoffs, WorktreeFacts now)
    {
        json.WriteStartObject();
        json.WriteString("schema", "coderelay/inbox/1");
        json.WriteString("recipient", inbox.Own.Recipient);
        json.WriteStartArray("items");
        foreach (var handoff in handoffs)
            WriteItem(json, handoff, now, withBody: false);
        json.WriteEndArray();
        json.WriteEndObject();
    }

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
        foreach (var field in new[] { "name", "description", "from" })
            json.WriteStringOrNull(field, text[field]);
        json.WriteString("to", text["to"] ?? file.Place.Recipient);
        foreach (var field in new[] { "created", "received_at", "branch", "head", "topic" })
            json.WriteStringOrNull(field, text[field]);
        json.WriteString("sentinel", text.Sentinel);
        json.WriteStartArray("drift");
        foreach (var word in Drift.Of(text, now).Words)
            json.WriteStringValue(word);
        json.WriteEndArray();
        json.WriteBoolean("malformed", text.IsMalformed);
        if (handoff.IsOrphaned)
            json.WriteBoolean("orphaned", true);
        if (file.ClaimedFor is { } age)
            json.WriteNumber("claimed_seconds", Math.Max(0, (long)age.TotalSeconds));
        if (withBody)
            json.WriteString("body", text.Body);
    }
}
