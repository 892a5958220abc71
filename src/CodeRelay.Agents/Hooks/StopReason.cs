using CodeRelay.Analysis;
using CodeRelay.Documents;
using CodeRelay.Formats;
using CodeRelay.Git;
using CodeRelay.Packets;
using CodeRelay.Text;

namespace CodeRelay.Agents.Hooks;

/// <summary>Phrases an objection: the changes, the open questions of the five, the findings, the remedy.</summary>
internal static class StopReason
{
    /// <summary>The longest reason, in characters.</summary>
    public const int Limit = 1000;

    private const string Request =
        "Before stopping, bring it up to date in less than a page: the current goal in one sentence, what is still in progress, the next 3 concrete steps, the files that matter most, bugs and blockers. What was done belongs in git log.";

    private static readonly (SectionKind Kind, string Question)[] Questions =
    [
        (SectionKind.Goal, "current goal"),
        (SectionKind.InProgress, "in progress"),
        (SectionKind.Next, "next steps"),
        (SectionKind.Files, "files that matter"),
        (SectionKind.Blockers, "blockers"),
    ];

    // The work and the questions have sentences of their own.
    private static readonly RuleArea[] AreasCoveredElsewhere = [RuleArea.Freshness, RuleArea.Completeness];

    /// <param name="objection">The objection.</param>
    /// <param name="check">Gives the findings about the packet; on failure they are left out.</param>
    public static string Of(StopObjection objection, Func<AnalysisResult> check)
    {
        var facts = new List<string> { Opening(objection) };
        try
        {
            facts.AddRange(Findings(check(), objection.Handoff));
        }
        catch (Exception e) when (e is GitException or ConfigurationException or IOException or UnauthorizedAccessException)
        {
            // The reminder is complete without them.
        }

        var room = Limit - Request.Length - 1;
        return $"{Clipping.TruncateWithin(string.Join(' ', facts), room)} {Request}";
    }

    private static string Opening(StopObjection objection)
    {
        if (objection.Work is not { } work)
            return $"{objection.Handoff} was last changed {(int)objection.Age!.Value.TotalMinutes} minutes ago.";
        var parts = new[]
        {
            Count("commit", [.. work.CommitsOfWork.Select(commit => $"{commit.ShortId} {OneLine.Clip(commit.Subject, 60)}")], shown: 3),
            Count("uncommitted file", [.. work.Files.Select(file => OneLine.Clip(file.Path, 80))], shown: 5),
        };
        return $"{objection.Handoff} does not mention what this session changed: {string.Join("; ", parts.OfType<string>().DefaultIfEmpty($"HEAD moved from {Short(work.Begin.Head)} to {Short(work.Now.Head)}"))}.";
    }

    private static string Short(string? commit) => commit is null ? "nothing" : commit[..Math.Min(7, commit.Length)];

    private static IEnumerable<string> Findings(AnalysisResult result, string handoff)
    {
        var document = result.Input.Packets.FirstOrDefault(packet => packet.Handoff.Path == handoff)?.Handoff;
        var open = document is null ? [] : Questions.Where(question => IsOpen(document, question.Kind)).Select(question => question.Question).ToList();
        if (open.Count > 0)
            yield return $"Not answered in it: {string.Join(", ", open)}.";

        var found = result.Findings.Where(finding => !AreasCoveredElsewhere.Contains(finding.Rule.Area)).OrderByDescending(finding => finding.Severity);
        if (Count("finding", [.. found.Select(finding => $"{finding.File}:{finding.Range.Line} {finding.Rule.Id} {OneLine.Clip(finding.Message, 90)}")], shown: 3) is { } findings)
            yield return $"The check has {findings}.";
    }

    // Text left from the template is no answer.
    private static bool IsOpen(Document document, SectionKind kind) => PacketAnswers.Of(document) is var answers && !answers.IsCleared
        && answers.About(kind).State switch
        {
            AnswerState.Unfilled => true,
            AnswerState.Missing => !document.BlocksAbout(kind).Any(),
            _ => false,
        };

    private static string? Count(string noun, IReadOnlyList<string> items, int shown) => items.Count == 0
        ? null
        : $"{EnumNames.Count(items.Count, noun)} ({string.Join(", ", items.Take(shown))}{(items.Count > shown ? ", …" : "")})";
}
