using CodeRelay.Agents.Handoffs;
using CodeRelay.Text;

namespace CodeRelay.Cli.Output;

/// <summary>What is said of a handoff that is sent.</summary>
internal static class HandoffPost
{
    /// <summary>Sends a handoff and says what was found in it.</summary>
    /// <param name="request">What is sent.</param>
    /// <param name="talk">Where the findings go.</param>
    /// <exception cref="MissingEnvironmentException">The inbox cannot be written.</exception>
    public static HandoffResult Send(HandoffRequest request, TextWriter talk)
    {
        var result = SendHandoff.Check(request);
        TellFindings(result, talk);
        return result.IsRefused ? result : Deliver(request, result, talk);
    }

    /// <summary>Says what is wrong with the text and what the rules found.</summary>
    public static void TellFindings(HandoffResult result, TextWriter talk)
    {
        foreach (var problem in result.Problems)
            talk.WriteLine($"error: {problem}");
        if (result.GitProblem is { } problemOfGit)
            talk.WriteLine($"note: its references were not checked: {VisibleText.OfLine(problemOfGit)}");
        foreach (var finding in result.Findings)
            talk.WriteLine($"{finding.Severity.ToString().ToLowerInvariant()}: {finding.File}:{finding.Range.Line} {finding.Rule.Id} {VisibleText.OfLine(finding.Message)}");
    }

    /// <summary>Delivers a handoff that was accepted, and says when no worktree of the recipient's name exists yet.</summary>
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

    /// <summary>Says that no worktree of the recipient's name exists yet.</summary>
    public static string Waits(Address address) => $"note: no worktree is called '{address.Place.Recipient}'; the handoff waits until one exists";
}
