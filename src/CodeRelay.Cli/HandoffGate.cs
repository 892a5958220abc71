using CodeRelay.Analysis;
using CodeRelay.Formats;
using CodeRelay.Relay;
using CodeRelay.Workspace;

namespace CodeRelay.Cli;

/// <summary>What stands between a handoff and the one who gets it.</summary>
internal static class HandoffGate
{
    /// <summary>Says what is wrong with a handoff: its own shape first, what the rules say of it then.</summary>
    /// <param name="draft">The handoff; what was overruled is noted in it.</param>
    /// <param name="configuration">What coderelay.yml says.</param>
    /// <param name="isForced">True to overrule what would refuse it.</param>
    /// <returns>False when it must not be written.</returns>
    public static bool IsAcceptable(ref HandoffDraft draft, Configuration configuration, bool isForced)
    {
        var problems = draft.Problems.ToList();
        foreach (var problem in problems)
            Terminal.Error.WriteLine($"error: {problem}");
        var findings = Findings(draft, configuration);
        foreach (var finding in findings)
            Terminal.Error.WriteLine($"{finding.Severity.ToString().ToLowerInvariant()}: {finding.File}:{finding.Range.Line} {finding.Rule.Id} {VisibleText.OfLine(finding.Message)}");
        var errors = findings.Where(finding => finding.Severity == Severity.Error).Select(finding => finding.Rule.Id).Distinct().ToList();
        if (problems.Count + errors.Count == 0)
            return true;
        if (!isForced)
        {
            Terminal.Error.WriteLine("the handoff was not written; mend the text, or send it as it is with --force");
            return false;
        }

        draft = draft with { Forced = [.. problems.Count > 0 ? new[] { "no-next-action" } : [], .. errors] };
        return true;
    }

    // A message that waits for git is a message that is lost.
    private static IReadOnlyList<Finding> Findings(HandoffDraft draft, Configuration configuration)
    {
        try
        {
            return HandoffCheck.Run(draft.Station.Repository, configuration, draft.Body, draft.GivenFields);
        }
        catch (GitException e)
        {
            Terminal.Error.WriteLine($"note: what it refers to was not looked up: {VisibleText.OfLine(e.Message)}");
            return HandoffCheck.RunWithoutGit(draft.Station.Repository, configuration, draft.Body, draft.GivenFields);
        }
    }
}
