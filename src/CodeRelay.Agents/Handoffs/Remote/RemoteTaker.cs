namespace CodeRelay.Agents.Handoffs.Remote;

/// <summary>
/// Takes handoffs by compare-and-delete. One transaction deletes the ref and creates a receipt with the lease's token, so that a taker that
/// was killed or got no answer can still learn the winner: a deleted ref alone does not identify who deleted it.
/// </summary>
internal sealed class RemoteTaker(GitTransport git)
{
    private const int MostTries = 12;
    private const int MostAtOnce = 100;

    public IEnumerable<RemoteTake> Take(IReadOnlyCollection<RemoteLease> leases)
    {
        var batches = new Stack<(RemoteLease[] Leases, int Attempt)>(RefBatch.Of(leases, lease => lease.Receipt, MostAtOnce).Select(batch => (batch, 0)).Reverse());
        while (batches.TryPop(out var batch))
        {
            var (decided, open) = Try(batch.Leases, isLast: batch.Attempt == MostTries);
            foreach (var take in decided)
                yield return take;
            if (open.Length == 0)
                continue;

            Backoff.Wait(batch.Attempt);
            // Takers of the same hundred conflict again and again; halves get through.
            var half = open.Length == batch.Leases.Length && batch.Attempt > 0 ? (open.Length + 1) / 2 : open.Length;
            foreach (var part in open.Chunk(half).Reverse())
                batches.Push((part, batch.Attempt + 1));
        }
    }

    private (IEnumerable<RemoteTake> Decided, RemoteLease[] Open) Try(RemoteLease[] leases, bool isLast)
    {
        RemoteException? problem = null;
        var isAnswered = false;
        try
        {
            var report = git.Push(
                isAtomic: true,
                leases.SelectMany(lease => new[] { $"{lease.Handoff.Ref}:{lease.Handoff.ObjectId}", $"{lease.Receipt}:" }),
                leases.SelectMany(lease => new[] { $":{lease.Handoff.Ref}", $"{lease.Handoff.ObjectId}:{lease.Receipt}" }));
            if (report.Succeeded)
                return (leases.Select(lease => new RemoteTake(lease, TakeOutcome.Won)), []);
            isAnswered = true;
            if (report.Refusal is { } refusal)
                problem = TransportErrors.Refused(git.Name, refusal);
        }
        catch (RemoteException e)
        {
            problem = e;
        }

        try
        {
            return Decide(leases, problem, isAnswered, isLast);
        }
        catch (RemoteException e)
        {
            return (leases.Select(lease => new RemoteTake(lease, TakeOutcome.Unknown, problem ?? e)), []);
        }
    }

    private (IEnumerable<RemoteTake> Decided, RemoteLease[] Open) Decide(RemoteLease[] leases, RemoteException? problem, bool isAnswered, bool isLast)
    {
        var found = git.FetchBelow([.. leases.Select(lease => lease.Handoff.Recipient).Distinct(StringComparer.Ordinal).SelectMany(name => new[] { RelayRefs.InboxOf(name), RelayRefs.TakenOf(name) })]);
        var decided = new List<RemoteTake>();
        var open = new List<RemoteLease>();
        foreach (var lease in leases)
        {
            if (found.ContainsKey(lease.Receipt))
                decided.Add(new RemoteTake(lease, TakeOutcome.Won));
            else if (found.GetValueOrDefault(lease.Handoff.Ref) != lease.Handoff.ObjectId)
                decided.Add(new RemoteTake(lease, TakeOutcome.Lost));
            else if (problem is null && !isLast)
                open.Add(lease);
            // Without an answer the push may still be running at the host.
            else
                decided.Add(new RemoteTake(lease, isAnswered ? TakeOutcome.Waiting : TakeOutcome.Unknown, problem ?? Busy()));
        }

        return (decided, [.. open]);
    }

    private RemoteException Busy() =>
        new(RemoteFailure.Refused, $"remote '{git.Name}' is busy: {MostTries} attempts met other readers at the same refs; try again");
}
