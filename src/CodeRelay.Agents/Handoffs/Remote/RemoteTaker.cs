namespace CodeRelay.Agents.Handoffs.Remote;

/// <summary>
/// Takes handoffs by compare-and-delete. One transaction deletes the ref and creates a receipt with the lease's token, so that a taker that
/// was killed or got no answer can still learn the winner: a deleted ref alone does not identify who deleted it.
/// </summary>
internal sealed class RemoteTaker(GitTransport git)
{
    private const int MostTries = 12;
    private const int MostAtOnce = 100;

    public IEnumerable<RemoteTake> Take(IReadOnlyCollection<RemoteLease> claims)
    {
        var batches = new Stack<(RemoteLease[] Claims, int Attempt)>(RefBatch.Of(claims, claim => claim.Receipt, MostAtOnce).Select(batch => (batch, 0)).Reverse());
        while (batches.TryPop(out var batch))
        {
            var (decided, open) = Try(batch.Claims, isLast: batch.Attempt == MostTries);
            foreach (var take in decided)
                yield return take;
            if (open.Length == 0)
                continue;

            Backoff.Wait(batch.Attempt);
            // Takers of the same hundred conflict again and again; halves get through.
            var half = open.Length == batch.Claims.Length && batch.Attempt > 0 ? (open.Length + 1) / 2 : open.Length;
            foreach (var part in open.Chunk(half).Reverse())
                batches.Push((part, batch.Attempt + 1));
        }
    }

    private (IEnumerable<RemoteTake> Decided, RemoteLease[] Open) Try(RemoteLease[] claims, bool isLast)
    {
        RemoteException? problem = null;
        var isAnswered = false;
        try
        {
            var report = git.Push(
                isAtomic: true,
                claims.SelectMany(claim => new[] { $"{claim.Handoff.Ref}:{claim.Handoff.ObjectId}", $"{claim.Receipt}:" }),
                claims.SelectMany(claim => new[] { $":{claim.Handoff.Ref}", $"{claim.Handoff.ObjectId}:{claim.Receipt}" }));
            if (report.Succeeded)
                return (claims.Select(claim => new RemoteTake(claim, TakeOutcome.Won)), []);
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
            return Decide(claims, problem, isAnswered, isLast);
        }
        catch (RemoteException e)
        {
            return (claims.Select(claim => new RemoteTake(claim, TakeOutcome.Unknown, problem ?? e)), []);
        }
    }

    private (IEnumerable<RemoteTake> Decided, RemoteLease[] Open) Decide(RemoteLease[] claims, RemoteException? problem, bool isAnswered, bool isLast)
    {
        var found = git.FetchBelow([.. claims.Select(claim => claim.Handoff.Recipient).Distinct(StringComparer.Ordinal).SelectMany(name => new[] { RelayRefs.InboxOf(name), RelayRefs.TakenOf(name) })]);
        var decided = new List<RemoteTake>();
        var open = new List<RemoteLease>();
        foreach (var claim in claims)
        {
            if (found.ContainsKey(claim.Receipt))
                decided.Add(new RemoteTake(claim, TakeOutcome.Won));
            else if (found.GetValueOrDefault(claim.Handoff.Ref) != claim.Handoff.ObjectId)
                decided.Add(new RemoteTake(claim, TakeOutcome.Lost));
            else if (problem is null && !isLast)
                open.Add(claim);
            // Without an answer the push may still be running at the host.
            else
                decided.Add(new RemoteTake(claim, isAnswered ? TakeOutcome.Waiting : TakeOutcome.Unknown, problem ?? Busy()));
        }

        return (decided, [.. open]);
    }

    private RemoteException Busy() =>
        new(RemoteFailure.Refused, $"remote '{git.Name}' is busy: {MostTries} attempts met other readers at the same refs; try again");
}
