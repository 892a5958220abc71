namespace CodeRelay.Agents.Handoffs.Remote;

/// <summary>Pushes handoffs to new refs; a taken name gets a suffix, as contract 1.1 requires.</summary>
internal sealed class RemoteSender(GitTransport git)
{
    private const int MostCollisions = 5;
    private const int MostTries = 8;
    private const int MostAtOnce = 500;

    private sealed class Parcel(OutgoingHandoff handoff, string objectId)
    {
        private string _id = handoff.FileName;
        private int _collisions;

        public string ObjectId => objectId;

        public string Ref { get; private set; } = RelayRefs.Inbox(handoff.Recipient, handoff.FileName);

        public bool IsSent { get; set; }

        public RemoteHandoff Result => new(handoff.Recipient, _id, objectId, Ref);

        public void Rename()
        {
            if (++_collisions > MostCollisions)
                throw new RemoteException(RemoteFailure.Refused, $"'{handoff.FileName}' and {MostCollisions} names like it are taken on the remote; send it again with another topic");
            _id = Publisher.WithSuffix(handoff.FileName);
            Ref = RelayRefs.Inbox(handoff.Recipient, _id);
        }
    }

    public IReadOnlyList<RemoteHandoff> Send(IReadOnlyList<OutgoingHandoff> handoffs)
    {
        foreach (var handoff in handoffs)
            RelayRefs.Inbox(handoff.Recipient, handoff.FileName);
        var objectIds = HandoffObjects.Write(git, handoffs);
        var parcels = handoffs.Zip(objectIds, (handoff, id) => new Parcel(handoff, id)).ToArray();
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (var parcel in parcels)
        {
            while (!names.Add(parcel.Ref))
                parcel.Rename();
        }

        foreach (var batch in RefBatch.Of(parcels, parcel => parcel.Ref, MostAtOnce))
            Send(batch, parcels);
        return [.. parcels.Select(parcel => parcel.Result)];
    }

    private void Send(Parcel[] batch, Parcel[] all)
    {
        for (var attempt = 0; ; attempt++)
        {
            var open = batch.Where(parcel => !parcel.IsSent).ToArray();
            if (open.Length == 0)
                return;
            if (attempt == MostTries)
                throw Interrupted(new RemoteException(RemoteFailure.Refused, $"remote '{git.Name}' did not accept all refs in {MostTries} attempts; try again"), all);
            if (attempt > 1)
                Backoff.Wait(attempt);
            try
            {
                var report = git.Push(isAtomic: false, open.Select(parcel => parcel.Ref + ":"), open.Select(parcel => $"{parcel.ObjectId}:{parcel.Ref}"));
                Apply(report, open);
            }
            catch (RemoteException e)
            {
                var problem = Check(open);
                if (open.Any(parcel => !parcel.IsSent))
                    throw Interrupted(problem ?? e, all);
            }

            if (batch.Any(parcel => !parcel.IsSent))
                Check(batch);
        }
    }

    private void Apply(PushReport report, Parcel[] parcels)
    {
        foreach (var parcel in parcels)
            parcel.IsSent = report.Succeeded || report.IsDone(parcel.Ref);
        foreach (var parcel in parcels.Where(parcel => report.IsStale(parcel.Ref)))
            parcel.Rename();
        if (report.Refusal is { } refusal)
            throw TransportErrors.Refused(git.Name, refusal);
    }

    // Asks the host after an unclear answer: the connection may have broken after the last byte.
    private RemoteException? Check(Parcel[] parcels)
    {
        try
        {
            var found = git.FetchBelow([.. parcels.Where(parcel => !parcel.IsSent).Select(parcel => parcel.Ref[..(parcel.Ref.LastIndexOf('/') + 1)]).Distinct()]);
            foreach (var parcel in parcels.Where(parcel => !parcel.IsSent))
            {
                if (!found.TryGetValue(parcel.Ref, out var objectId))
                    continue;
                parcel.IsSent = objectId == parcel.ObjectId;
                if (!parcel.IsSent)
                    parcel.Rename();
            }

            return null;
        }
        catch (RemoteException e)
        {
            return e;
        }
    }

    private static RemoteException Interrupted(RemoteException e, Parcel[] all)
    {
        var sent = all.Count(parcel => parcel.IsSent);
        return all.Length == 1 && sent == 0 ? e : new RemoteException(e.Failure, $"{e.Message}; {sent} of {all.Length} handoffs were sent", e);
    }
}
