using System.Text.Json;
using CodeRelay.Documents;
using CodeRelay.Files;
using CodeRelay.Git;
using CodeRelay.Text;

namespace CodeRelay.Agents.Handoffs;

/// <summary>
/// The gate's last verdict on a packet. It lies in the state directory beside the hooks' records, so that the author's next session
/// learns of a rejection and the working tree stays unchanged.
/// </summary>
/// <param name="State">accepted, rejected or forced.</param>
/// <param name="To">Id of the receiver.</param>
/// <param name="Lane">The lane's name, or null.</param>
/// <param name="At">The time, UTC.</param>
/// <param name="Reasons">One line each, starting with the items: "P2, P8: no acceptance gate …".</param>
internal sealed record TakeoverState(string State, string To, string? Lane, DateTimeOffset At, IReadOnlyList<string> Reasons)
{
    public const string Accepted = "accepted";
    public const string Rejected = "rejected";
    public const string Forced = "forced";

    /// <summary>Stores this as the packet's last verdict.</summary>
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

    /// <summary>The last verdict on the packet's current content; null when there is none, or the packet has changed since.</summary>
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
            // A damaged record counts as none.
            return null;
        }
    }

    // Worktrees of one repository share the directory, and a repository may have several packets.
    private static string PathOf(Repository repository, Document handoff, UserEnvironment environment) =>
        Path.Combine(StateDirectory.Of(repository, environment), "takeovers", $"{Key(repository.FullPath(handoff.Path))}.json");

    private static string Key(string text) => Hashing.Of(text).ToString("x16", System.Globalization.CultureInfo.InvariantCulture);
}
