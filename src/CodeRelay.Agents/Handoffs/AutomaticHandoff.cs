using CodeRelay.Analysis;
using CodeRelay.Files;
using CodeRelay.Git;

namespace CodeRelay.Agents.Handoffs;

/// <summary>The handoff that nobody has to remember: written by a hook to the session's own worktree, when its memory is about to go.</summary>
internal static class AutomaticHandoff
{
    /// <summary>Writes it.</summary>
    /// <param name="station">Where the session runs.</param>
    /// <param name="configuration">What coderelay.yml says.</param>
    /// <param name="occasion">Becomes the topic: `auto-compact`, `auto-stop`.</param>
    /// <param name="sessionId">The runtime's id of the session, or empty; a handoff of the same session and occasion that nobody has read gives way.</param>
    /// <param name="lastMessage">What the agent said last, or null.</param>
    /// <param name="tool">The runtime's word for `session_tool`.</param>
    /// <param name="environment">The user's machine.</param>
    /// <returns>Null when there is nothing to hand over.</returns>
    /// <exception cref="IOException">The inbox cannot be written.</exception>
    /// <exception cref="GitException">Git could not answer.</exception>
    public static WrittenHandoff? Write(MailboxOwner station, Configuration configuration, string occasion, string sessionId, string? lastMessage, string tool, UserEnvironment environment)
    {
        var now = DateTimeOffset.UtcNow;
        if (PacketHandoff.Compose(station.Repository, configuration, now) is not { } text)
            return null;
        var given = new HandoffText(System.Text.Encoding.UTF8.GetBytes($"---\nsession_id: {HandoffFrame.OneLine(sessionId)}\n---\n{text}"));
        var draft = new HandoffDraft(station, given) { Topic = occasion, SessionTool = tool };
        var request = new HandoffRequest(draft, Address.Of(station, name: null, environment), configuration, environment) { Policy = ObjectionPolicy.Redact, LastWords = lastMessage, Now = now };
        var written = SendHandoff.Run(request).Written!;
        RemoveOlder(written, occasion, sessionId);
        return written;
    }

    private static void RemoveOlder(WrittenHandoff written, string occasion, string sessionId)
    {
        if (sessionId.Length == 0)
            return;
        foreach (var older in Inbox.FilesOf(written.Address.Place, HandoffState.Unread).Where(file => file.Path != written.Path))
        {
            if (older.TryReadText() is { } text && text["topic"] == occasion && text["session_id"] == sessionId)
                Publisher.TryDelete(older.Path);
        }
    }
}
