using CodeRelay.Analysis;
using CodeRelay.Documents;
using CodeRelay.Evidence.Freshness;
using CodeRelay.Git;
using CodeRelay.Packets;

namespace CodeRelay.Agents.AgentOps;

/// <summary>What git knows of the work that is handed over. Nothing of it is anybody's memory.</summary>
/// <param name="Branch">Its name, "HEAD" when detached, null outside git or before the first commit.</param>
/// <param name="Changes">The uncommitted changes besides those of the packet; null when git was not asked or did not answer.</param>
/// <param name="Accomplished">The commits of this branch that are newer than the packet's last change, newest first; the newest ones where there is no packet.</param>
/// <param name="IsSincePacket">False when no commit changed a packet.</param>
/// <param name="Recent">The newest commits of all, newest first.</param>
internal sealed record SessionEvidence(string? Branch, IReadOnlyList<WorkingTreeChange>? Changes, IReadOnlyList<Commit> Accomplished, bool IsSincePacket, IReadOnlyList<Commit> Recent)
{
    private const int MostAccomplished = 20;

    /// <summary>Outside git, and where git does not answer.</summary>
    private static readonly SessionEvidence None = new(null, null, [], IsSincePacket: false, []);

    /// <summary>True when something is uncommitted; null when nobody knows.</summary>
    public bool? IsDirty { get; private init; }

    /// <summary>Asks git.</summary>
    public static SessionEvidence Of(Repository repository, Configuration configuration)
    {
        if (repository.Git is null)
            return None;
        try
        {
            var tree = repository.WorkingTree;
            if (tree.Head?.Commit is null)
                return None with { Branch = tree.Head?.Branch, Changes = tree.Changes, IsDirty = !tree.IsClean };
            var packet = PacketDiscovery.FindPackets(repository, configuration) is [var first, ..] ? first : null;
            var since = packet is null ? null : ContentChanges.Last(repository, packet.Handoff.Path);
            var recent = repository.History.Log("-n", "5");
            return new SessionEvidence(
                tree.Head.Branch ?? "HEAD",
                [.. tree.Changes.Where(change => !IsOurs(change.Path, packet))],
                since is null ? Paths(repository, recent) : [.. repository.History.Since(since.Id).Take(MostAccomplished)],
                since is not null,
                recent) { IsDirty = !tree.IsClean };
        }
        catch (GitException)
        {
            // A handoff is worth more than what git could add to it.
            return None;
        }
    }

    /// <summary>The files that the work has changed and that are there, uncommitted ones first.</summary>
    public IEnumerable<string> Files(Repository repository) =>
        (Changes ?? []).Where(change => !change.IsDeleted).Select(change => change.Path)
            .Concat(IsSincePacket ? Accomplished.SelectMany(commit => commit.Paths).Where(path => DocumentKinds.Of(path) != DocumentKind.Handoff) : [])
            .Distinct(StringComparer.Ordinal)
            .Where(path => Path.Exists(repository.FullPath(path)));

    private static IReadOnlyList<Commit> Paths(Repository repository, IReadOnlyList<Commit> recent) =>
        recent.Count == 0 ? [] : repository.History.Log("--name-only", "--no-renames", "--no-merges", "-n", "5");

    // Handing over is no part of the work.
    private static bool IsOurs(string path, Packet? packet) =>
        path.StartsWith(".agents/", StringComparison.Ordinal) || packet?.Documents.Any(document => document.Path == path) == true;
}
