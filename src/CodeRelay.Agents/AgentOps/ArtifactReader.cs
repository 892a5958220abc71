using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using CodeRelay.Agents.Handoffs;

namespace CodeRelay.Agents.AgentOps;

/// <summary>Reads artifacts of version 1 and describes every deviation.</summary>
internal static partial class ArtifactReader
{
    // The schema also requires type and consumed; newer writers omit both.
    private static readonly string[] Required = ["schema_version", "id", "created_at"];
    private static readonly string[] Optional = ["type", "consumed", "goal", "summary", "continuation", "artifacts_produced", "decisions_made", "open_risks", "rpi", "state", "consumed_at", "consumed_by"];
    private static readonly string[] Types = ["manual", "auto", "rpi"];

    /// <summary>Reads an artifact.</summary>
    /// <param name="file">The file name, for messages.</param>
    /// <param name="root">The JSON.</param>
    /// <param name="notes">Receives a sentence for each harmless deviation from the schema.</param>
    /// <exception cref="RelayException">The JSON is no artifact; the message names file, member and the valid values.</exception>
    public static HandoffArtifact Read(string file, JsonElement root, ICollection<string> notes)
    {
        if (root.ValueKind != JsonValueKind.Object)
            throw Wrong(file, $"it is a JSON {Kind(root)}; valid is an object with {string.Join(", ", Required)}");
        foreach (var name in Required.Where(name => !root.TryGetProperty(name, out _)))
            throw Wrong(file, $"the member '{name}' is missing; required are {string.Join(", ", Required)}");
        var version = root.GetProperty("schema_version");
        if (version.ValueKind != JsonValueKind.Number || !version.TryGetInt32(out var number) || number != HandoffArtifact.SchemaVersion)
            throw Wrong(file, $"schema_version {Clip(version.GetRawText())} is not known; valid is {HandoffArtifact.SchemaVersion}");
        foreach (var name in root.EnumerateObject().Select(member => member.Name).Where(name => !Required.Contains(name) && !Optional.Contains(name)))
            notes.Add($"{file}: the member '{Clip(name)}' is not in schema version {HandoffArtifact.SchemaVersion} and was left out");
        var reader = new Members(file, root);
        var artifact = new HandoffArtifact
        {
            Id = reader.Text("id")!,
            CreatedAt = reader.Text("created_at")!,
            Type = reader.Text("type") ?? Types[0],
            Consumed = reader.Flag("consumed") ?? false,
            Goal = reader.Text("goal"),
            Summary = reader.Text("summary"),
            Continuation = reader.Text("continuation"),
            ArtifactsProduced = reader.List("artifacts_produced"),
            DecisionsMade = reader.List("decisions_made"),
            OpenRisks = reader.List("open_risks"),
            State = reader.Object("state") is { } state ? ReadState(state) : null,
        };
        if (!Types.Contains(artifact.Type))
            throw Wrong(file, $"the type '{Clip(artifact.Type)}' is not known; valid are {string.Join(", ", Types)}");
        if (!DateTimeOffset.TryParse(artifact.CreatedAt, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out _))
            throw Wrong(file, $"created_at '{Clip(artifact.CreatedAt)}' is not a time; valid is one such as 2026-06-01T09:00:00Z");
        // AgentOps' session close writes ids that break the schema; the artifacts are valid otherwise.
        if (!Id().IsMatch(artifact.Id))
            notes.Add($"{file}: the id '{Clip(artifact.Id)}' violates the schema, which requires handoff-YYYYMMDDTHHMMSSZ; readers will not find it on their own");
        return artifact;
    }

    /// <summary>Parses JSON, with the position in error messages.</summary>
    /// <exception cref="RelayException">The text is not JSON.</exception>
    public static JsonDocument Parse(string file, string text)
    {
        try
        {
            return JsonDocument.Parse(text);
        }
        catch (JsonException e)
        {
            throw new RelayException($"{file}:{(e.LineNumber ?? 0) + 1}: this is not JSON: {Reason(e.Message)}; valid is an artifact of `ao handoff` or a message with a subject and a body", e);
        }
    }

    internal static RelayException Wrong(string file, string what) => new($"{file}: {what}");

    internal static string Clip(string text) => HandoffFrame.Clip(text, 60);

    private static ArtifactState ReadState(Members state) => new()
    {
        Branch = state.Text("git_branch"),
        IsDirty = state.Flag("git_dirty"),
        ModifiedFiles = state.List("modified_files"),
        ActiveBead = state.Text("active_bead"),
        RecentCommits = state.List("recent_commits"),
    };

    private static string Kind(JsonElement value) => value.ValueKind.ToString().ToLowerInvariant();

    // The library's message ends with the position, which the message already begins with.
    private static string Reason(string message) => message.Split(" LineNumber:")[0].TrimEnd('.');

    [GeneratedRegex(@"^handoff-\d{8}T\d{6}Z\z", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    internal static partial Regex Id();

    private sealed class Members(string file, JsonElement value, string prefix = "")
    {
        public string? Text(string name) => Find(name, JsonValueKind.String, "a string") is { } text ? text.GetString() : null;

        public bool? Flag(string name) => Member(name) switch
        {
            null => null,
            { ValueKind: JsonValueKind.True or JsonValueKind.False } flag => flag.GetBoolean(),
            { } other => throw WrongType(name, other, "true or false"),
        };

        public IReadOnlyList<string> List(string name) => Find(name, JsonValueKind.Array, "a list of strings") is { } list
            ? [.. list.EnumerateArray().Select(item => item.ValueKind == JsonValueKind.String ? item.GetString()! : throw WrongType(name, item, "a list of strings"))]
            : [];

        public Members? Object(string name) => Find(name, JsonValueKind.Object, "an object") is { } member ? new Members(file, member, $"{prefix}{name}.") : null;

        private JsonElement? Find(string name, JsonValueKind kind, string valid) =>
            Member(name) is { } member ? member.ValueKind == kind ? member : throw WrongType(name, member, valid) : null;

        // Go writers use null for an empty list; a required member must have a value.
        private JsonElement? Member(string name) =>
            value.TryGetProperty(name, out var member) && (member.ValueKind != JsonValueKind.Null || prefix.Length == 0 && Required.Contains(name)) ? member : null;

        private RelayException WrongType(string name, JsonElement member, string valid) => Wrong(file, $"'{prefix}{name}' is {Clip(member.GetRawText())}; valid is {valid}");
    }
}
