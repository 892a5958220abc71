using CodeRelay.Analysis;
using CodeRelay.Documents;
using CodeRelay.Evidence.References;
using CodeRelay.Git;

namespace CodeRelay.Rules.Redundancy;

/// <summary>
/// Finds the commits that changed the files which a report of finished work names. The fallback when no commit message contains any of the report:
/// squashed and automatic commits have uninformative subjects, but their paths are evidence.
/// </summary>
internal sealed class ChangedPaths(RuleContext context)
{
    private const int MostCommits = 3;
    private const int FewestPaths = 2;
    private const float SmallestShare = 0.6f;

    private readonly Lazy<IReadOnlyList<Commit>> _commits = new(context.Repository.History.Newest);

    /// <returns>A few commits that changed most of the named files, the one with the most first; empty when there are none.</returns>
    public IReadOnlyList<Commit> Behind(IReadOnlyCollection<Block> report)
    {
        var left = report.SelectMany(block => block.Document.MentionsIn(block)).Where(PathEvidence.IsPath).Select(context.Evidence.Paths.Resolve)
            .Where(resolution => resolution.Match is PathMatch.File or PathMatch.Directory).Select(resolution => resolution.Paths[0]).ToHashSet(StringComparer.Ordinal);
        var all = left.Count;
        var chosen = new List<Commit>();
        while (all >= FewestPaths && left.Count > 0 && chosen.Count < MostCommits && _commits.Value.MaxBy(commit => left.Count(path => Changed(commit, path))) is { } best)
        {
            if (left.RemoveWhere(path => Changed(best, path)) == 0)
                break;
            chosen.Add(best);
        }

        return all - left.Count >= Math.Max(FewestPaths, all * SmallestShare) ? chosen : [];
    }

    private static bool Changed(Commit commit, string path) =>
        commit.Paths.Any(changed => changed.StartsWith(path, StringComparison.Ordinal) && (changed.Length == path.Length || changed[path.Length] == '/'));
}
