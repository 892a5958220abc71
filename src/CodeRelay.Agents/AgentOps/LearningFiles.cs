using System.Text;
using CodeRelay.Agents.Handoffs;
using CodeRelay.Git;

namespace CodeRelay.Agents.AgentOps;

/// <summary>Writes each decision of an artifact as a learning, in AgentOps' folder for them.</summary>
internal static class LearningFiles
{
    private const int LongestTitle = 100;
    private const int MostWords = 4;
    private const int MostFiles = 10_000;

    /// <summary>Writes `.agents/learnings/[date]-handoff-[slug]-[n].md`, one per decision, unless a file of that day already contains it.</summary>
    /// <param name="repository">The repository.</param>
    /// <param name="artifact">The artifact with the decisions.</param>
    /// <param name="topic">A word or two for the file names, or null to take them from the goal.</param>
    /// <returns>Paths relative to the root.</returns>
    /// <exception cref="RelayException">The directory is outside of the repository.</exception>
    /// <exception cref="IOException">A file cannot be written; earlier ones stay.</exception>
    public static IReadOnlyList<string> Write(Repository repository, HandoffArtifact artifact, string? topic)
    {
        if (artifact.DecisionsMade.Count == 0)
            return [];
        var directory = Path.Combine(repository.Root, ".agents", "learnings");
        ArtifactFolder.CreateInside(repository, directory);
        var name = $"{artifact.CreatedAt[..10]}-handoff-{Slug(artifact, topic)}";
        var said = Directory.EnumerateFiles(directory, name + "-*.md").Where(file => PlainFile.Is(new FileInfo(file))).Select(file => Decision(File.ReadAllText(file))).ToHashSet(StringComparer.Ordinal);
        var written = new List<string>();
        var number = 1;
        foreach (var decision in artifact.DecisionsMade)
        {
            var content = Content(artifact, decision);
            if (!said.Add(Decision(content)))
                continue;
            while (!ArtifactWriter.TryWrite(Path.Combine(directory, $"{name}-{number}.md"), Encoding.UTF8.GetBytes(content)))
            {
                if (++number > MostFiles)
                    throw new IOException($"'{name}-1.md' and the {MostFiles - 1} names after it are taken in {directory}");
            }

            written.Add($".agents/learnings/{name}-{number}.md");
        }

        return written;
    }

    private static string Slug(HandoffArtifact artifact, string? topic) =>
        HandoffFileName.Topic(topic ?? artifact.Goal ?? "") is { } words ? string.Join('-', words.Split('-').Take(MostWords)) : "session-" + artifact.CreatedAt[11..16].Replace(":", "", StringComparison.Ordinal);

    private static string Content(HandoffArtifact artifact, string decision) =>
        $"---\ntype: decision\ndate: {artifact.CreatedAt[..10]}\nsource: {ArtifactFolder.Name}/{artifact.Id}{ArtifactFolder.Extension}\n---\n\n# {HandoffFrame.Clip(decision, LongestTitle)}\n\n{BriefingText.Items([decision])}";

    private static string Decision(string content) => content[Math.Max(0, content.IndexOf("\n# ", StringComparison.Ordinal))..].Trim();
}
