using System.Text;
using System.Text.Json;
using CodeRelay.Agents.Handoffs;

namespace CodeRelay.Agents.AgentOps;

/// <summary>An artifact as a handoff's text: readers get it, and the sentinel is computed from it.</summary>
internal static class ArtifactText
{
    /// <summary>The handoff of an artifact.</summary>
    public static HandoffText Of(HandoffArtifact artifact) => Of($"{ArtifactFolder.Name}/{artifact.Id}{ArtifactFolder.Extension}", artifact);

    /// <summary>The handoff of a file; for an invalid artifact, a warning and the raw text.</summary>
    /// <param name="source">Its path, for messages.</param>
    /// <param name="content">The bytes; null when there are too many.</param>
    internal static HandoffText OfFile(string source, ReadOnlyMemory<byte>? content)
    {
        if (content is not { } bytes)
            return Damaged(source, $"it has over {ArtifactFolder.LongestFile / (1024 * 1024)} MiB", "");
        try
        {
            using var json = JsonDocument.Parse(bytes);
            return Of(source, ArtifactReader.Read(source, json.RootElement, []));
        }
        catch (Exception e) when (e is JsonException or RelayException)
        {
            return Damaged(source, e is JsonException json ? $"{source}:{(json.LineNumber ?? 0) + 1}: this is not JSON" : e.Message, Encoding.UTF8.GetString(bytes.Span[..Math.Min(bytes.Length, HandoffFile.LongestFile)]));
        }
    }

    private static HandoffText Of(string source, HandoffArtifact artifact) => BriefingHandoff.WithFields(ArtifactBriefing.Of(source, artifact), artifact.Id);

    private static HandoffText Damaged(string source, string why, string content) =>
        new(Encoding.UTF8.GetBytes($"---\nname: {HandoffFrame.OneLine(source)}\n---\n!! WARNING: malformed artifact: {HandoffFrame.OneLine(why)}; the unchanged file follows\n\n{content}\n"));
}
