using CodeRelay.Analysis;
using CodeRelay.Evidence.Freshness;
using CodeRelay.Git;
using CodeRelay.Text;

namespace CodeRelay.Rules.Freshness;

/// <summary>Commits after the packet's last change touched what it describes, or are many.</summary>
internal sealed class RLY1001StaleAgainstCommits : Rule
{
    private const int MostCommits = 5;
    private const int MostPaths = 3;
    private const int LongestSubject = 60;

    public override RuleInfo Info { get; } = new("RLY1001", "stale-against-commits", Severity.Warning, "newer commits changed what the packet describes")
    {
        NoFix = "only someone who knows the work can say what is true now",
        Needs = Facts.Head | Facts.WorkingTree | Facts.Files | Facts.PacketHistory,
    };

    internal override void Check(RuleContext context)
    {
        foreach (var packet in context.Packets)
        {
            var work = context.Evidence.Freshness.Since(packet.Handoff);
            if (work.IsOutrunByCommits)
                context.Report(this, packet.Handoff, Message(work), [.. Evidence(work)]);
        }
    }

    private static string Message(PacketWork work)
    {
        var isOne = work.Commits.Count == 1;
        var count = work.Commits.Count >= History.SinceLimit ? $"at least {History.SinceLimit:N0} commits" : isOne ? "1 commit" : $"{work.Commits.Count:N0} commits";
        var what = work.IsOfBranch
            ? $"{count} on this branch {(isOne ? "does" : "do")} not update the packet"
            : $"{count} {(isOne ? "is" : "are")} newer than the packet's {(work.IsConfirmed ? "confirmation" : "last change")}";
        var named = work.Commits.Where(commit => commit.NamedPaths.Count > 0).ToArray();
        var about = named.Length == 0 ? "" : isOne ? $" and changes what it describes ({Paths(named)})" : $"; {named.Length:N0} of them {(named.Length == 1 ? "changes" : "change")} what it describes ({Paths(named)})";
        var newest = work.Commits[0].Commit;
        return $"{what}{about}; newest: {newest.ShortId} \"{Clipping.Truncate(newest.Subject, LongestSubject)}\"; update the packet, or run `coderelay confirm` if it is still true";
    }

    private static string Paths(IEnumerable<WorkCommit> commits)
    {
        var paths = commits.SelectMany(commit => commit.NamedPaths).Distinct(StringComparer.Ordinal).ToArray();
        return string.Join(", ", paths.Take(MostPaths)) + (paths.Length > MostPaths ? $" and {paths.Length - MostPaths:N0} more" : "");
    }

    // The most relevant commits first, otherwise in their order.
    private static IEnumerable<EvidenceItem> Evidence(PacketWork work)
    {
        foreach (var commit in work.Commits.OrderByDescending(commit => commit.Relevance).Take(MostCommits))
            yield return new EvidenceItem(EvidenceKind.Commit, commit.Commit.ShortId, commit.Commit.Subject);
        foreach (var path in work.Commits.SelectMany(commit => commit.NamedPaths.Select(path => (path, commit.Commit.ShortId))).DistinctBy(entry => entry.path).Take(MostCommits))
            yield return new EvidenceItem(EvidenceKind.Path, path.path, $"changed by {path.ShortId}");
    }
}
