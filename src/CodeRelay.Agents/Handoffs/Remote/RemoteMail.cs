namespace CodeRelay.Agents.Handoffs.Remote;

/// <summary>Brings handoffs of a remote into the local inbox.</summary>
internal static class RemoteMail
{
    // More than that at once is one more round; a push lists all refs of the remote in any case.
    private const int MostAtOnce = 100;

    /// <summary>Takes what waits on the remote for a recipient; each among any number of takers goes to exactly one.</summary>
    /// <param name="inbox">The local inbox.</param>
    /// <param name="remote">A remote's name or, in a command, its address.</param>
    /// <param name="recipient">As it is called on the remote.</param>
    /// <param name="limit">How long git may take.</param>
    /// <param name="isUnasked">True at a session's start, where nobody named the remote.</param>
    /// <returns>The full paths of the handoffs that wait in the local inbox now.</returns>
    /// <exception cref="RemoteException">The remote cannot be used; what was won before is in the inbox.</exception>
    /// <exception cref="IOException">The local inbox cannot be written; nothing was taken.</exception>
    public static IReadOnlyList<string> Fetch(Inbox inbox, string remote, string recipient, TimeSpan limit, bool isUnasked)
    {
        using var source = new RemoteInbox(inbox.Station.Repository, remote, limit) { IsUnasked = isUnasked };
        var landing = new RemoteLanding(inbox.Own, remote, inbox.Station.RepositoryId);
        var arrived = new List<string>();
        Settle(source, landing, source.Resume(landing.TakeOver()), arrived);
        // What is no handoff stays on the remote; it must not keep away what comes behind it.
        var tried = new HashSet<string>(StringComparer.Ordinal);
        while (source.List(recipient).Where(handoff => tried.Add(handoff.Ref)).Take(MostAtOnce).ToList() is { Count: > 0 } waiting)
            Settle(source, landing, source.Take(waiting, landing.Keep), arrived);

        return arrived;
    }

    private static void Settle(RemoteInbox source, RemoteLanding landing, IReadOnlyList<RemoteTake> takes, List<string> arrived)
    {
        var won = takes.Where(take => take.Outcome == TakeOutcome.Won).Select(take => take.Claim).ToList();
        arrived.AddRange(won.Select(landing.Arrive).OfType<string>());
        if (won.Count > 0)
            source.Settle(won);
        foreach (var take in takes.Where(take => take.Outcome != TakeOutcome.Unknown))
            landing.Forget(take.Claim);
        if (takes.FirstOrDefault(take => take.Problem is not null) is { Problem: { } problem } && won.Count == 0)
            throw problem;
    }
}
