using System.Text.Json;
using CodeRelay.Documents;
using CodeRelay.Files;
using CodeRelay.Git;
using CodeRelay.Text;

namespace CodeRelay.Agents.Handoffs;

/// <summary>
/// What the gate last said about a packet. It lies in our state directory beside the hooks' records, so that the author's next session
/// learns of a refusal and the working tree stays as it is.
/// </summary>
/// <param name="State">accepted, rejected or forced.</param>
/// <param name="To">Id of the receiver.</param>
/// <param name="Lane">The lane's word, or null.</param>
/// <param name="At">When, UTC.</param>
/// <param name="Reasons">One line each, the items first: "P2, P8: no acceptance gate …".</param>
internal sealed record TakeoverState(string State, string To, string? Lane, DateTimeOffset At, IReadOnlyList<string> Reasons)
{
    public const string Accepted = "accepted";
    public const string Rejected = "rejected";
    public const string Forced = "forced";

    /// <summary>Keeps it as the packet's last verdict.</summary>
    /// <returns>Full path of the record.</returns>
    /// <exception cref="IOException">The state directory cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">As for <see cref="IOException"/>.</exception>
    public string Save(Repository repository, Document handoff, UserEnvironment environment)
    {
        using var content = new MemoryStream();
        using (var json = new Utf8JsonWriter(content, new JsonWriterOptions { Indented = true }))
        {
            json.WriteStartObject();
            json.WriteString("state", State);
            json.WriteString("packet", repository.FullPath(handoff.Path));
            json.WriteString("content", Key(handoff.Text.Content));
            json.WriteString("to", To);
            json.WriteString("lane", Lane);
            json.WriteString("at", At);
            json.WriteStartArray("reasons");
            foreach (var reason in Reasons)
                json.WriteStringValue(reason);
            json.WriteEndArray();
            json.WriteEndObject();
        }

        var path = PathOf(repository, handoff, environment);
        AtomicFile.Write(path, content.ToArray());
        return path;
    }

    /// <summary>The last verdict on the packet as it stands now; null when there is none, or when the packet was changed since.</summary>
    public static TakeoverState? Load(Repository repository, Document handoff, UserEnvironment environment)
    {
        var path = PathOf(repository, handoff, environment);
        try
        {
            if (!File.Exists(path))
                return null;
            using var json = JsonDocument.Parse(File.ReadAllBytes(path));
            var root = json.RootElement;
            return root.GetProperty("content").GetString() != Key(handoff.Text.Content)
                ? null
                : new TakeoverState(
                    root.GetProperty("state").GetString() ?? "", root.GetProperty("to").GetString() ?? "", root.GetProperty("lane").GetString(), root.GetProperty("at").GetDateTimeOffset(),
                    [.. root.GetProperty("reasons").EnumerateArray().Select(reason => reason.GetString() ?? "")]);
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or KeyNotFoundException or FormatException or IOException or UnauthorizedAccessException)
        {
            // A damaged record says nothing.
            return null;
        }
    }

    // Worktrees of one repository share the directory, and a repository may have several packets.
    private static string PathOf(Repository repository, Document handoff, UserEnvironment environment) =>
        Path.Combine(StateDirectory.Of(repository, environment), "takeovers", $"{Key(repository.FullPath(handoff.Path))}.json");

    private static string Key(string text) => Hashing.Of(text).ToString("x16", System.Globalization.CultureInfo.InvariantCulture);
}
