using CodeRelay.Agents.Handoffs;

namespace CodeRelay.Cli.Output;

/// <summary>Takes handoffs for somebody who reads them now; whoever calls confirms the delivery once they were really told.</summary>
internal static class InboxTaking
{
    /// <summary>Claims one that is named, else the oldest ones.</summary>
    /// <param name="inbox">Whose.</param>
    /// <param name="id">As given; null for the oldest.</param>
    /// <param name="most">How many of the oldest.</param>
    /// <exception cref="RelayException">There is none of that id, or another reader was first.</exception>
    /// <exception cref="MissingEnvironmentException">The inbox cannot be written.</exception>
    public static Delivery Take(Inbox inbox, string? id, int most)
    {
        inbox.Recover();
        var waiting = inbox.Unread();
        return id is null ? Claim(inbox, waiting, most) : ClaimOne(inbox, InboxFiles.Find(waiting, id));
    }

    /// <summary>What an agent is shown: the handoffs in the frame that says what they are.</summary>
    public static string Text(Inbox inbox, IReadOnlyList<HandoffFile> files, WorktreeFacts now) =>
        HandoffFrame.Head(files, inbox.Own.Recipient) + string.Concat(files.Select(file => HandoffFrame.Of(file, now))) + HandoffFrame.Foot(files.Count);

    /// <summary>Says that there is none.</summary>
    public static string Nothing(Inbox inbox) => $"nothing waits for {inbox.Own.Recipient}";

    private static Delivery Claim(Inbox inbox, IReadOnlyList<HandoffFile> waiting, int most)
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

    private static Delivery ClaimOne(Inbox inbox, HandoffFile file) =>
        Claim(inbox, [file], most: 1) is { Handoffs.Count: 1 } delivery ? delivery : throw new RelayException($"'{file.Id}' was just taken by another reader; if `inbox list` still lists it, its name is too long for a lease: rename the file");
}
