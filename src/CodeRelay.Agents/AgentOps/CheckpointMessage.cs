using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using CodeRelay.Agents.Handoffs;
using CodeRelay.Documents;
using CodeRelay.Text;

namespace CodeRelay.Agents.AgentOps;

/// <summary>
/// The Agent Mail message in which a worker that must stop passes its position to a successor. The parser is lenient: missing parts are
/// empty, and fields may be labels, headings or JSON.
/// </summary>
internal sealed partial class CheckpointMessage
{
    private static readonly string[] OtherTypes = ["BEAD_ACCEPTED", "PROGRESS", "HELP_REQUEST", "HELP_RESPONSE", "OFFERING_READY", "DONE", "FAILED", "SPAWN_REQUEST", "SPAWN_ACK"];
    private static readonly string[] BodyNames = ["body_md", "body", "message", "content", "text"];

    private readonly BriefingReader _parts = new();
    private string _id = "";
    private string _reason = "";
    private string _commit = "";
    private string _usage = "";

    private CheckpointMessage(string subjectId, string body)
    {
        foreach (var entry in Outline.Read(new Document(HandoffCheck.FileName, SourceText.From(body), DocumentKind.Handoff)))
            Add(entry);
        if (_id.Length == 0)
            _id = subjectId;
    }

    /// <summary>Reads a Markdown message: the subject is in the front matter, on a line `Subject:`, or is the first line or heading.</summary>
    /// <returns>Null when the text is no message.</returns>
    /// <exception cref="RelayException">The message has another type.</exception>
    public static Briefing? TryRead(string source, string text)
    {
        var message = new HandoffText(Encoding.UTF8.GetBytes(text));
        if (message["subject"] is { } field)
            return TryRead(source, field, message.Body, message["created"] ?? message["date"]);
        var body = message.Body;
        var first = body.Split('\n').FirstOrDefault(line => line.Trim().Length > 0)?.Trim() ?? "";
        var subject = SubjectLine().Match(body) is { Success: true } line ? line.Groups["subject"].Value : first.TrimStart('#', ' ');
        return TryRead(source, subject.Trim('*', ' ', '\r'), body[(body.IndexOf(subject, StringComparison.Ordinal) + subject.Length)..], created: null);
    }

    /// <summary>Reads a JSON message: an object with a subject and a body, which may itself be an object.</summary>
    /// <returns>Null when the JSON is no message.</returns>
    /// <exception cref="RelayException">The message has another type.</exception>
    public static Briefing? TryRead(string source, JsonElement root)
    {
        if (root.ValueKind != JsonValueKind.Object || (Text(root, "subject") ?? Text(root, "type")) is not { } subject)
            return null;
        var body = new StringBuilder();
        Append(body, root, isMessage: true);
        foreach (var name in BodyNames)
        {
            if (!root.TryGetProperty(name, out var given))
                continue;
            if (given.ValueKind == JsonValueKind.Object)
                Append(body, given, isMessage: false);
            else if (given.ValueKind == JsonValueKind.String)
                body.Append('\n').Append(given.GetString()).Append('\n');
            break;
        }

        return TryRead(source, subject, body.ToString(), Text(root, "created_at") ?? Text(root, "created_ts"));
    }

    private static Briefing? TryRead(string source, string subject, string body, string? created)
    {
        if (Subject().Match(subject) is not { Success: true } match)
            return null;
        var type = match.Groups["type"].Value;
        if (OtherTypes.Contains(type))
            throw new RelayException($"{source}: this is a message of type {type}; only CHECKPOINT hands work over");
        return type == "CHECKPOINT" ? new CheckpointMessage(match.Groups["id"].Value, body).ToBriefing(source, created) : null;
    }

    private Briefing ToBriefing(string source, string? created)
    {
        var stop = $"Stopped at a checkpoint{(_reason.Length > 0 ? $" ({_reason})" : "")}{(_usage.Length > 0 ? $" with {_usage} of the context used" : "")}";
        var commit = _commit.Length > 0 && _commit is not ("none" or "None" or "N/A") ? $"Partial commit: {_commit}" : null;
        var briefing = _parts.ToBriefing(source);
        return briefing with
        {
            Created = created,
            Goal = _parts[BriefingPart.Goal] is [var goal, ..] ? goal : _id.Length > 0 ? $"Finish {_id}" : null,
            InProgress = [stop, .. commit is null ? [] : new[] { commit }, .. briefing.InProgress],
            // The remaining content of a checkpoint is unfinished work.
            Next = briefing.Next.Count > 0 || commit is null ? briefing.Next : [$"Look at the partial commit {_commit} and go on from there; the checkpoint names no next step"],
        };
    }

    private void Add(OutlineEntry entry)
    {
        var label = entry.Label.Length > 0 ? entry.Label : "";
        if (Is(label, "reason"))
            _reason = HandoffFrame.OneLine(entry.Text);
        else if (Is(label, "partial commit") || Is(label, "commit") || Is(label, "checkpoint commit"))
            _commit = HandoffFrame.OneLine(entry.Text).Trim('`');
        else if (Is(label, "context"))
            _usage = HandoffFrame.OneLine(entry.Text) is var usage && usage.Length > 0 && char.IsAsciiDigit(usage[^1]) ? usage + " %" : usage;
        else if (Is(label, "bead") || Is(label, "issue") || Is(label, "task") || label.Equals("id", StringComparison.OrdinalIgnoreCase))
            _id = HandoffFrame.OneLine(entry.Text).Trim('`');
        else if (Is(label, "subject") || Is(label, "from") || Is(label, "to") || Is(label, "thread"))
            return;
        else if (Is(label, "description") || Is(label, "progress"))
            _parts.Add(BriefingPart.InProgress, [entry.Text]);
        else
            _parts.Add([entry], knowledge: null, BriefingPart.InProgress);
    }

    private static bool Is(string label, string word) =>
        label.StartsWith(word, StringComparison.OrdinalIgnoreCase) && (label.Length == word.Length || !char.IsLetter(label[word.Length]));

    private static string? Text(JsonElement value, string name) =>
        value.TryGetProperty(name, out var member) && member.ValueKind == JsonValueKind.String ? member.GetString() : null;

    // Members become labels; a list becomes a section with its items in order.
    private static void Append(StringBuilder body, JsonElement value, bool isMessage)
    {
        foreach (var member in value.EnumerateObject())
        {
            if (isMessage && (BodyNames.Contains(member.Name) || member.Name is "subject" or "type" or "id" or "from" or "to" or "created_at" or "created_ts" or "importance" or "thread_id"))
                continue;
            var label = member.Name.Replace('_', ' ').Trim();
            if (member.Value.ValueKind == JsonValueKind.Array)
                body.Append($"\n## {label}\n\n").AppendJoin('\n', member.Value.EnumerateArray().Select(item => $"- {Line(item)}")).Append("\n\n## \n\n");
            else if (member.Value.ValueKind is JsonValueKind.String or JsonValueKind.Number)
                body.Append($"\n**{label}:** {Line(member.Value)}\n");
        }
    }

    private static string Line(JsonElement value) => value.ValueKind == JsonValueKind.String ? HandoffFrame.OneLine(value.GetString()!) : value.GetRawText();

    [GeneratedRegex(@"^(?:\[(?<id>[^\]\s][^\]]*)\]\s*|(?<id>[\w.-]+):\s*)?(?<type>[A-Z][A-Z_]+)$", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Subject();

    [GeneratedRegex(@"^(?:\*\*)?Subject:(?:\*\*)?\s*(?<subject>\S[^\r\n]*)", RegexOptions.Multiline | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex SubjectLine();
}
