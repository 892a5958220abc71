using CodeRelay.Agents.Handoffs;
using CodeRelay.Documents;
using CodeRelay.Text;

namespace CodeRelay.Agents.AgentOps;

/// <summary>Converts an artifact's fields to a briefing.</summary>
internal static class ArtifactBriefing
{
    /// <summary>Converts the fields.</summary>
    /// <param name="source">The origin, for a line in the text.</param>
    /// <param name="artifact">The artifact.</param>
    /// <param name="knowledge">Finds text that git already records; null to keep everything.</param>
    public static Briefing Of(string source, HandoffArtifact artifact, GitKnowledge? knowledge = null)
    {
        var reader = new BriefingReader();
        if (artifact.Summary is { } summary)
            reader.Add(Outline.Read(Document(summary)), knowledge, BriefingPart.InProgress);
        if (artifact.State?.ActiveBead is { Length: > 0 } bead)
            reader.Add(BriefingPart.InProgress, [$"Work item: {bead}"]);
        if (artifact.State is { IsDirty: true, ModifiedFiles: { Count: > 0 } files })
            reader.Add(BriefingPart.InProgress, [$"Uncommitted when written: {string.Join(", ", files.Select(file => $"`{file}`"))}"]);
        // The field's steps come before those in the summary.
        var steps = new BriefingReader();
        if (artifact.Continuation is { } continuation)
            steps.Add(BriefingPart.Next, Outline.Read(Document(continuation)).Select(entry => entry.IsFence ? $"```\n{entry.Text}\n```" : entry.Whole));
        reader.Add(BriefingPart.Decisions, artifact.DecisionsMade.Select(Trim));
        reader.Add(BriefingPart.Blockers, artifact.OpenRisks.Select(Trim));
        reader.Add(BriefingPart.Files, artifact.ArtifactsProduced.Select(path => $"`{Trim(path)}`"));
        steps.Add(BriefingPart.Next, reader[BriefingPart.Next]);
        return reader.ToBriefing(source) with
        {
            Goal = artifact.Goal is { } goal && HandoffFrame.OneLine(goal) is { Length: > 0 } line ? line : null,
            Created = artifact.CreatedAt,
            Next = steps[BriefingPart.Next],
            Facts = artifact.State is { } state ? Facts(state) : null,
        };
    }

    private static string Trim(string text) => text.Trim();

    private static Document Document(string text) => new(HandoffCheck.FileName, SourceText.From(text.ReplaceLineEndings("\n")), DocumentKind.Handoff);

    // The artifact itself may be an uncommitted file by now, so the count means nothing.
    private static WorktreeFacts Facts(ArtifactState state) => new(state.Branch is { Length: > 0 } branch ? branch : null, state.Head, dirtyFiles: null);
}
