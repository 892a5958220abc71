namespace CodeRelay.Relay;

/// <summary>
/// Handoffs on their way to a session. They are claimed, so that no other session gets them, and archived only by
/// <see cref="Confirm"/>, after the text has really been written; a delivery that is given up leaves them unread.
/// </summary>
public sealed class Delivery : IDisposable
{
    /// <summary>What is kept free of the limit for the lines around the handoffs.</summary>
    private const int Frame = 1200;

    private readonly Dictionary<InboxPlace, Claims> _claims = [];
    private readonly List<HandoffFile> _taken = [];

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
        var unread = inbox.Unread();
        if (unread.Count == 0)
            return delivery;
        var now = facts();
        var fitting = Fitting(unread, limit - Frame, now);
        var failure = delivery.Take(fitting.Select(entry => entry.File));
        delivery.Write(inbox, unread.Count, [.. delivery._taken.Select(file => fitting.First(entry => entry.File.Path == file.Path))], failure);
        delivery.MoveToClaims();
        return delivery;
    }

    /// <summary>Claims one handoff, whatever its length.</summary>
    /// <returns>Null when another reader was first.</returns>
    /// <exception cref="IOException">The inbox cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">As for <see cref="IOException"/>.</exception>
    public static Delivery? OfOne(HandoffFile file)
    {
        var delivery = new Delivery();
        if (delivery.ClaimsOf(file.Place).TryTake(file.Id) is not { } claim)
        {
            delivery.Dispose();
            return null;
        }

        delivery._taken.Add(file with { Path = claim, State = HandoffState.Claimed });
        return delivery;
    }

    /// <summary>Archives what was delivered, with the time of receipt. What cannot be archived becomes unread again.</summary>
    public void Confirm()
    {
        foreach (var file in _taken)
        {
            try
            {
                file.Place.Create();
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

    private static List<(HandoffFile File, string Text)> Fitting(IReadOnlyList<HandoffFile> unread, int limit, WorktreeFacts now)
    {
        var fitting = new List<(HandoffFile, string)>();
        foreach (var file in unread.Reverse())
        {
            if (file.TryReadText() is null)
                continue;
            var text = HandoffFrame.Of(file, now);
            if (text.Length > limit && fitting.Count > 0)
                break;
            fitting.Insert(0, (file, text.Length > limit ? Cut(text, limit, file) : text));
            limit -= text.Length;
        }

        return fitting;
    }

    private static string Cut(string text, int limit, HandoffFile file)
    {
        var end = Math.Max(0, limit - 300);
        if (end > 0 && char.IsHighSurrogate(text[end - 1]))
            end--;
        return $"{text[..end]}…\n\nThe handoff is longer than what fits here: the rest stands in {Path.Combine(file.Place.Read, file.Id)}\n";
    }

    private Exception? Take(IEnumerable<HandoffFile> files)
    {
        foreach (var file in files)
        {
            try
            {
                if (ClaimsOf(file.Place).TryTake(file.Id) is not null)
                    _taken.Add(file);
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                return e;
            }
        }

        return null;
    }

    private void Write(Inbox inbox, int waiting, IReadOnlyList<(HandoffFile File, string Text)> taken, Exception? failure)
    {
        var rest = waiting - taken.Count;
        if (failure is not null)
            Text = $"\n{waiting} handoff(s) wait for {inbox.Own.Recipient}, but the inbox {inbox.Own.Unread} cannot be written, so they were not delivered: {failure.Message}\nTo read them all the same: coderelay inbox list\n";
        if (taken.Count == 0)
            return;
        Text = HandoffFrame.Head([.. taken.Select(entry => entry.File)], inbox.Own.Recipient) + string.Concat(taken.Select(entry => entry.Text))
            + HandoffFrame.Foot(taken.Count)
            + (rest > 0 && failure is null ? $"{rest} older handoff(s) still wait and come at the next start; to read them now: coderelay inbox list\n" : "")
            + Text;
    }

    private void MoveToClaims()
    {
        for (var i = 0; i < _taken.Count; i++)
            _taken[i] = _taken[i] with { Path = Path.Combine(_taken[i].Place.Unread, new ClaimName(Environment.ProcessId, _taken[i].Id).ToString()), State = HandoffState.Claimed };
    }

    private Claims ClaimsOf(InboxPlace place)
    {
        if (!_claims.TryGetValue(place, out var claims))
            _claims.Add(place, claims = new Claims(place));
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
