namespace CodeRelay.Agents.Handoffs.Remote;

/// <summary>Fetches handoffs from a remote into the local inbox.</summary>
internal static class RemoteFetcher
{
    // More take another round; a push lists all refs of the remote in any case.
    private const int MostAtOnce = 100;

    /// <summary>Takes the handoffs that wait on the remote for a recipient; among any number of takers exactly one gets each.</summary>
    /// <param name="inbox">The local inbox.</param>
    /// <param name="remote">A remote's name or, in a command, an address.</param>
    /// <param name="recipient">The recipient's name on the remote.</param>
    /// <param name="limit">The time limit for git.</param>
    /// <param name="isUnasked">True at session start, where the user named no remote.</param>
    /// <returns>The full paths of the handoffs that arrived in the local inbox.</returns>
    /// <exception cref="RemoteException">The remote cannot be used; handoffs won before are in the inbox.</exception>
    /// <exception cref="IOException">The local inbox cannot be written; nothing was taken.</exception>
    public static IReadOnlyList<string> Fetch(Inbox inbox, string remote, string recipient, TimeSpan limit, bool isUnasked)
    {
        using var source = new RemoteInbox(inbox.Owner.Repository, remote, limit) { IsUnasked = isUnasked };
        var landing = new RemoteLanding(inbox.Own, remote, inbox.Owner.RepositoryId);
        var arrived = new List<string>();
        Settle(source, landing, source.Resume(landing.TakeOver()), arrived);
        // Files that are no handoff stay on the remote; they must not block the ones after them.
        var tried = new HashSet<string>(StringComparer.Ordinal);
        while (source.List(recipient).Where(handoff => tried.Add(handoff.Ref)).Take(MostAtOnce).ToList() is { Count: > 0 } waiting)
            Settle(source, landing, source.Take(waiting, landing.Keep), arrived);

        return arrived;
    }

    private static void Settle(RemoteInbox source, RemoteLanding landing, IReadOnlyList<RemoteTake> takes, List<string> arrived)
    {
        var won = takes.Where(take => take.Outcome == TakeOutcome.Won).Select(take => take.Lease).ToList();
        arrived.AddRange(won.Select(landing.Arrive).OfType<string>());
        if (won.Count > 0)
            source.Settle(won);
        foreach (var take in takes.Where(take => take.Outcome != TakeOutcome.Unknown))
            landing.Forget(take.Lease);
        if (takes.FirstOrDefault(take => take.Problem is not null) is { Problem: { } problem } && won.Count == 0)
            throw problem;
    }
}
