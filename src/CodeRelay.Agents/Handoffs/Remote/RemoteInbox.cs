using CodeRelay.Git;

namespace CodeRelay.Agents.Handoffs.Remote;

/// <summary>
/// The handoffs that wait on one remote of a repository, one ref each: see docs/scale.md. It never writes to the user's repository and
/// never prompts for a password. Not thread-safe; several instances and processes may work at the same time.
/// </summary>
/// <param name="repository">The repository whose remotes count. Outside git an address still works.</param>
/// <param name="remote">The name of a configured remote, or an address (not when <see cref="IsUnasked"/>).</param>
/// <param name="limit">The time for one git process; when <see cref="IsUnasked"/>, for all together.</param>
internal sealed class RemoteInbox(Repository repository, string remote, TimeSpan limit) : IDisposable
{
    private const int MostFetched = 500;

    private readonly HashSet<string> _here = new(StringComparer.Ordinal);
    private GitTransport? _git;

    /// <summary>
    /// True without a user's request, as at session start: only configured names are valid, and no program that the repository's own
    /// configuration names runs (ssh command, credential helper, proxy command, upload-pack, hooks of a local repository).
    /// </summary>
    public bool IsUnasked { get; init; }

    /// <summary>Full names of the unrecognized refs below the prefix in the last <see cref="List"/>; they stay.</summary>
    public IReadOnlyList<string> Skipped { get; private set; } = [];

    private GitTransport Git => _git ??= GitTransport.Open(repository, remote, limit, IsUnasked);

    /// <summary>Sends one handoff; see the other overload.</summary>
    /// <exception cref="RemoteException">The remote cannot be used, or a name is invalid.</exception>
    public RemoteHandoff Send(string recipient, string fileName, ReadOnlySpan<byte> content) =>
        Send([new OutgoingHandoff(recipient, fileName, content.ToArray())])[0];

    /// <summary>
    /// Sends handoffs, 500 per push. It never overwrites: five hex digits are added to a taken name.
    /// </summary>
    /// <returns>The handoffs with their names on the remote, in order.</returns>
    /// <exception cref="RemoteException">The remote cannot be used, or a name is invalid; the message contains the number already sent.</exception>
    public IReadOnlyList<RemoteHandoff> Send(IReadOnlyList<OutgoingHandoff> handoffs) =>
        handoffs.Count == 0 ? [] : new RemoteSender(Git).Send(handoffs);

    /// <summary>
    /// The waiting handoffs, ordered by id. For one recipient the host lists only its refs and sends the contents along; for all recipients it
    /// lists every ref that it has, without contents.
    /// </summary>
    /// <param name="recipient">Null for all.</param>
    /// <exception cref="RemoteException">The remote cannot be used, or the name is invalid.</exception>
    public IReadOnlyList<RemoteHandoff> List(string? recipient = null)
    {
        var found = recipient is null ? Git.ListAll(RelayRefs.InboxRoot) : Git.FetchBelow([RelayRefs.InboxOf(recipient)]);
        if (recipient is not null)
            _here.UnionWith(found.Values);
        var (handoffs, skipped) = Sort(found);
        Skipped = skipped;
        return handoffs;
    }

    /// <summary>The contents of handoffs; those that <see cref="List"/> did not fetch come in fetches of 500.</summary>
    /// <returns>The handoffs that are still available and hold a file.</returns>
    /// <exception cref="RemoteException">The remote cannot be used.</exception>
    public IReadOnlyDictionary<RemoteHandoff, ReadOnlyMemory<byte>> Read(IReadOnlyCollection<RemoteHandoff> handoffs)
    {
        Bring(handoffs);
        var contents = HandoffObjects.Read(Git, [.. handoffs.Select(handoff => handoff.ObjectId).Where(_here.Contains).Distinct(StringComparer.Ordinal)]);
        return handoffs.Where(handoff => contents.ContainsKey(handoff.ObjectId)).Distinct().ToDictionary(handoff => handoff, handoff => contents[handoff.ObjectId]);
    }

    /// <summary>
    /// Takes handoffs, 100 per push. Everything is kept locally before the first push, so a taker killed at any point loses nothing; among any
    /// number of takers exactly one wins each handoff.
    /// </summary>
    /// <param name="handoffs">Results of <see cref="List"/>.</param>
    /// <param name="keep">
    /// Stores content and lease (one line, see <see cref="RemoteLease.ToString"/>) so that they survive this process. When it throws, nothing has been taken.
    /// </param>
    /// <returns>One result per handoff. A handoff that was gone before its content was read has a lease that was never stored.</returns>
    /// <exception cref="RemoteException">The remote cannot be used; nothing has been taken.</exception>
    public IReadOnlyList<RemoteTake> Take(IReadOnlyCollection<RemoteHandoff> handoffs, Action<RemoteLease, ReadOnlyMemory<byte>> keep)
    {
        var contents = Read(handoffs);
        var leases = new List<RemoteLease>();
        foreach (var (handoff, content) in contents)
        {
            var lease = RemoteLease.Of(handoff);
            keep(lease, content);
            leases.Add(lease);
        }

        var lost = handoffs.Distinct().Where(handoff => !contents.ContainsKey(handoff)).Select(handoff => new RemoteTake(RemoteLease.Of(handoff), TakeOutcome.Lost));
        return [.. lost, .. new RemoteTaker(Git).Take(leases)];
    }

    /// <summary>
    /// Finishes the leases of takers that were killed or got no answer, with the same push and receipt; it changes nothing when the first push succeeded.
    /// </summary>
    /// <param name="leases">The stored leases. After <see cref="Settle"/> a lease that won cannot be distinguished from one that lost.</param>
    /// <exception cref="RemoteException">The remote cannot be used.</exception>
    public IReadOnlyList<RemoteTake> Resume(IReadOnlyCollection<RemoteLease> leases)
    {
        if (leases.Count == 0)
            return [];
        Bring(leases.Select(lease => lease.Handoff));
        return [.. new RemoteTaker(Git).Take(leases)];
    }

    /// <summary>
    /// Removes the receipts of leases that won, once the handoff is in the local inbox. <see cref="Collect"/> removes the ones that fail here.
    /// </summary>
    /// <returns>True when no receipt is left.</returns>
    public bool Settle(IReadOnlyCollection<RemoteLease> leases)
    {
        try
        {
            return Remove([.. leases.Select(lease => (lease.Receipt, lease.Handoff.ObjectId))]).Count == 0;
        }
        catch (RemoteException)
        {
            return false;
        }
    }

    /// <summary>Removes waiting handoffs and receipts by the UTC time in their names.</summary>
    /// <param name="olderThan">The age limit.</param>
    /// <param name="isDryRun">True to report only.</param>
    /// <exception cref="RemoteException">The remote cannot be used.</exception>
    public RemoteGarbage Collect(TimeSpan olderThan, bool isDryRun)
    {
        var before = DateTimeOffset.UtcNow - olderThan;
        var all = Git.ListAll(RelayRefs.Root);
        var (handoffs, skipped) = Sort(all.Where(entry => RelayRefs.TimeOfReceipt(entry.Key) is null));
        RemoteHandoff[] expired = [.. handoffs.Where(handoff => HandoffFileName.TimeOf(handoff.Id) < before)];
        string[] receipts = [.. all.Keys.Where(name => RelayRefs.TimeOfReceipt(name) < before).Order(StringComparer.Ordinal)];
        var failed = isDryRun ? [] : Remove([.. expired.Select(handoff => (handoff.Ref, handoff.ObjectId)), .. receipts.Select(name => (name, all[name]))]);
        return new RemoteGarbage(expired, receipts, failed, skipped);
    }

    public void Dispose() => _git?.Dispose();

    private void Bring(IEnumerable<RemoteHandoff> handoffs)
    {
        foreach (var batch in handoffs.Where(handoff => !_here.Contains(handoff.ObjectId)).DistinctBy(handoff => handoff.ObjectId).Chunk(MostFetched))
        {
            try
            {
                Git.FetchObjects([.. batch.Select(handoff => handoff.ObjectId)]);
                _here.UnionWith(batch.Select(handoff => handoff.ObjectId));
            }
            // One object that is gone from the host makes the whole fetch fail.
            catch (RemoteException e) when (e.Failure is not (RemoteFailure.Offline or RemoteFailure.TimeLimit or RemoteFailure.Authentication))
            {
                _here.UnionWith(Git.FetchBelow([.. batch.Select(handoff => RelayRefs.InboxOf(handoff.Recipient)).Distinct(StringComparer.Ordinal)]).Values);
            }
        }
    }

    private List<string> Remove(IReadOnlyCollection<(string Ref, string ObjectId)> refs)
    {
        const int MostAtOnce = 200;
        var failed = new List<string>();
        foreach (var batch in RefBatch.Of(refs, entry => entry.Ref, MostAtOnce))
        {
            var expected = batch.Select(entry => $"{entry.Ref}:{entry.ObjectId}").ToArray();
            var refspecs = batch.Select(entry => ":" + entry.Ref).ToArray();
            // One transaction rewrites the packed refs once; when one ref is gone, each is deleted separately.
            var report = Git.Push(isAtomic: true, expected, refspecs);
            if (!report.Succeeded)
                report = Git.Push(isAtomic: false, expected, refspecs);
            failed.AddRange(batch.Select(entry => entry.Ref).Where(name => !report.Succeeded && !report.IsDone(name)));
        }

        return failed;
    }

    private static (IReadOnlyList<RemoteHandoff> Handoffs, IReadOnlyList<string> Skipped) Sort(IEnumerable<KeyValuePair<string, string>> refs)
    {
        var handoffs = new List<RemoteHandoff>();
        var skipped = new List<string>();
        foreach (var (name, objectId) in refs)
        {
            if (RelayRefs.TryParseInbox(name, objectId, out var handoff))
                handoffs.Add(handoff);
            else
                skipped.Add(name);
        }

        return ([.. handoffs.OrderBy(handoff => handoff.Id, StringComparer.Ordinal).ThenBy(handoff => handoff.Ref, StringComparer.Ordinal)], [.. skipped.Order(StringComparer.Ordinal)]);
    }
}
