namespace CodeRelay.Agents.Handoffs;

/// <summary>
/// Handoffs on their way to a session. They are claimed, so that no other session gets them, and archived only by
/// <see cref="Confirm"/>, after the text has really been written; a delivery that is given up leaves them unread.
/// </summary>
internal sealed class Delivery : IDisposable
{
    // What is kept free of the limit for the lines around the handoffs, and for the sentinel of each in them.
    private const int Frame = 820;
    private const int FrameOfEach = 16;

    private readonly Dictionary<InboxPlace, Leases> _claims = [];
    private readonly List<HandoffFile> _taken = [];
    private readonly List<string> _texts = [];

    private Delivery()
    {
    }

    /// <summary>What the session is told; empty when nothing waits.</summary>
    public string Text { get; private set; } = "";

    /// <summary>The handoffs in it, in the order of time.</summary>
    public IReadOnlyList<HandoffFile> Handoffs => _taken;

    /// <summary>Claims the newest handoffs that fit.</summary>
    /// <param name="inbox">Whose.</param>
    /// <param name="limit">The longest text, in characters. A single handoff that is longer is cut.</param>
    /// <param name="facts">Asks for the worktree's state; called only when something waits.</param>
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

    /// <summary>Claims handoffs in their order, whatever their length; those at which another reader was first are passed by.</summary>
    /// <param name="files">Which.</param>
    /// <param name="most">How many at most.</param>
    /// <exception cref="IOException">The inbox cannot be written; nothing stays claimed.</exception>
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
                if (delivery.Claim(file) is { } claimed)
                    delivery._taken.Add(claimed);
            }

            return delivery;
        }
        catch
        {
            delivery.Dispose();
            throw;
        }
    }

    /// <summary>Archives what was delivered, with the time of receipt. What cannot be archived becomes unread again.</summary>
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

    /// <summary>Gives everything back that was not confirmed.</summary>
    public void Dispose()
    {
        foreach (var file in _taken)
            GiveBack(file);
        Close();
    }

    private void Close()
    {
        _taken.Clear();
        foreach (var claims in _claims.Values)
            claims.Dispose();
        _claims.Clear();
    }

    // What is shown is read from the claim: a name that another reader has just freed may stand for another handoff by now.
    // How many are left is given back.
    private int TakeNewest(Inbox inbox, IReadOnlyList<HandoffFile> waiting, int limit, Lazy<WorktreeFacts> now)
    {
        for (var i = waiting.Count - 1; i >= 0; i--)
        {
            var file = waiting[i];
            if (!inbox.IsOurs(file))
                continue;
            if (_taken.Count > 0 && HandoffFrame.Of(file, now.Value).Length > limit)
                return i + 1;
            if (Claim(file) is not { } claimed)
                continue;
            var text = inbox.IsOurs(claimed) ? HandoffFrame.Of(claimed, now.Value) : null;
            if (text is null || text.Length > limit && _taken.Count > 0)
            {
                GiveBack(claimed);
                continue;
            }

            _taken.Insert(0, claimed);
            _texts.Insert(0, text.Length > limit ? Cut(text, limit, claimed) : text);
            limit -= text.Length + FrameOfEach;
        }

        return 0;
    }

    private HandoffFile? Claim(HandoffFile file) =>
        ClaimsOf(file.Place).TryTake(file.Id) is { } claim ? new HandoffFile(file.Place, file.Id, claim, HandoffState.Claimed) : null;

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

    private Leases ClaimsOf(InboxPlace place)
    {
        if (_claims.TryGetValue(place, out var claims))
            return claims;
        // Once for all that is claimed there.
        place.RequireArchive();
        _claims.Add(place, claims = new Leases(place));
        return claims;
    }

    private void GiveBack(HandoffFile file)
    {
        try
        {
            ClaimsOf(file.Place).GiveBack(file.Path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // The claim of a process that has ended: the next reader recovers it.
        }
    }
}
