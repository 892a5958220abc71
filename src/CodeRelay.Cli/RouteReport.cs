using System.Globalization;
using System.Text.Json;
using CodeRelay.Analysis;
using CodeRelay.Formats;
using CodeRelay.Lanes;
using CodeRelay.Takeover;
using CodeRelay.Workspace;

namespace CodeRelay.Cli;

/// <summary>What `route` answers.</summary>
internal sealed record RouteReport(RouteDecision Decision, Packet? Packet, Repository Repository)
{
    public const string Schema = "coderelay/route/1";

    /// <summary>Full paths of the files that hold the decision.</summary>
    public IReadOnlyList<string> Recorded { get; init; } = [];

    private RouteFacts Facts => Decision.Facts;

    private int PacketTokens => Packet?.Documents.Sum(document => document.Tokens) ?? 0;

    public void Write(bool asJson, DateTimeOffset now)
    {
        if (asJson)
        {
            using var output = Terminal.OpenOutput();
            JsonText.Write(output, WriteJson);
            return;
        }

        WriteText(Terminal.Output, new Paint(Terminal.LayOut().UseColour), now);
        Terminal.Flush();
        foreach (var path in Recorded)
            Terminal.Error.WriteLine($"recorded in {path}");
    }

    private void WriteText(TextWriter output, Paint paint, DateTimeOffset now)
    {
        void Line(string label, string text) => output.WriteLine($"{paint.Faint(label.PadRight(8))} {text}");

        output.WriteLine($"{paint.Bold(Decision.IsSwitch ? "switch" : "resume")}{(Decision.IsSwitch ? $": from {Place(Facts.From, Facts.Lane)} to {Place(Decision.Request.To, Facts.Next ?? Facts.Lane)}" : $": stay with {Place(Facts.From, Facts.Lane)}")}{(Decision.Pattern is { } pattern ? $" (pattern {pattern})" : "")}");
        foreach (var voice in Decision.Voices)
            Line(voice.Rule.IsForSwitch ? "switch" : voice.Rule.IsForResume ? "stay" : "never", $"{voice.Rule.Id} {voice.Rule.Text}: {VisibleText.OfLine(voice.Because)}");
        output.WriteLine();
        if (Packet is not null && Facts.Gate is { } gate)
            Line("packet", $"{VisibleText.OfLine(Packet.Handoff.Path)}, {(gate.IsAccepted ? "ready" : $"not ready, {Words.Count(gate.Problems.Count, "fault")}")}{(gate.Lane is { } lane ? $" for the {lane.Word()} lane" : "")}, {Words.Count(PacketTokens, "token")}");
        Line("tree", $"{(Facts.Uncommitted == 0 ? "clean" : Words.Count(Facts.Uncommitted, "uncommitted file"))}{(Facts.Operation is { } operation ? $", a {operation} is in the middle" : "")}");
        foreach (var session in Facts.Sessions)
            Line("session", $"{session.Runtime}: {(session.Bytes / 1024.0).ToString("N0", CultureInfo.InvariantCulture)} KB, last written {Age(now - session.LastWrite)}");
        if (Facts.Needs.Count > 0)
            Line("needs", string.Join(", ", Facts.Needs.Select(need => $"{VisibleText.OfLine(need.Name)} {Presence(need)}")));
        Line("next", Decision.Next);
    }

    private static string Place(Receiver? tool, Lane? lane) => $"{tool?.Name ?? "the present tool"}{(lane is { } known ? $" in the {known.Word()} lane" : "")}";

    private static string Presence(Need need) => (need.From, need.To) switch
    {
        (true, true) or (true, null) => "(there)",
        (false, false) or (false, null) => "(missing)",
        (true, false) => "(here only)",
        (false, true) => "(there only)",
        (null, true) => "(there)",
        (null, false) => "(missing)",
        _ => "(not known)",
    };

    private static string Age(TimeSpan age) => age.TotalDays >= 2 ? $"{Math.Floor(age.TotalDays):0} days ago" : age.TotalHours >= 2 ? $"{Math.Floor(age.TotalHours):0} hours ago" : age.TotalMinutes >= 2 ? $"{Math.Floor(age.TotalMinutes):0} minutes ago" : "just now";

    private void WriteJson(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteString("schema", Schema);
        JsonFormat.WriteRepository(Repository, json);
        json.WriteStringOrNull("packet", Packet?.Handoff.Path);
        json.WriteString("verdict", Decision.IsSwitch ? "switch" : "resume");
        json.WriteStringOrNull("pattern", Decision.Pattern?.ToString());
        WritePlace("from", Facts.From, Facts.Lane, json);
        WritePlace("to", Decision.Request.To, Facts.Next, json);
        json.WriteStartArray("rules");
        foreach (var voice in Decision.Voices)
        {
            json.WriteStartObject();
            json.WriteString("id", voice.Rule.Id);
            json.WriteString("text", voice.Rule.Text);
            json.WriteString("because", voice.Because);
            json.WriteBoolean("measured", voice.IsMeasured);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteString("next", Decision.Next);
        WriteFacts(json);
        WriteWords("recorded", Recorded, json);
        json.WriteEndObject();
    }

    private void WriteFacts(Utf8JsonWriter json)
    {
        json.WriteStartObject("measured");
        json.WriteNumber("uncommitted", Facts.Uncommitted);
        json.WriteStringOrNull("operation", Facts.Operation);
        json.WriteStringOrNull("gate", Facts.Gate is { } gate ? gate.IsAccepted ? TakeoverState.Accepted : TakeoverState.Rejected : null);
        WriteWords("open", Facts.Gate?.Open ?? [], json);
        json.WriteNumber("packetTokens", PacketTokens);
        json.WriteStartArray("sessions");
        foreach (var session in Facts.Sessions)
        {
            json.WriteStartObject();
            json.WriteString("runtime", session.Runtime);
            json.WriteString("file", session.File);
            json.WriteNumber("bytes", session.Bytes);
            json.WriteString("lastWrite", session.LastWrite);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("needs");
        foreach (var need in Facts.Needs)
        {
            json.WriteStartObject();
            json.WriteString("name", need.Name);
            WriteBooleanOrNull("from", need.From, json);
            WriteBooleanOrNull("to", need.To, json);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WritePlace(string name, Receiver? tool, Lane? lane, Utf8JsonWriter json)
    {
        json.WriteStartObject(name);
        json.WriteStringOrNull("runtime", tool?.Id);
        json.WriteStringOrNull("lane", lane?.Word());
        json.WriteEndObject();
    }

    private static void WriteBooleanOrNull(string name, bool? value, Utf8JsonWriter json)
    {
        if (value is { } known)
            json.WriteBoolean(name, known);
        else
            json.WriteNull(name);
    }

    private static void WriteWords(string name, IEnumerable<string> words, Utf8JsonWriter json)
    {
        json.WriteStartArray(name);
        foreach (var word in words)
            json.WriteStringValue(word);
        json.WriteEndArray();
    }
}
