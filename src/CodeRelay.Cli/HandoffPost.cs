using System.Text.Json;
using CodeRelay.Analysis;
using CodeRelay.Formats;
using CodeRelay.Relay;
using CodeRelay.Workspace;

namespace CodeRelay.Cli;

/// <summary>The way of a handoff from its text into the inbox, whoever asks for it.</summary>
internal static class HandoffPost
{
    /// <summary>Judges the text: its own shape first, what the rules say of it then. What is overruled is noted in the draft.</summary>
    /// <param name="draft">What is to be sent.</param>
    /// <param name="configuration">What coderelay.yml says of the rules.</param>
    /// <param name="isForced">Errors do not refuse it.</param>
    /// <param name="talk">Where everything is said that was found.</param>
    public static bool IsAcceptable(ref HandoffDraft draft, Configuration configuration, bool isForced, TextWriter talk)
    {
        var problems = draft.Problems.ToList();
        foreach (var problem in problems)
            talk.WriteLine($"error: {problem}");
        var findings = Findings(draft, configuration, talk);
        foreach (var finding in findings)
            talk.WriteLine($"{finding.Severity.ToString().ToLowerInvariant()}: {finding.File}:{finding.Range.Line} {finding.Rule.Id} {VisibleText.OfLine(finding.Message)}");
        var errors = findings.Where(finding => finding.Severity == Severity.Error).Select(finding => finding.Rule.Id).Distinct().ToList();
        if (problems.Count + errors.Count == 0)
            return true;
        if (!isForced)
            return false;
        draft = draft with { Forced = [.. problems.Count > 0 ? new[] { "no-next-action" } : [], .. errors] };
        return true;
    }

    // A message that waits for git is a message that is lost.
    private static IReadOnlyList<Finding> Findings(HandoffDraft draft, Configuration configuration, TextWriter talk)
    {
        try
        {
            return HandoffCheck.Run(draft.Station.Repository, configuration, draft.Body, draft.GivenFields);
        }
        catch (GitException e)
        {
            talk.WriteLine($"note: its references were not checked: {VisibleText.OfLine(e.Message)}");
            return HandoffCheck.RunWithoutGit(draft.Station.Repository, configuration, draft.Body, draft.GivenFields);
        }
    }

    /// <summary>Writes a composed handoff into the inbox.</summary>
    /// <exception cref="MissingEnvironmentException">It cannot be written there.</exception>
    public static WrittenHandoff Write(Address address, string fileName, string text)
    {
        try
        {
            return HandoffWriter.Write(address, fileName, text);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new MissingEnvironmentException($"the handoff was not written to {address.Place.Unread}: {e.Message.TrimEnd('.')}; free disk space or make the directory writable, or choose another inbox with AGENT_HANDOFF_ROOT");
        }
    }

    /// <summary>Writes `coderelay/handoff/1`.</summary>
    /// <param name="json">Where to.</param>
    /// <param name="recipient">Who gets it.</param>
    /// <param name="sentinel">What the receiver will repeat.</param>
    /// <param name="kind">`path`, or `ref` on a remote.</param>
    /// <param name="target">Where it is.</param>
    public static void WriteJson(Utf8JsonWriter json, string recipient, string sentinel, string kind, string target)
    {
        json.WriteStartObject();
        json.WriteString("schema", "coderelay/handoff/1");
        json.WriteString(kind, target);
        json.WriteString("to", recipient);
        json.WriteString("sentinel", sentinel);
        json.WriteEndObject();
    }
}
