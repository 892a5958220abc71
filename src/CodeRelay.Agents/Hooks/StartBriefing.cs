using System.Text;
using CodeRelay.Agents.Handoffs;
using CodeRelay.Analysis;
using CodeRelay.Files;
using CodeRelay.Formats;
using CodeRelay.Git;

namespace CodeRelay.Agents.Hooks;

/// <summary>The text that an agent gets at session start: where the packet is and how reliable it is. Facts, not instructions.</summary>
internal static class StartBriefing
{
    /// <summary>The longest text, in characters; a reference replaces the rest.</summary>
    public const int Limit = 8000;

    /// <summary>The same next to handoffs, which are more important.</summary>
    public const int LimitBesideHandoffs = 1500;

    private const int MostFindings = 10;

    /// <param name="handoffs">The paths of the HANDOFF.md.</param>
    /// <param name="check">Gives the findings about the packet; on failure they are left out.</param>
    /// <param name="environment">The user's machine, which stores the gate's verdicts.</param>
    /// <param name="limit">The longest text, in characters.</param>
    public static string Of(IReadOnlyList<string> handoffs, Func<AnalysisResult> check, UserEnvironment environment, int limit = Limit)
    {
        var text = new StringBuilder();
        text.Append("This repository carries its state in a handoff packet: ").AppendJoin(", ", handoffs.Take(10)).Append(handoffs.Count > 10 ? ", …" : "").Append(".\n");
        try
        {
            var result = check();
            AppendRefusals(text, result, environment);
            AppendHealth(text, result);
        }
        catch (Exception e) when (e is GitException or ConfigurationException or IOException or UnauthorizedAccessException)
        {
            text.Append("It could not be checked against git and the files: ").Append(e.Message).Append(".\n");
        }

        return text.Length <= limit ? text.ToString() : text.ToString(0, limit - 40) + "…\nThe rest: coderelay check\n";
    }

    // The packet's author has to learn about the rejection.
    private static void AppendRefusals(StringBuilder text, AnalysisResult result, UserEnvironment environment)
    {
        foreach (var packet in result.Input.Packets)
        {
            if (TakeoverState.Load(result.Input.Repository, packet.Handoff, environment) is not { State: TakeoverState.Rejected } refusal)
                continue;
            text.Append($"{packet.Handoff.Path} was refused for a takeover by {OneLine.Clip(refusal.To, 40)} and has not changed since:\n");
            foreach (var reason in refusal.Reasons.Take(MostFindings))
                text.Append($"- {OneLine.Clip(reason, 200)}\n");
        }
    }

    private static void AppendHealth(StringBuilder text, AnalysisResult result)
    {
        text.Append("Files of the packet in reading order: ").AppendJoin(", ", result.Input.Packets.SelectMany(packet => packet.Documents).Select(document => document.Path)).Append($" ({result.Tokens} tokens).\n");
        if (result.Findings.Count == 0)
        {
            text.Append("The check against git and the files found nothing wrong with it.\n");
            return;
        }

        text.Append($"The check found {EnumNames.Count(result.Count(Severity.Error), "error")} and {EnumNames.Count(result.Count(Severity.Warning), "warning")}; the statements it names may no longer be true:\n");
        foreach (var finding in result.Findings.OrderByDescending(finding => finding.Severity).Take(MostFindings))
            text.Append($"- {finding.File}:{finding.Range.Line} {finding.Rule.Id} {OneLine.Clip(finding.Message, 200)}\n");
        if (result.Findings.Count > MostFindings)
            text.Append($"- {result.Findings.Count - MostFindings} more: coderelay check\n");
    }
}
