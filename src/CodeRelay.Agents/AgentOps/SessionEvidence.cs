using CodeRelay.Analysis;
using CodeRelay.Documents;
using CodeRelay.Evidence.Freshness;
using CodeRelay.Git;
using CodeRelay.Packets;

namespace CodeRelay.Agents.AgentOps;

/// <summary>Git's facts about the work to hand over; nothing depends on memory.</summary>
/// <param name="Branch">The branch name, "HEAD" when detached, null outside git or before the first commit.</param>
/// <param name="Changes">The uncommitted changes outside of the packet; null when git was not asked or failed.</param>
/// <param name="Accomplished">The branch's commits since the packet's last change, newest first; without a packet the newest ones.</param>
/// <param name="IsSincePacket">False when no commit changed a packet.</param>
/// <param name="Recent">The newest commits, newest first.</param>
internal sealed record SessionEvidence(string? Branch, IReadOnlyList<WorkingTreeChange>? Changes, IReadOnlyList<Commit> Accomplished, bool IsSincePacket, IReadOnlyList<Commit> Recent)
{
    private const int MostAccomplished = 20;

    /// <summary>No facts: outside git, and when git fails.</summary>
    private static readonly SessionEvidence None = new(null, null, [], IsSincePacket: false, []);

    /// <summary>True with uncommitted changes; null when unknown.</summary>
    public bool? IsDirty { get; private init; }

    /// <summary>Reads the facts from git.</summary>
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
            // A git failure must not cost the handoff.
            return None;
        }
    }

    /// <summary>The existing files that the work changed, uncommitted ones first.</summary>
    public IEnumerable<string> Files(Repository repository) =>
        (Changes ?? []).Where(change => !change.IsDeleted).Select(change => change.Path)
            .Concat(IsSincePacket ? Accomplished.SelectMany(commit => commit.Paths).Where(path => DocumentKinds.Of(path) != DocumentKind.Handoff) : [])
            .Distinct(StringComparer.Ordinal)
            .Where(path => Path.Exists(repository.FullPath(path)));

    private static IReadOnlyList<Commit> Paths(Repository repository, IReadOnlyList<Commit> recent) =>
        recent.Count == 0 ? [] : repository.History.Log("--name-only", "--no-renames", "--no-merges", "-n", "5");

    // Packet files are no part of the work.
    private static bool IsOurs(string path, Packet? packet) =>
        path.StartsWith(".agents/", StringComparison.Ordinal) || packet?.Documents.Any(document => document.Path == path) == true;
}
