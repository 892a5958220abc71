using CodeRelay.Git;

namespace CodeRelay.Agents.Hooks.Sessions;

/// <summary>The changes between the start of a session and now.</summary>
/// <param name="Begin">The state at the start.</param>
/// <param name="Now">The current state.</param>
/// <param name="Commits">The commits in between, newest first.</param>
internal sealed record SessionWork(WorkState Begin, WorkState Now, IReadOnlyList<Commit> Commits)
{
    /// <summary>Reads the commits when HEAD moved.</summary>
    public static SessionWork Between(Repository repository, WorkState begin, WorkState now) =>
        new(begin, now, begin.Head is null || begin.Head == now.Head ? [] : repository.History.Since(begin.Head));

    /// <summary>The commits that change more than the packet.</summary>
    public IEnumerable<Commit> CommitsOfWork => Commits.Where(commit => commit.Paths.Any(path => !Now.IsPacketFile(path)));

    /// <summary>The uncommitted files written during the session; all of them when times cannot tell.</summary>
    public IReadOnlyList<DirtyFile> Files =>
        Now.Dirty.Where(file => file.ChangedAt > Begin.ReadAt).ToList() is { Count: > 0 } written ? written : Now.Dirty;

    /// <summary>True when the only change is a commit of the packet.</summary>
    public bool IsOnlyAboutPacket => Begin.Work == Now.Work && (Begin.Head == Now.Head || Commits.Count > 0) && !CommitsOfWork.Any();

    /// <summary>True when the packet's content changed in the session and no work came after that.</summary>
    public bool IsHandedOver(Repository repository)
    {
        if (Now.ChangedHandoffs(Begin) is not { Count: > 0 } changed)
            return false;
        // After a committed change, only later commits can be newer work. An uncommitted change may be older than a commit's content.
        var recorded = Commits.ToList().FindIndex(commit => commit.Paths.Any(path => changed.Contains(path) && !Now.DirtyPacketFiles.Contains(path)));
        var later = recorded < 0 ? Commits : Commits.Take(recorded);
        var written = changed.Select(path => PacketAge.WrittenAt(repository, path)).Max();
        // The file time may come from a `touch`; committed content is at least as old as its commit.
        var changedAt = recorded >= 0 && Commits[recorded].Time.UtcDateTime is var time && time < written ? time : written;
        return !Now.Dirty.Any(file => file.ChangedAt > changedAt)
            && !later.SelectMany(commit => commit.Paths).Distinct(StringComparer.Ordinal).Where(path => !Now.IsPacketFile(path))
                .Any(path => DirtyFile.Look(repository, path).ChangedAt > changedAt);
    }
}
