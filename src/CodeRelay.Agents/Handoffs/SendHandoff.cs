using System.Text;
using CodeRelay.Agents.Handoffs.Remote;
using CodeRelay.Analysis;
using CodeRelay.Files;
using CodeRelay.Git;

namespace CodeRelay.Agents.Handoffs;

/// <summary>What an error that the rules find in a handoff leads to.</summary>
internal enum ObjectionPolicy
{
    /// <summary>Nothing is written: the writer is there and mends the text.</summary>
    Refuse,

    /// <summary>The handoff is written and names the rules that objected.</summary>
    Overrule,

    /// <summary>The handoff is written without its secrets and hidden characters, and says so: no writer is there to mend it.</summary>
    Redact,
}

/// <summary>What is to be sent.</summary>
/// <param name="Draft">The text and what the writer gave for its fields.</param>
/// <param name="Address">Where it goes.</param>
/// <param name="Configuration">What coderelay.yml says of the rules.</param>
/// <param name="Environment">The user's machine.</param>
internal sealed record HandoffRequest(HandoffDraft Draft, Address Address, Configuration Configuration, UserEnvironment Environment)
{
    public ObjectionPolicy Policy { get; init; }

    /// <summary>With <see cref="ObjectionPolicy.Redact"/>: what the session said last, as its runtime passed it on; null for nothing.</summary>
    public string? LastWords { get; init; }

    /// <summary>What the source of the text says of its worktree; each value that it does not say is the present one.</summary>
    public WorktreeFacts? SourceFacts { get; init; }

    /// <summary>The git remote that it goes over, or null for the inbox of this machine.</summary>
    public string? Remote { get; init; }

    /// <summary>How long the remote may take.</summary>
    public TimeSpan RemoteTime { get; init; }

    /// <summary>Composes it and writes nothing.</summary>
    public bool IsDryRun { get; init; }

    public DateTimeOffset Now { get; init; } = DateTimeOffset.UtcNow;
}

/// <summary>What became of a request.</summary>
/// <param name="Draft">The draft that was judged, with what the policy changed in it.</param>
/// <param name="Problems">What the text lacks, one sentence each.</param>
/// <param name="Findings">What the rules say of it, the most severe first.</param>
/// <param name="IsRefused">True when the policy forbids sending it.</param>
internal sealed record HandoffResult(HandoffDraft Draft, IReadOnlyList<string> Problems, IReadOnlyList<Finding> Findings, bool IsRefused)
{
    /// <summary>Why references were not looked up, or null when they were.</summary>
    public string? GitProblem { get; init; }

    /// <summary>The wanted name of the file; empty until it is composed, as the two that follow.</summary>
    public string FileName { get; init; } = "";

    /// <summary>The whole file.</summary>
    public string Text { get; init; } = "";

    /// <summary>What the receiver will repeat.</summary>
    public string Sentinel { get; init; } = "";

    /// <summary>The file in the inbox; null when none was written there.</summary>
    public WrittenHandoff? Written { get; init; }

    /// <summary>The ref on the remote; null when it was not sent there.</summary>
    public string? Ref { get; init; }
}

/// <summary>Sends a handoff: checks it, composes it and writes it. The command, the MCP tool, the import and the hooks all send by this.</summary>
internal static class SendHandoff
{
    /// <summary>Checks a handoff and delivers it unless it is refused.</summary>
    /// <inheritdoc cref="Deliver" path="/exception"/>
    public static HandoffResult Run(HandoffRequest request)
    {
        var judged = Check(request);
        return judged.IsRefused ? judged : Deliver(request, judged);
    }

    /// <summary>Judges the shape of the text first and then what the rules say of it. Nothing is written.</summary>
    /// <exception cref="ConfigurationException">The configuration names a rule that does not exist.</exception>
    public static HandoffResult Check(HandoffRequest request)
    {
        var draft = request.Draft;
        if (request.Policy == ObjectionPolicy.Redact)
            return new HandoffRedaction(draft.Station.Repository, request.Configuration).Apply(draft, request.LastWords);
        var problems = draft.Problems.ToList();
        var (findings, gitProblem) = Findings(draft, request.Configuration);
        var errors = findings.Where(finding => finding.Severity == Severity.Error).Select(finding => finding.Rule.Id).Distinct().ToList();
        var isFaultless = problems.Count + errors.Count == 0;
        var isOverruled = !isFaultless && request.Policy == ObjectionPolicy.Overrule;
        return new HandoffResult(
            isOverruled ? draft with { Forced = [.. problems.Count > 0 ? new[] { "no-next-action" } : [], .. errors] } : draft,
            problems,
            findings,
            IsRefused: !isFaultless && !isOverruled) { GitProblem = gitProblem };
    }

    /// <summary>Composes a handoff that was accepted and writes it.</summary>
    /// <param name="request">What was checked.</param>
    /// <param name="accepted">The answer of <see cref="Check"/>.</param>
    /// <exception cref="IOException">The inbox cannot be written; nothing is left behind.</exception>
    /// <exception cref="UnauthorizedAccessException">As for <see cref="IOException"/>.</exception>
    /// <exception cref="RemoteException">The remote did not take it.</exception>
    public static HandoffResult Deliver(HandoffRequest request, HandoffResult accepted)
    {
        var recipient = request.Address.Place.Recipient;
        var repository = accepted.Draft.Station.Repository;
        var (fileName, text) = accepted.Draft.Compose(recipient, Facts(request.SourceFacts, HandoffWriter.Facts(repository)), request.Now, request.Environment);
        var content = Encoding.UTF8.GetBytes(text);
        var composed = accepted with { FileName = fileName, Text = text, Sentinel = new HandoffText(content).Sentinel };
        if (request.IsDryRun)
            return composed;
        if (request.Remote is null)
            return composed with { Written = HandoffWriter.Write(request.Address, fileName, text) };
        using var target = new RemoteInbox(repository, request.Remote, request.RemoteTime);
        return composed with { Ref = target.Send(recipient, fileName, content).Ref };
    }

    // A message that waits for git is a message that is lost.
    private static (IReadOnlyList<Finding> Findings, string? GitProblem) Findings(HandoffDraft draft, Configuration configuration)
    {
        try
        {
            return (HandoffCheck.Run(draft.Station.Repository, configuration, draft.Body, draft.GivenFields), null);
        }
        catch (GitException e)
        {
            return (HandoffCheck.RunWithoutGit(draft.Station.Repository, configuration, draft.Body, draft.GivenFields), e.Message);
        }
    }

    // What has moved since the source was written is drift; what it does not say is none.
    private static WorktreeFacts Facts(WorktreeFacts? source, WorktreeFacts now) =>
        source is null ? now : new WorktreeFacts(source.Branch ?? now.Branch, source.Head ?? now.Head, source.DirtyFiles ?? now.DirtyFiles);
}
