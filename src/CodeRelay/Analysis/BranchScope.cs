using System.Globalization;
using System.Text.RegularExpressions;
using CodeRelay.Documents;
using CodeRelay.Git;

namespace CodeRelay.Analysis;

/// <summary>
/// The changes of a branch since its merge base with another one: the lines it added to the checked documents, its commits, and the files it changed,
/// uncommitted changes included. Costs two processes, and one more for the commits when a finding needs them; nothing is checked out.
/// </summary>
public sealed partial class BranchScope
{
    // The freshness rules that later work triggers; the others are about the text itself.
    private static readonly string[] RulesAboutWork = ["RLY1001", "RLY1002", "RLY1004"];

    // These rules measure a whole file, so every added line contributes; the other budgets measure a section.
    private static readonly string[] RulesAboutSize = ["RLY2001", "RLY2002", "RLY2003", "RLY2006"];

    private readonly Repository _repository;
    private readonly IReadOnlyList<Document> _documents;
    private readonly Lazy<IReadOnlyDictionary<string, Changes>> _lines;
    private readonly Lazy<IReadOnlyList<Commit>> _commits;
    private readonly Lazy<IReadOnlySet<string>> _paths;

    private BranchScope(Repository repository, IReadOnlyList<Document> documents, string reference, string mergeBase)
    {
        _repository = repository;
        _documents = documents;
        Reference = reference;
        MergeBase = mergeBase;
        _lines = new(ReadLines);
        _commits = new(() => repository.History.Since(mergeBase));
        _paths = new(() => _commits.Value.SelectMany(commit => commit.Paths).Concat(repository.WorkingTree.Changes.Select(change => change.Path)).ToHashSet(StringComparer.Ordinal));
    }

    /// <summary>The other branch, as it was named.</summary>
    public string Reference { get; }

    /// <summary>The merge base: the commit where both branches parted.</summary>
    public string MergeBase { get; }

    /// <summary>The changes of a branch to a document.</summary>
    /// <param name="Added">1-based lines that it added or changed.</param>
    /// <param name="AddedCount">The number of added or changed lines.</param>
    /// <param name="RemovedCount">The number of removed or changed lines.</param>
    /// <param name="IsNew">True when the document did not exist before.</param>
    private sealed record Changes(IReadOnlySet<int> Added, int AddedCount, int RemovedCount, bool IsNew);

    /// <summary>Finds the merge base of HEAD and another branch.</summary>
    /// <param name="repository">The repository of both.</param>
    /// <param name="documents">The checked documents.</param>
    /// <param name="reference">A branch, tag or commit.</param>
    /// <exception cref="UnknownReferenceException">There is no such commit.</exception>
    /// <exception cref="NoMergeBaseException">HEAD and the reference have no commit in common, as far as the clone reaches.</exception>
    public static BranchScope Find(Repository repository, IReadOnlyList<Document> documents, string reference)
    {
        if (repository.Git is null || reference.Length == 0 || reference[0] == '-')
            throw new UnknownReferenceException(reference);
        var found = repository.Git.Run("merge-base", reference, "HEAD");
        return found.ExitCode switch
        {
            0 => new BranchScope(repository, documents, reference, found.Text.Split('\n')[0]),
            1 => throw new NoMergeBaseException(reference, repository.IsShallow),
            _ => throw new UnknownReferenceException(reference),
        };
    }

    /// <summary>True when the branch caused a finding: it wrote the line, or its changes made the line wrong.</summary>
    public bool Caused(Finding finding) => WroteLines(finding) || MadeWrong(finding);

    private bool WroteLines(Finding finding)
    {
        if (!_lines.Value.TryGetValue(finding.File, out var changes))
            return false;
        return changes.IsNew || Enumerable.Range(finding.Range.Line, finding.Range.LastLine - finding.Range.Line + 1).Any(changes.Added.Contains)
            || RulesAboutSize.Contains(finding.Rule.Id) && changes.AddedCount > changes.RemovedCount
            || finding.Rule.Area == RuleArea.Completeness && changes.RemovedCount > 0;
    }

    private bool MadeWrong(Finding finding)
    {
        if (RulesAboutWork.Contains(finding.Rule.Id))
            return finding.Rule.Id != "RLY1004" || finding.Evidence.Any(IsOfBranch);
        return finding.Rule.Area is RuleArea.References or RuleArea.Consistency or RuleArea.Setup && finding.Evidence.Any(IsOfBranch) || IsInChangedSettings(finding);
    }

    // A hook can be missing as well as wrong, so that of a settings file any change counts.
    private bool IsInChangedSettings(Finding finding) => finding.Rule.Area == RuleArea.Setup && _documents.All(document => document.Path != finding.File)
        && (_paths.Value.Contains(finding.File) || _repository.WorkingTree.Changes.Any(change => change.Path.EndsWith('/') && finding.File.StartsWith(change.Path, StringComparison.Ordinal)));

    private bool IsOfBranch(EvidenceItem evidence)
    {
        if (evidence.Kind == EvidenceKind.Commit)
            return _commits.Value.Any(commit => commit.Id.StartsWith(evidence.Reference, StringComparison.Ordinal));
        if (evidence.Kind is not (EvidenceKind.Path or EvidenceKind.Manifest or EvidenceKind.Document))
            return false;
        if (evidence.Reference.LastIndexOf(':') is > 0 and var colon && int.TryParse(evidence.Reference.AsSpan(colon + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var line))
            return _lines.Value.TryGetValue(evidence.Reference[..colon], out var changes) ? changes.Added.Contains(line) : _paths.Value.Contains(evidence.Reference[..colon]);
        // "any package.json"
        return evidence.Reference.StartsWith("any ", StringComparison.Ordinal)
            ? _paths.Value.Any(path => path == evidence.Reference[4..] || path.EndsWith("/" + evidence.Reference[4..], StringComparison.Ordinal))
            : _paths.Value.Contains(evidence.Reference);
    }

    private Dictionary<string, Changes> ReadLines()
    {
        var lines = _documents.Select(document => document.Path).Where(path => !_repository.Files.Contains(path)).Distinct(StringComparer.Ordinal)
            .ToDictionary(path => path, _ => new Changes(new HashSet<int>(), 0, 0, IsNew: true), StringComparer.Ordinal);
        var tracked = _documents.Select(document => document.Path).Where(path => !lines.ContainsKey(path)).Distinct(StringComparer.Ordinal).ToArray();
        if (tracked.Length == 0)
            return lines;
        var difference = _repository.Git!.Run(["diff", "--no-ext-diff", "--no-textconv", "--no-color", "--no-renames", "--unified=0", MergeBase, "--", .. tracked]);
        if (!difference.Succeeded)
            throw new GitException(difference.Error.Split('\n')[0]);
        foreach (var file in difference.Text.Split("\ndiff --git ").Where(file => file.Length > 0))
        {
            // Git ends the line with a tab when the file name contains a space.
            if (NewPath().Match(file) is not { Success: true } path)
                continue;
            var hunks = Hunk().Matches(file).Select(hunk => (Start: Number(hunk.Groups["start"], 1), Count: Number(hunk.Groups["count"], 1), Removed: Number(hunk.Groups["removed"], 1))).ToArray();
            lines[path.Groups["path"].Value.TrimEnd('\t', '\r')] = new Changes(hunks.SelectMany(hunk => Enumerable.Range(hunk.Start, hunk.Count)).ToHashSet(), hunks.Sum(hunk => hunk.Count), hunks.Sum(hunk => hunk.Removed), file.Contains("\n--- /dev/null\n", StringComparison.Ordinal));
        }

        return lines;
    }

    private static int Number(Group group, int none) => group.Success ? int.Parse(group.ValueSpan, CultureInfo.InvariantCulture) : none;

    [GeneratedRegex(@"^\+\+\+ b/(?<path>[^\n]+)$", RegexOptions.Multiline | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex NewPath();

    [GeneratedRegex(@"^@@ -\d+(?:,(?<removed>\d+))? \+(?<start>\d+)(?:,(?<count>\d+))? @@", RegexOptions.Multiline | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Hunk();
}

/// <summary>HEAD and another commit have no common ancestor, as far as the clone reaches.</summary>
/// <param name="reference">The other commit, as it was named.</param>
/// <param name="isShallow">True when the clone is shallow, so that fetching more history may find an ancestor.</param>
public sealed class NoMergeBaseException(string reference, bool isShallow)
    : Exception(isShallow
        ? $"the clone is too shallow to show where HEAD branched off '{reference}'; run `git fetch --unshallow`, or set fetch-depth: 0 in CI"
        : $"HEAD and '{reference}' have no commit in common, so there are no changes to check since then; name a reference that shares history with HEAD");

/// <summary>A branch, tag or commit that git does not know.</summary>
/// <param name="reference">As it was named.</param>
public sealed class UnknownReferenceException(string reference) : Exception($"reference '{reference}' does not exist in this clone; valid is a branch, tag or commit, such as origin/main after `git fetch`");
