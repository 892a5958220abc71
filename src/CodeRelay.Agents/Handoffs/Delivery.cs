namespace CodeRelay.Agents.Handoffs;

/// <summary>
/// Handoffs on their way to a session. A lease keeps them from other sessions; only <see cref="Confirm"/> archives them, after the text has
/// really been written. A delivery that is disposed before leaves them unread.
/// </summary>
internal sealed class Delivery : IDisposable
{
    // Characters reserved for the frame around the handoffs and for each one's sentinel.
    private const int Frame = 820;
    private const int FrameOfEach = 16;

    private readonly Dictionary<InboxPlace, Leases> _leases = [];
    private readonly List<HandoffFile> _taken = [];
    private readonly List<string> _texts = [];

    private Delivery()
    {
    }

    /// <summary>The text for the session; empty when nothing waits.</summary>
    public string Text { get; private set; } = "";

    /// <summary>The handoffs in the text, oldest first.</summary>
    public IReadOnlyList<HandoffFile> Handoffs => _taken;

    /// <summary>Leases the newest handoffs that fit.</summary>
    /// <param name="inbox">The inbox to read.</param>
    /// <param name="limit">The longest text, in characters. A single longer handoff is cut.</param>
    /// <param name="facts">Gives the worktree's state; called only when a handoff waits.</param>
    public static Delivery Of(Inbox inbox, int limit, Func<WorktreeFacts> facts)
    {
        var delivery = new Delivery();
        inbox.Recover();
        IReadOnlyList<HandoffFile>? waiting = null;
        try
        {
            waiting = inbox.Waiting();
            if (waiting.Count == 0)
                return delivery;
            delivery.Write(inbox, delivery.TakeNewest(inbox, waiting, limit - Frame - inbox.Own.Recipient.Length, new Lazy<WorktreeFacts>(facts)));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            delivery.Write(inbox, rest: 0);
            delivery.Text += waiting is null
                ? $"\nHandoffs may wait for {inbox.Own.Recipient}, but the inbox {inbox.Own.Unread} cannot be read: {e.Message}\nGive this user read and write access to that directory; until then nothing is delivered.\n"
                : $"\n{inbox.Unread().Count} handoff(s) wait for {inbox.Own.Recipient}, but the inbox {inbox.Own.Unread} cannot be written, so they were not delivered: {e.Message}\nTo read them anyway: coderelay inbox list, then coderelay inbox show <id>\n";
        }

        return delivery;
    }

    /// <summary>Leases handoffs in the given order, whatever their length; those that another reader leased first are skipped.</summary>
    /// <param name="files">The handoffs to lease.</param>
    /// <param name="most">The largest number of handoffs.</param>
    /// <exception cref="IOException">The inbox cannot be written; no lease remains.</exception>
    /// <exception cref="UnauthorizedAccessException">As for <see cref="IOException"/>.</exception>
    public static Delivery Of(IEnumerable<HandoffFile> files, int most)
    {
        var delivery = new Delivery();
        try
        {
            foreach (var file in files)
            {
                if (delivery._taken.Count == most)
                    break;
                if (delivery.Lease(file) is { } leased)
                    delivery._taken.Add(leased);
            }

            return delivery;
        }
        catch
        {
            delivery.Dispose();
            throw;
        }
    }

    /// <summary>Archives the delivered handoffs with the time of receipt. A handoff that cannot be archived becomes unread again.</summary>
    public void Confirm()
    {
        foreach (var file in _taken)
        {
            try
            {
                ReceiptStamp.TryWrite(file.Path, DateTimeOffset.UtcNow);
                Publisher.Publish(file.Path, file.Place.Read, file.Id);
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                GiveBack(file);
            }
        }

        Close();
    }

    /// <summary>Releases every lease that was not confirmed.</summary>
    public void Dispose()
    {
        foreach (var file in _taken)
            GiveBack(file);
        Close();
    }

    private void Close()
    {
        _taken.Clear();
        foreach (var leases in _leases.Values)
            leases.Dispose();
        _leases.Clear();
    }

    // The text is read from the leased file: the original name may belong to another handoff by now.
    // The number of handoffs left out.
    private int TakeNewest(Inbox inbox, IReadOnlyList<HandoffFile> waiting, int limit, Lazy<WorktreeFacts> now)
    {
        for (var i = waiting.Count - 1; i >= 0; i--)
        {
            var file = waiting[i];
            if (!inbox.IsOurs(file))
                continue;
            if (_taken.Count > 0 && HandoffFrame.Of(file, now.Value).Length > limit)
                return i + 1;
            if (Lease(file) is not { } leased)
                continue;
            var text = inbox.IsOurs(leased) ? HandoffFrame.Of(leased, now.Value) : null;
            if (text is null || text.Length > limit && _taken.Count > 0)
            {
                GiveBack(leased);
                continue;
            }

            _taken.Insert(0, leased);
            _texts.Insert(0, text.Length > limit ? Cut(text, limit, leased) : text);
            limit -= text.Length + FrameOfEach;
        }

        return 0;
    }

    private HandoffFile? Lease(HandoffFile file) =>
        LeasesOf(file.Place).TryTake(file.Id) is { } lease ? new HandoffFile(file.Place, file.Id, lease, HandoffState.Leased) : null;

    private static string Cut(string text, int limit, HandoffFile file)
    {
        var end = Math.Max(0, limit - 300);
        if (end > 0 && char.IsHighSurrogate(text[end - 1]))
            end--;
        return $"{text[..end]}…\n\n{HandoffFrame.Rest(file)}";
    }

    private void Write(Inbox inbox, int rest)
    {
        if (_taken.Count == 0)
            return;
        Text = HandoffFrame.Head(_taken, inbox.Own.Recipient) + string.Concat(_texts) + HandoffFrame.Foot(_taken.Count)
            + (rest > 0 ? $"{rest} older handoff(s) still wait and are shown at the next start; to read them now: coderelay inbox list\n" : "");
    }

    private Leases LeasesOf(InboxPlace place)
    {
        if (_leases.TryGetValue(place, out var leases))
            return leases;
        // Once per place, for all its leases.
        place.RequireArchive();
        _leases.Add(place, leases = new Leases(place));
        return leases;
    }

    private void GiveBack(HandoffFile file)
    {
        try
        {
            LeasesOf(file.Place).GiveBack(file.Path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // A dead process's lease: the next reader recovers it.
        }
    }
}
