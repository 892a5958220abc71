using CodeRelay.Agents.Handoffs;
using CodeRelay.Text;

namespace CodeRelay.Cli.Output;

/// <summary>Reports about a handoff being sent.</summary>
internal static class HandoffPost
{
    /// <summary>Sends a handoff and reports its findings.</summary>
    /// <param name="request">The handoff.</param>
    /// <param name="talk">The stream for the findings.</param>
    /// <exception cref="MissingEnvironmentException">The inbox cannot be written.</exception>
    public static HandoffResult Send(HandoffRequest request, TextWriter talk)
    {
        var result = SendHandoff.Check(request);
        TellFindings(result, talk);
        return result.IsRefused ? result : Deliver(request, result, talk);
    }

    /// <summary>Reports the problems of the text and the findings of the rules.</summary>
    public static void TellFindings(HandoffResult result, TextWriter talk)
    {
        foreach (var problem in result.Problems)
            talk.WriteLine($"error: {problem}");
        if (result.GitProblem is { } problemOfGit)
            talk.WriteLine($"note: its references were not checked: {VisibleText.OfLine(problemOfGit)}");
        foreach (var finding in result.Findings)
            talk.WriteLine($"{finding.Severity.ToString().ToLowerInvariant()}: {finding.File}:{finding.Range.Line} {finding.Rule.Id} {VisibleText.OfLine(finding.Message)}");
    }

    /// <summary>Delivers an accepted handoff, and reports when no worktree has the recipient's name.</summary>
    /// <exception cref="MissingEnvironmentException">The inbox cannot be written.</exception>
    public static HandoffResult Deliver(HandoffRequest request, HandoffResult accepted, TextWriter talk)
    {
        if (!request.Address.IsKnown && request.Remote is null)
            talk.WriteLine(Waits(request.Address));
        try
        {
            return SendHandoff.Deliver(request, accepted);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException && request.Remote is null)
        {
            throw new MissingEnvironmentException($"the handoff was not written to {request.Address.Place.Unread}: {e.Message.TrimEnd('.')}; free disk space or make the directory writable, or choose another inbox with AGENT_HANDOFF_ROOT");
        }
    }

    /// <summary>The note that no worktree has the recipient's name.</summary>
    public static string Waits(Address address) => $"note: no worktree is called '{address.Place.Recipient}'; the handoff waits until one exists";
}
