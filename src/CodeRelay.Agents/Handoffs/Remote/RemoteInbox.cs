using CodeRelay.Git;

namespace CodeRelay.Agents.Handoffs.Remote;

/// <summary>
/// The handoffs that wait on one remote of a repository, one ref each: see docs/scale.md. Nothing of the user's repository is written, nobody
/// is asked for a password. Not safe for several threads; several instances and processes are what it is made for.
/// </summary>
/// <param name="repository">Whose remotes are meant. Outside git an address still works.</param>
/// <param name="remote">A configured name, or an address (not when <see cref="IsUnasked"/>).</param>
/// <param name="limit">How long one git process may take; when <see cref="IsUnasked"/> how long all of them may take together.</param>
internal sealed class RemoteInbox(Repository repository, string remote, TimeSpan limit) : IDisposable
{
    private const int MostFetched = 500;

    private readonly HashSet<string> _here = new(StringComparer.Ordinal);
    private GitTransport? _git;

    /// <summary>
    /// True when nobody asked for it, as at the start of a session: only a configured name is used, and no program that the repository's own
    /// configuration names is run (ssh command, credential helper, proxy command, upload-pack, hooks of a repository on this machine).
    /// </summary>
    public bool IsUnasked { get; init; }

    /// <summary>Full names of the refs that the last <see cref="List"/> found below our prefix and could not read; they are left alone.</summary>
    public IReadOnlyList<string> Skipped { get; private set; } = [];

    private GitTransport Git => _git ??= GitTransport.Open(repository, remote, limit, IsUnasked);

    /// <summary>Sends one handoff; see the other overload.</summary>
    /// <exception cref="RemoteException">The remote cannot be used, or a name is not valid.</exception>
    public RemoteHandoff Send(string recipient, string fileName, ReadOnlySpan<byte> content) =>
        Send([new OutgoingHandoff(recipient, fileName, content.ToArray())])[0];

    /// <summary>
    /// Sends handoffs by one push for each 500. Never overwrites: where the name is taken, five hex digits are added.
    /// </summary>
    /// <returns>What they are called on the remote, in order.</returns>
    /// <exception cref="RemoteException">The remote cannot be used, or a name is not valid; the message says how many were sent.</exception>
    public IReadOnlyList<RemoteHandoff> Send(IReadOnlyList<OutgoingHandoff> handoffs) =>
        handoffs.Count == 0 ? [] : new RemoteSender(Git).Send(handoffs);

    /// <summary>
    /// The waiting handoffs, in the order of their ids. For one recipient the host lists these refs alone and their contents come along;
    /// for all of them it lists every ref that it has, without contents.
    /// </summary>
    /// <param name="recipient">Null for all.</param>
    /// <exception cref="RemoteException">The remote cannot be used, or the name is not valid.</exception>
    public IReadOnlyList<RemoteHandoff> List(string? recipient = null)
    {
        var found = recipient is null ? Git.ListAll(RelayRefs.InboxRoot) : Git.FetchBelow([RelayRefs.InboxOf(recipient)]);
        if (recipient is not null)
            _here.UnionWith(found.Values);
        var (handoffs, skipped) = Sort(found);
        Skipped = skipped;
        return handoffs;
    }

    /// <summary>The contents of handoffs, by one fetch for each 500 that <see cref="List"/> did not bring along.</summary>
    /// <returns>Those that are still to be had and hold a file.</returns>
    /// <exception cref="RemoteException">The remote cannot be used.</exception>
    public IReadOnlyDictionary<RemoteHandoff, ReadOnlyMemory<byte>> Read(IReadOnlyCollection<RemoteHandoff> handoffs)
    {
        Bring(handoffs);
        var contents = HandoffObjects.Read(Git, [.. handoffs.Select(handoff => handoff.ObjectId).Where(_here.Contains).Distinct(StringComparer.Ordinal)]);
        return handoffs.Where(handoff => contents.ContainsKey(handoff.ObjectId)).Distinct().ToDictionary(handoff => handoff, handoff => contents[handoff.ObjectId]);
    }

    /// <summary>
    /// Takes handoffs, by one push for each 100. Everything is kept before the first push, so that a taker killed anywhere loses nothing;
    /// among any number of takers exactly one wins each.
    /// </summary>
    /// <param name="handoffs">As <see cref="List"/> gave them.</param>
    /// <param name="keep">
    /// Puts the content and the claim (one line, see <see cref="RemoteLease.ToString"/>) where they outlive this process. When it throws, nothing has been taken.
    /// </param>
    /// <returns>One per handoff. Whoever was lost before anything could be read has a claim that was never kept.</returns>
    /// <exception cref="RemoteException">The remote cannot be used; nothing has been taken.</exception>
    public IReadOnlyList<RemoteTake> Take(IReadOnlyCollection<RemoteHandoff> handoffs, Action<RemoteLease, ReadOnlyMemory<byte>> keep)
    {
        var contents = Read(handoffs);
        var claims = new List<RemoteLease>();
        foreach (var (handoff, content) in contents)
        {
            var claim = RemoteLease.Of(handoff);
            keep(claim, content);
            claims.Add(claim);
        }

        var lost = handoffs.Distinct().Where(handoff => !contents.ContainsKey(handoff)).Select(handoff => new RemoteTake(RemoteLease.Of(handoff), TakeOutcome.Lost));
        return [.. lost, .. new RemoteTaker(Git).Take(claims)];
    }

    /// <summary>
    /// Brings claims to an end whose taker was killed or heard no answer: by the same push with the same receipt, which changes nothing when it was done already.
    /// </summary>
    /// <param name="claims">As they were kept. After <see cref="Settle"/> a claim that won can no longer be told from one that lost.</param>
    /// <exception cref="RemoteException">The remote cannot be used.</exception>
    public IReadOnlyList<RemoteTake> Resume(IReadOnlyCollection<RemoteLease> claims)
    {
        if (claims.Count == 0)
            return [];
        Bring(claims.Select(claim => claim.Handoff));
        return [.. new RemoteTaker(Git).Take(claims)];
    }

    /// <summary>
    /// Removes the receipts of claims that won, once what was kept is a handoff like any other here. What cannot be removed now is left to <see cref="Collect"/>.
    /// </summary>
    /// <returns>True when none is left.</returns>
    public bool Settle(IReadOnlyCollection<RemoteLease> claims)
    {
        try
        {
            return Remove([.. claims.Select(claim => (claim.Receipt, claim.Handoff.ObjectId))]).Count == 0;
        }
        catch (RemoteException)
        {
            return false;
        }
    }

    /// <summary>Removes waiting handoffs and receipts by the UTC time in their names.</summary>
    /// <param name="olderThan">What is older goes.</param>
    /// <param name="isDryRun">Only says what would go.</param>
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
            // One that is gone, and cleaned away at the host, spoils the whole question.
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
            var leases = batch.Select(entry => $"{entry.Ref}:{entry.ObjectId}").ToArray();
            var refspecs = batch.Select(entry => ":" + entry.Ref).ToArray();
            // All in one transaction is one rewrite of the packed refs; when one of them is gone, each for itself.
            var report = Git.Push(isAtomic: true, leases, refspecs);
            if (!report.Succeeded)
                report = Git.Push(isAtomic: false, leases, refspecs);
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
