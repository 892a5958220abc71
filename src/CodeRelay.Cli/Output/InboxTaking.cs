using CodeRelay.Agents.Handoffs;

namespace CodeRelay.Cli.Output;

/// <summary>Takes handoffs for immediate reading; the caller confirms the delivery after the output was written.</summary>
internal static class InboxTaking
{
    /// <summary>Leases the given handoff, else the oldest ones.</summary>
    /// <param name="inbox">The inbox.</param>
    /// <param name="id">The argument; null for the oldest.</param>
    /// <param name="most">The largest number of oldest ones.</param>
    /// <exception cref="RelayException">No handoff has that id, or another reader was first.</exception>
    /// <exception cref="MissingEnvironmentException">The inbox cannot be written.</exception>
    public static Delivery Take(Inbox inbox, string? id, int most)
    {
        inbox.Recover();
        var waiting = inbox.Unread();
        return id is null ? Lease(inbox, waiting, most) : LeaseOne(inbox, InboxFiles.Find(waiting, id));
    }

    /// <summary>The output for an agent: the framed handoffs.</summary>
    public static string Text(Inbox inbox, IReadOnlyList<HandoffFile> files, WorktreeFacts now) =>
        HandoffFrame.Head(files, inbox.Own.Recipient) + string.Concat(files.Select(file => HandoffFrame.Of(file, now))) + HandoffFrame.Foot(files.Count);

    /// <summary>The message for an empty inbox.</summary>
    public static string Nothing(Inbox inbox) => $"nothing waits for {inbox.Own.Recipient}";

    private static Delivery Lease(Inbox inbox, IReadOnlyList<HandoffFile> waiting, int most)
    {
        try
        {
            return Delivery.Of(waiting, most);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new MissingEnvironmentException($"nothing was taken, because {inbox.Own.Unread} cannot be written: {e.Message.TrimEnd('.')}; free disk space or make the directory writable, or read it without taking it: `coderelay inbox show <id>`");
        }
    }

    private static Delivery LeaseOne(Inbox inbox, HandoffFile file) =>
        Lease(inbox, [file], most: 1) is { Handoffs.Count: 1 } delivery ? delivery : throw new RelayException($"'{file.Id}' was just taken by another reader; if `inbox list` still lists it, its name is too long for a lease: rename the file");
}
