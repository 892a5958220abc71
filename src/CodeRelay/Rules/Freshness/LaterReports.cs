using System.Text.RegularExpressions;
using CodeRelay.Evidence.Redundancy;
using CodeRelay.Git;

namespace CodeRelay.Rules.Freshness;

/// <summary>The reports after a packet's last change: commit messages, and lines added to log documents. Finds the report that contains an assertion.</summary>
internal sealed partial class LaterReports
{
    private const int MostCommits = 200;
    private const int MostLogs = 20;
    private const int MostPaths = 40;
    private const int MostLines = 2000;
    private const int Background = 200;

    private readonly List<Report> _reports = [];
    private readonly PassageIndex _messages;
    private readonly PassageIndex _withPaths;

    /// <summary>One commit, or one file with added lines.</summary>
    /// <param name="Commit">The commit, or null for a file.</param>
    /// <param name="Path">The file, or "".</param>
    /// <param name="Lines">The added lines with their numbers, or the lines of the commit message.</param>
    public sealed record Report(Commit? Commit, string Path, IReadOnlyList<(int Number, string Text)> Lines);

    /// <summary>The containment of an assertion in a report.</summary>
    /// <param name="Report">The report.</param>
    /// <param name="Line">The best line, as an index into the report's lines.</param>
    /// <param name="Share">The share that the words contain, 0 to 1.</param>
    /// <param name="ShareWithPaths">The same, including the paths that the commit changed.</param>
    /// <param name="RareCount">The number of rare terms found.</param>
    public sealed record Match(Report Report, int Line, float Share, float ShareWithPaths, int RareCount);

    /// <param name="repository">The repository of the packet.</param>
    /// <param name="since">The commit of the packet's last change.</param>
    /// <param name="commits">The later commits, newest first, with their paths.</param>
    /// <param name="query">The assertions to look up.</param>
    public LaterReports(Repository repository, string since, IReadOnlyList<Commit> commits, TextQuery query)
    {
        var messages = new PassageWriter(query.Vocabulary);
        var withPaths = new PassageWriter(query.Vocabulary);
        foreach (var commit in commits.Take(MostCommits).Where(commit => !IsAutomatic(commit.Subject)))
            Add(new Report(commit, "", [.. $"{commit.Subject}\n\n{commit.Body}".Split('\n').Select((line, i) => (i + 1, line))]), commit.Paths.Count <= MostPaths ? string.Join(' ', commit.Paths) : "", messages, withPaths);
        var logs = commits.SelectMany(commit => commit.Paths).Where(path => Log().IsMatch(path)).Distinct(StringComparer.Ordinal).Take(MostLogs).ToArray();
        foreach (var report in AddedLines(repository, since, logs))
            Add(report, "", messages, withPaths);
        _messages = new PassageIndex([messages], query.All, query.Vocabulary.Count, Background);
        _withPaths = new PassageIndex([withPaths], query.All, query.Vocabulary.Count, Background);
    }

    /// <summary>The report with the highest containment, or null when none contains any of the assertion.</summary>
    public Match? Find(Assertion assertion)
    {
        var words = _messages.Cover(assertion, longestChain: 1);
        if (words.Passages is not [var best, ..])
            return null;
        var report = _reports[best.Source];
        var all = _withPaths.Cover(assertion, longestChain: 1);
        return new Match(report, best.Line - 1, words.Share, all.Passages is [var first, ..] && first.Source == best.Source ? Math.Max(words.Share, all.Share) : words.Share, words.RareCount);
    }

    private void Add(Report report, string paths, PassageWriter messages, PassageWriter withPaths)
    {
        var text = string.Join('\n', report.Lines.Select(line => line.Text));
        messages.AddText(_reports.Count, text);
        withPaths.AddText(_reports.Count, paths.Length == 0 ? text : $"{report.Lines[0].Text} {paths}\n{text}");
        _reports.Add(report);
    }

    // Compared with the working tree, since a log may not be committed yet.
    private static IEnumerable<Report> AddedLines(Repository repository, string since, string[] paths)
    {
        if (paths.Length == 0)
            yield break;
        var difference = repository.Git!.Run(["diff", "--no-ext-diff", "--no-textconv", "--no-color", "--no-renames", "-U0", since, "--", .. paths]);
        var (path, number) = ("", 0);
        var lines = new List<(int Number, string Text)>();
        foreach (var line in difference.Succeeded ? difference.Text.Split('\n').Take(MostLines) : [])
        {
            if (line.StartsWith("+++ ", StringComparison.Ordinal))
            {
                if (lines.Count > 0)
                    yield return new Report(null, path, [.. lines]);
                (path, lines) = (line.StartsWith("+++ b/", StringComparison.Ordinal) ? line[6..].TrimEnd('\t') : "", []);
            }
            else if (Hunk().Match(line) is { Success: true } hunk)
                number = int.TryParse(hunk.Groups["line"].Value, out var at) ? at : 0;
            else if (line is ['+', .. var added] && path.Length > 0)
                lines.Add((number++, added.TrimEnd('\r')));
        }

        if (lines.Count > 0)
            yield return new Report(null, path, [.. lines]);
    }

    // Written by a program, so that the words do not describe the work.
    private static bool IsAutomatic(string subject) => Automatic().IsMatch(subject);

    // Whole words of a file name: "build-log.md", "STATUS.md", not "logging.txt".
    [GeneratedRegex(@"^(?:.*/)?(?:[^/]*[^/a-z])?(?:change[-_]?log|changes|history|progress|status|release[-_ ]?notes|releases|(?:work|build|dev|task|session)?[-_]?log|journal|news|done)(?:[^/a-z][^/]*)?\.(?:md|mdx|markdown|rst|adoc|org)$|^(?:.*/)?(?:CHANGELOG|NEWS|HISTORY|CHANGES)(?:\.txt)?$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Log();

    [GeneratedRegex(@"^@@ -\S+ \+(?<line>\d+)", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Hunk();

    [GeneratedRegex(@"^(?:wip:?\s)?(?:auto[- ]?save|checkpoint|snapshot|backup|sync)\b|^wip$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Automatic();
}
