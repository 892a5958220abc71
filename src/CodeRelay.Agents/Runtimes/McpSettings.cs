using System.Text.Json;
using CodeRelay.Agents.Editing;
using CodeRelay.Files;

namespace CodeRelay.Agents.Runtimes;

/// <summary>Reads the names of MCP servers from JSON settings: the members of an object.</summary>
internal static class McpSettings
{
    private static readonly JsonDocumentOptions Lenient = new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true };

    /// <param name="places">Files, each with the members that lead to the object.</param>
    public static IReadOnlySet<string> Names(IEnumerable<(string File, string[] Members)> places)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (file, members) in places)
            names.UnionWith(Names(file, members));
        return names;
    }

    private static string[] Names(string file, string[] members)
    {
        try
        {
            if (!RegularFile.HasContent(file))
                return [];
            var content = File.ReadAllBytes(file);
            using var json = JsonDocument.Parse(content.AsMemory(TextPlace.MarkLength(content)), Lenient);
            var at = json.RootElement;
            foreach (var member in members)
            {
                if (at.ValueKind != JsonValueKind.Object || !at.TryGetProperty(member, out at))
                    return [];
            }

            return at.ValueKind == JsonValueKind.Object ? [.. at.EnumerateObject().Select(server => server.Name)] : [];
        }
        catch (Exception e) when (e is JsonException or IOException or UnauthorizedAccessException)
        {
            // An unreadable file counts as one without servers.
            return [];
        }
    }
}
