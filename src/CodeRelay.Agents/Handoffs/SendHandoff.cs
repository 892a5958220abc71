using System.Text;
using CodeRelay.Agents.Handoffs.Remote;
using CodeRelay.Analysis;
using CodeRelay.Files;
using CodeRelay.Git;

namespace CodeRelay.Agents.Handoffs;

/// <summary>The consequence of an error that the rules find in a handoff.</summary>
internal enum ObjectionPolicy
{
    /// <summary>Nothing is written: the writer can correct the text.</summary>
    Refuse,

    /// <summary>The handoff is written and lists the rules with errors.</summary>
    Overrule,

    /// <summary>The handoff is written without its secrets and hidden characters and with a note about it: no writer can correct it.</summary>
    Redact,
}

/// <summary>A handoff to send.</summary>
/// <param name="Draft">The text and the fields that the writer gave.</param>
/// <param name="Address">The recipient.</param>
/// <param name="Configuration">The settings of coderelay.yml for the rules.</param>
/// <param name="Environment">The user's machine.</param>
internal sealed record HandoffRequest(HandoffDraft Draft, Address Address, Configuration Configuration, UserEnvironment Environment)
{
    public ObjectionPolicy Policy { get; init; }

    /// <summary>With <see cref="ObjectionPolicy.Redact"/>: the session's last message, from its runtime; null for none.</summary>
    public string? LastWords { get; init; }

    /// <summary>The worktree state that the text's source recorded; each missing value is the current one.</summary>
    public WorktreeFacts? SourceFacts { get; init; }

    /// <summary>The git remote to send to, or null for the local inbox.</summary>
    public string? Remote { get; init; }

    /// <summary>The time limit for the remote.</summary>
    public TimeSpan RemoteTime { get; init; }

    /// <summary>True to compose without writing.</summary>
    public bool IsDryRun { get; init; }

    public DateTimeOffset Now { get; init; } = DateTimeOffset.UtcNow;
}

/// <summary>The result of a request.</summary>
/// <param name="Draft">The checked draft, with the changes of the policy.</param>
/// <param name="Problems">The missing parts of the text, one sentence each.</param>
/// <param name="Findings">The findings of the rules, most severe first.</param>
/// <param name="IsRefused">True when the policy forbids sending it.</param>
internal sealed record HandoffResult(HandoffDraft Draft, IReadOnlyList<string> Problems, IReadOnlyList<Finding> Findings, bool IsRefused)
{
    /// <summary>The reason why references were not checked, or null when they were.</summary>
    public string? GitProblem { get; init; }

    /// <summary>The preferred file name; empty until the handoff is composed, like the next two.</summary>
    public string FileName { get; init; } = "";

    /// <summary>The whole file.</summary>
    public string Text { get; init; } = "";

    /// <summary>The token that the receiver repeats.</summary>
    public string Sentinel { get; init; } = "";

    /// <summary>The file in the inbox; null when none was written there.</summary>
    public WrittenHandoff? Written { get; init; }

    /// <summary>The ref on the remote; null when it was not sent there.</summary>
    public string? Ref { get; init; }
}

/// <summary>Sends a handoff: checks, composes and writes it. The command, the MCP tool, the import and the hooks all use it.</summary>
internal static class SendHandoff
{
    /// <summary>Checks a handoff and delivers it unless it is refused.</summary>
    /// <inheritdoc cref="Deliver" path="/exception"/>
    public static HandoffResult Run(HandoffRequest request)
    {
        var checkedHandoff = Check(request);
        return checkedHandoff.IsRefused ? checkedHandoff : Deliver(request, checkedHandoff);
    }

    /// <summary>Checks the format of the text first and the rules after it. Nothing is written.</summary>
    /// <exception cref="ConfigurationException">The configuration names a rule that does not exist.</exception>
    public static HandoffResult Check(HandoffRequest request)
    {
        var draft = request.Draft;
        if (request.Policy == ObjectionPolicy.Redact)
            return new HandoffRedaction(draft.Owner.Repository, request.Configuration).Apply(draft, request.LastWords);
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

    /// <summary>Composes an accepted handoff and writes it.</summary>
    /// <param name="request">The checked request.</param>
    /// <param name="accepted">The result of <see cref="Check"/>.</param>
    /// <exception cref="IOException">The inbox cannot be written; nothing is left behind.</exception>
    /// <exception cref="UnauthorizedAccessException">As for <see cref="IOException"/>.</exception>
    /// <exception cref="RemoteException">The remote did not accept it.</exception>
    public static HandoffResult Deliver(HandoffRequest request, HandoffResult accepted)
    {
        var recipient = request.Address.Place.Recipient;
        var repository = accepted.Draft.Owner.Repository;
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

    // A slow git must not cost the handoff.
    private static (IReadOnlyList<Finding> Findings, string? GitProblem) Findings(HandoffDraft draft, Configuration configuration)
    {
        try
        {
            return (HandoffCheck.Run(draft.Owner.Repository, configuration, draft.Body, draft.GivenFields), null);
        }
        catch (GitException e)
        {
            return (HandoffCheck.RunWithoutGit(draft.Owner.Repository, configuration, draft.Body, draft.GivenFields), e.Message);
        }
    }

    // Changes since the source was written are drift; values it does not record are not.
    private static WorktreeFacts Facts(WorktreeFacts? source, WorktreeFacts now) =>
        source is null ? now : new WorktreeFacts(source.Branch ?? now.Branch, source.Head ?? now.Head, source.DirtyFiles ?? now.DirtyFiles);
}
