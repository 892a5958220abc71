using System.Text.RegularExpressions;
using CodeRelay.Documents;
using CodeRelay.Evidence;
using CodeRelay.Git;

namespace CodeRelay.Analysis;

/// <summary>Runs the enabled rules over the input.</summary>
public static class Analyzer
{
    // Fewer documents are parsed before a thread has started.
    private const int FewestPrefetched = 16;

    // Not ThenBy: the first generic virtual call costs a native executable two milliseconds.
    private static readonly Comparer<Finding> ByPlace = Comparer<Finding>.Create(static (a, b) =>
        string.CompareOrdinal(a.File, b.File) is not 0 and var byFile ? byFile
        : (a.Range.Line, a.Range.Column).CompareTo((b.Range.Line, b.Range.Column)) is not 0 and var byRange ? byRange
        : string.CompareOrdinal(a.Rule.Id, b.Rule.Id));

    /// <summary>Runs every rule that the configuration leaves enabled.</summary>
    /// <param name="input">The documents and settings.</param>
    /// <param name="catalog">The available rules.</param>
    /// <param name="baseline">Findings that are already known.</param>
    /// <exception cref="ConfigurationException">The configuration names a rule that is not in the catalog.</exception>
    /// <exception cref="GitException">Git could not answer a question that a rule asked.</exception>
    public static AnalysisResult Run(AnalysisInput input, IReadOnlyList<Rule> catalog, Baseline? baseline = null)
    {
        var severities = new SeverityMap(input.Repository, input.Configuration, catalog);
        // What a fault of the settings weighs depends on its file, which is known only when it is found.
        var rules = catalog.Where(rule => input.Runs(rule) && (rule is SetupRule || input.Documents.Any(document => severities.Of(rule.Info, document.Path) != Severity.Off))).ToArray();
        Prefetch(input.Documents);
        Prefetch(input, rules.Aggregate(input.AlsoNeeds, (facts, rule) => facts | rule.Info.Needs));

        var found = new List<Finding>();
        // Findings that the branch did not cause are dropped later, so a rule cannot know when it has enough.
        var limit = new FindingLimit(input.MostFindings, input.Since is null ? baseline?.Fingerprints.Count ?? 0 : int.MaxValue);
        var context = new RuleContext(input, new EvidenceStore(input.Repository, input.Documents, input.Since?.MergeBase), found, limit);
        var notes = new List<string>();
        // The rules that need no git run while git works.
        foreach (var rule in rules.OrderBy(rule => rule.Info.Needs))
            Check(rule, context, notes);

        var documents = input.Documents.DistinctBy(document => document.Path).ToDictionary(document => document.Path);
        var weighed = found.Where(finding => documents.ContainsKey(finding.File) || finding.Rule.Area == RuleArea.Setup)
            .Select(finding => finding with { Severity = SeverityOf(finding, severities) }).Where(finding => finding.Severity != Severity.Off).ToArray();
        var identified = Fingerprint.Assign(weighed.Where(finding => !IsSaidBetter(finding, weighed)).Order(ByPlace), path => documents.TryGetValue(path, out var document) ? document.Text : input.Repository.ReadText(path));
        // Fingerprints are assigned before anything is left out, so that a finding has the same one in every run.
        if (input.Since is { } branch)
            identified = [.. identified.Where(branch.Caused)];
        var suppressions = new SuppressionIndex(documents.Values.SelectMany(Suppressions.Read));
        var visible = identified.Where(finding => !suppressions.Covers(finding)).ToArray();
        var fresh = visible.Where(finding => baseline?.Fingerprints.Contains(finding.Fingerprint) != true).ToArray();
        var (listed, unlisted) = limit.Cut(fresh);
        return new AnalysisResult(input, listed, identified.Count - visible.Length, visible.Length - fresh.Length, [.. Notes(input), .. notes]) { Unlisted = unlisted };
    }

    private static bool IsSaidBetter(Finding finding, Finding[] all) =>
        finding.Rule.YieldsTo.Length > 0 && Array.Exists(all, other => other.Rule.Id == finding.Rule.YieldsTo && other.File == finding.File && other.Range == finding.Range);

    // Starts at the end, since the rules start at the beginning. A reader of a document waits for it, and gets the exception it threw.
    private static void Prefetch(IReadOnlyList<Document> documents)
    {
        if (documents.Count < FewestPrefetched)
            return;
        var left = documents.Count;
        var read = () =>
        {
            while (Interlocked.Decrement(ref left) is >= 0 and var next)
                TryRead(documents[next]);
        };
        for (var core = 1; core < Environment.ProcessorCount; core++)
            _ = Task.Factory.StartNew(read, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
    }

    private static void TryRead(Document document)
    {
        try
        {
            _ = (document.Mentions.Count, document.Statements.Count);
        }
        catch (RegexMatchTimeoutException)
        {
            // A rule that needs this document catches the exception itself.
        }
    }

    // Each fact is a process of its own, so all of them together cost as much as the slowest one. This thread does not wait: a reader of a
    // fact waits for it, or gets its exception, and until then the documents are parsed. Dedicated threads, since the pool starts with only
    // as many as there are cores.
    private static void Prefetch(AnalysisInput input, Facts facts)
    {
        if (input.Repository.Git is null)
            return;
        if (facts.HasFlag(Facts.WorkingTree))
            input.Repository.ExpectWorkingTree();
        Ask([.. Questions(input, facts)], first: 0);
    }

    // Starting a thread blocks until it runs, so each thread starts the next.
    private static void Ask(Action[] questions, int first)
    {
        if (first == questions.Length)
            return;
        var thread = () =>
        {
            Ask(questions, first + 1);
            questions[first]();
        };
        _ = Task.Factory.StartNew(thread, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
    }

    private static IEnumerable<Action> Questions(AnalysisInput input, Facts facts)
    {
        var repository = input.Repository;
        // The slowest first.
        if (facts.HasFlag(Facts.RecentHistory))
            yield return () => _ = repository.History.Recent;
        foreach (var packet in facts.HasFlag(Facts.PacketHistory) ? input.Packets : [])
            yield return () => _ = repository.History.LastChange(packet.Handoff.Path);
        if (facts.HasFlag(Facts.Head) && !facts.HasFlag(Facts.WorkingTree))
            yield return () => _ = repository.Head;
        if (facts.HasFlag(Facts.WorkingTree))
            yield return () => _ = repository.WorkingTree;
        if (facts.HasFlag(Facts.Files) && repository.AsksGitForFiles)
            yield return () => _ = repository.Files;
    }

    private static Severity SeverityOf(Finding finding, SeverityMap severities)
    {
        var configured = severities.Of(finding.Rule, finding.File);
        return finding.Ceiling is { } ceiling && ceiling < configured ? ceiling : configured;
    }

    // A text made to be slow disables the rule that timed out on it, never the run.
    private static void Check(Rule rule, RuleContext context, List<string> notes)
    {
        try
        {
            rule.Check(context);
        }
        catch (RegexMatchTimeoutException)
        {
            notes.Add($"{rule.Info.Id}: gave up, because one line takes too long to check");
        }
    }

    private static IEnumerable<string> Notes(AnalysisInput input)
    {
        if (input.Since is { } branch)
            yield return $"only changes since {branch.MergeBase[..7]}, where HEAD branched off {branch.Reference}, are checked";
        foreach (var document in input.Documents)
        {
            if (document.Text.IsTruncated)
                yield return $"{document.Path}: only the first {document.Text.Content.Length:N0} characters were read";
            if (document.IsTooDeep)
                yield return $"{document.Path}: Markdown is nested too deeply, or has too many marks that are never closed; each line was read as a paragraph";
        }
    }
}
