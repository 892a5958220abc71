using CodeRelay.Agents.AgentOps;
using CodeRelay.Agents.Handoffs;
using CodeRelay.Agents.Reports;
using CodeRelay.Cli.CommandLine;
using CodeRelay.Cli.Output;
using CodeRelay.Formats;

namespace CodeRelay.Cli.Commands;

/// <summary>`coderelay handoff --artifact`: writes the artifact and reports it.</summary>
internal sealed class ArtifactOutput(ArtifactDraft draft, MailboxOwner owner)
{
    /// <summary>A word or two for the file names of learnings.</summary>
    public string? Topic { get; init; }

    /// <summary>True to write the decisions as learnings as well.</summary>
    public bool WritesLearnings { get; init; }

    public bool AsJson { get; init; }

    /// <summary>Prints the artifact without writing it.</summary>
    public int Preview()
    {
        var now = DateTimeOffset.UtcNow;
        var artifact = draft.Compose(ArtifactWriter.IdAt(now), now);
        using (var output = Terminal.OpenOutput())
            output.Write(ArtifactJson.Write(artifact));
        // Standard output has exactly the file's content.
        Terminal.Error.WriteLine($"nothing was written; without --dry-run: {Path.Combine(new ArtifactFolder(owner.Repository).Path, artifact.Id)}.json");
        return ExitCode.Success;
    }

    public int Write()
    {
        var (artifact, path) = Guarded(() => ArtifactWriter.Write(new ArtifactFolder(owner.Repository), Compose, DateTimeOffset.UtcNow), $"the artifact was not written to {ArtifactFolder.Name}");
        var learnings = WritesLearnings ? Guarded(() => LearningFiles.Write(owner.Repository, artifact, Topic), $"{path} was written, but not all of its decisions as learnings") : [];
        Tell(path, ArtifactText.Of(artifact).Sentinel, learnings);
        return ExitCode.Success;
    }

    private static T Guarded<T>(Func<T> write, string what)
    {
        try
        {
            return write();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new MissingEnvironmentException($"{what}: {e.Message.TrimEnd('.')}; free disk space or make the directory writable");
        }
    }

    private HandoffArtifact Compose(string id) => draft.Compose(id, DateTimeOffset.UtcNow);

    private void Tell(string path, string sentinel, IReadOnlyList<string> learnings)
    {
        if (!AsJson)
        {
            Terminal.Output.WriteLine($"artifact for {owner.Name} written; the next session there gets it with `coderelay inbox take --artifact`, so this session can be cleared now");
            foreach (var learning in learnings)
                Terminal.Output.WriteLine($"learning: {learning}");
            Terminal.Output.WriteLine($"sentinel: {sentinel}");
            Terminal.Output.WriteLine(path);
            return;
        }

        using var output = Terminal.OpenOutput();
        JsonText.Write(output, new HandoffJson(path, To: owner.Name, Sentinel: sentinel, Learnings: WritesLearnings ? learnings : null), ReportJsonContext.Default.HandoffJson);
    }
}
