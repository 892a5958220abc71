using System.Text.RegularExpressions;
using CodeRelay.Analysis;
using CodeRelay.Documents;
using CodeRelay.Git;
using CodeRelay.Packets;
using CodeRelay.Text;

namespace CodeRelay.Rules.Freshness;

/// <summary>A commit or log entry newer than the packet reports a next step as done.</summary>
internal sealed partial class RLY1004NextStepAlreadyDone : Rule
{
    private const float SmallestShare = 0.52f;
    private const float SmallestShareOfWords = 0.38f;
    private const float SmallestShareWithoutVerb = 0.65f;
    private const int FewestRare = 3;
    private const int LongestQuote = 80;

    public override RuleInfo Info { get; } = new("RLY1004", "next-step-already-done", Severity.Warning, "a next step was done after the packet was written")
    {
        NoFix = "a person has to read the later work to see whether anything is left of the step",
        Needs = Facts.Head | Facts.WorkingTree | Facts.Files | Facts.PacketHistory,
    };

    internal override void Check(RuleContext context)
    {
        if (context.Repository.Git is null)
            return;
        foreach (var packet in context.Packets)
        {
            var work = context.Evidence.Freshness.Since(packet.Handoff);
            if (work.IsEdited || work.IsBeyondHistory || work.Base is not { } since || work.Commits.Count == 0)
                continue;
            foreach (var document in packet.Documents)
                Check(document, since, context);
        }
    }

    private void Check(Document document, string last, RuleContext context)
    {
        var steps = OpenSteps.Of(document).ToArray();
        if (steps.Length == 0 || context.Repository.WorkingTree.Changes.Any(change => change.Path == document.Path))
            return;
        // The file's author knew the commits before the file's own last change.
        var commits = context.Repository.History.Since(last).TakeWhile(commit => !commit.Paths.Contains(document.Path)).ToArray();
        if (commits.Length == 0)
            return;
        var since = commits.Length == context.Repository.History.Since(last).Count ? last : $"{commits[^1].Id}^";
        var reports = new LaterReports(context.Repository, since, commits, context.Evidence.Query);
        foreach (var step in steps)
        {
            if (Closing(step, commits) is { } closing)
                Report(step, $"{closing.ShortId} \"{Clipping.Truncate(closing.Subject, LongestQuote)}\"", new EvidenceItem(EvidenceKind.Commit, closing.ShortId, closing.Subject), context);
            else if (context.Evidence.Query.Of(step.Block) is [var assertion] && reports.Find(assertion) is { } match && !IsRunAgain(step) && IsDone(step, match, commits))
                Report(step, match, context);
        }
    }

    private static bool IsDone(Statement step, LaterReports.Match match, Commit[] commits)
    {
        var said = match.Report.Lines[Math.Clamp(match.Line, 0, match.Report.Lines.Count - 1)].Text;
        var asked = StepVerbs.Asked(step.Opening);
        var subject = match.Report.Commit is { } commit ? commit.Subject : said;
        if (match.RareCount < FewestRare || match.Share < SmallestShareOfWords || match.ShareWithPaths < (asked == StepAction.None ? SmallestShareWithoutVerb : SmallestShare))
            return false;
        return asked != StepAction.Decide && StepVerbs.Fit(asked, StepVerbs.Named($"{subject} {said}")) && !StepVerbs.IsUnfinished(subject) && !StepVerbs.IsUnfinished(said) && !IsReverted(match.Report.Commit, commits);
    }

    // "Verify with `make check`" applies after each change, however often it ran before.
    private static bool IsRunAgain(Statement step) => StepVerbs.Asked(step.Opening) == StepAction.Check && step.Block.Document.MentionsIn(step.Block).Any(mention => mention.Kind == MentionKind.Command);

    private static bool IsReverted(Commit? commit, Commit[] commits) =>
        commit is not null && Array.Exists(commits, other => other.Subject.StartsWith("Revert ", StringComparison.Ordinal) && other.Subject.Contains(commit.Subject, StringComparison.Ordinal));

    // A commit with "Fixes #12" names the issue that it closes.
    private static Commit? Closing(Statement step, Commit[] commits)
    {
        var issues = Issue().Matches(step.Opening).Select(match => match.Value).ToArray();
        return issues is not [var only] ? null : Array.Find(commits, commit => !IsReverted(commit, commits) && Closes().Matches($"{commit.Subject}\n{commit.Body}").Any(match => match.Groups["issue"].Value == only));
    }

    private void Report(Statement step, LaterReports.Match match, RuleContext context)
    {
        if (match.Report.Commit is { } commit)
        {
            Report(step, $"{commit.ShortId} \"{Clipping.Truncate(commit.Subject, LongestQuote)}\"", new EvidenceItem(EvidenceKind.Commit, commit.ShortId, commit.Subject), context);
            return;
        }

        var (number, text) = match.Report.Lines[Math.Clamp(match.Line, 0, match.Report.Lines.Count - 1)];
        var reference = $"{match.Report.Path}:{number}";
        Report(step, $"{reference} \"{Clipping.Truncate(text.Trim(), LongestQuote)}\"", new EvidenceItem(EvidenceKind.Document, reference, text.Trim()), context);
    }

    private void Report(Statement step, string source, EvidenceItem evidence, RuleContext context) =>
        context.Report(this, step.Block.Document, step.Start, step.End, $"this step looks done: {source} is newer than the packet; delete the step, or say what is left of it", [evidence]);

    [GeneratedRegex(@"(?<![\w/])#\d+\b", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Issue();

    [GeneratedRegex(@"\b(?:close[sd]?|fix(?:e[sd])?|resolve[sd]?)\s*:?\s+(?<issue>#\d+)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Closes();
}

/// <summary>The open steps of a packet: the next steps of HANDOFF.md, and the tasks in progress or next in TASKS.md.</summary>
internal static class OpenSteps
{
    /// <summary>The steps that are a single statement; a step with nested items is about more than its first line.</summary>
    public static IEnumerable<Statement> Of(Document document) => document.Kind switch
    {
        DocumentKind.Handoff => NextSteps.Of(PacketAnswers.Of(document)).Where(step => step.Count == 1).Select(step => step[0]).Where(IsStep),
        DocumentKind.Tasks => document.Statements.Where(statement => statement.Block.CheckBox is CheckBox.Open or CheckBox.InProgress
            || statement.Block.CheckBox == CheckBox.None && statement.Block.Section.Kind is SectionKind.Next or SectionKind.InProgress).Where(IsStep),
        _ => [],
    };

    // A paragraph of several labelled lines is one assertion, and not a step.
    private static bool IsStep(Statement statement) =>
        statement.Block.Kind is BlockKind.ListItem or BlockKind.TableRow or BlockKind.Paragraph && statement.End == statement.Block.End && !statement.IsStruck && !Specificity.IsVague(statement) && statement.Block.CheckBox is not (CheckBox.Done or CheckBox.Blocked);
}
