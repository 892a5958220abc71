using System.Text.RegularExpressions;
using CodeRelay.Documents;
using CodeRelay.Evidence.References;
using CodeRelay.Git;

namespace CodeRelay.Evidence.Freshness;

/// <summary>
/// Identifies commits that do not make a packet wrong: a few lines changed or moved within files that only its report of finished work names,
/// without removing a name or number that the packet contains. They count as work on other code.
/// </summary>
internal static partial class TrivialCommits
{
    // More commits than this are work, however small each one is.
    private const int MostCommits = 2;
    private const int MostLines = 4;

    private static readonly SectionKind[] Open = [SectionKind.Goal, SectionKind.InProgress, SectionKind.Next, SectionKind.Blockers, SectionKind.Acceptance, SectionKind.Files, SectionKind.Constraints];

    /// <summary>The commits, with lower relevance for trivial ones. Costs one process, and only when one or two commits change files that the packet names.</summary>
    public static IReadOnlyList<WorkCommit> Lower(Repository repository, Document handoff, PathEvidence paths, IReadOnlyList<WorkCommit> commits)
    {
        var named = commits.Where(work => work.Relevance == Relevance.Named).ToArray();
        if (named.Length is 0 or > MostCommits)
            return commits;
        var open = new PacketScope(handoff, handoff.Mentions.Where(mention => IsOpen(mention.Block)), paths);
        if (named.Any(work => work.Commit.Paths.Any(path => open.Of(path) == Relevance.Named)))
            return commits;
        var patches = repository.Git!.Run(["log", "--no-walk=unsorted", "--no-show-signature", "--format=%x1e%H", "-p", "-U0", "--no-ext-diff", "--no-textconv", "--no-color", "--no-renames", .. named.Select(work => work.Commit.Id)]).Text.Split(CommitRecords.Separator);
        var words = WordsIn(handoff.Text.Content);
        var trivial = named.Where(work => Array.Exists(patches, patch => patch.StartsWith(work.Commit.Id, StringComparison.Ordinal) && IsTrivial(patch, words))).ToHashSet();
        return trivial.Count == 0 ? commits : [.. commits.Select(work => trivial.Contains(work) ? work with { Relevance = Relevance.Other } : work)];
    }

    // The text under the title describes the packet's topic.
    private static bool IsOpen(Block block) => block.Section.Level <= 1 || Open.Contains(block.SectionKind) || Open.Contains(block.Section.Kind);

    private static bool IsTrivial(string patch, HashSet<string> words)
    {
        var count = 0;
        foreach (var file in patch.Split("\ndiff --git ").Skip(1))
        {
            // From the first hunk on, so that the lines with the file's name do not count.
            var lines = file.Split('\n').SkipWhile(line => !line.StartsWith("@@ ", StringComparison.Ordinal)).ToArray();
            var removed = lines.Where(line => line.StartsWith('-')).ToArray();
            var added = lines.Where(line => line.StartsWith('+')).ToArray();
            var kept = added.SelectMany(WordsIn).ToHashSet(StringComparer.Ordinal);
            count += added.Length;
            if (removed.Length != added.Length || removed.SelectMany(WordsIn).Any(word => words.Contains(word) && !kept.Contains(word)))
                return false;
        }

        return count is > 0 and <= MostLines;
    }

    private static HashSet<string> WordsIn(string text) => Word().Matches(text).Select(match => match.Value).ToHashSet(StringComparer.Ordinal);

    [GeneratedRegex(@"[\p{L}_][\p{L}\p{N}_]+|\d[\d_.]*", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Word();
}
