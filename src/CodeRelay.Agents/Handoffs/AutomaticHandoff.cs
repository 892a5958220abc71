using CodeRelay.Analysis;
using CodeRelay.Files;
using CodeRelay.Git;

namespace CodeRelay.Agents.Handoffs;

/// <summary>A handoff that a hook writes to the session's own worktree before the session's context is lost.</summary>
internal static class AutomaticHandoff
{
    /// <summary>Writes the handoff.</summary>
    /// <param name="owner">The session's worktree.</param>
    /// <param name="configuration">The settings of coderelay.yml.</param>
    /// <param name="occasion">The topic: `auto-compact` or `auto-stop`.</param>
    /// <param name="sessionId">The runtime's session id, or empty; an unread handoff of the same session and occasion is replaced.</param>
    /// <param name="lastMessage">The agent's last message, or null.</param>
    /// <param name="tool">The value for `session_tool`.</param>
    /// <param name="environment">The user's machine.</param>
    /// <returns>Null when there is nothing to hand over.</returns>
    /// <exception cref="IOException">The inbox cannot be written.</exception>
    /// <exception cref="GitException">Git could not answer.</exception>
    public static WrittenHandoff? Write(MailboxOwner owner, Configuration configuration, string occasion, string sessionId, string? lastMessage, string tool, UserEnvironment environment)
    {
        var now = DateTimeOffset.UtcNow;
        if (PacketHandoff.Compose(owner.Repository, configuration, now) is not { } text)
            return null;
        var given = new HandoffText(System.Text.Encoding.UTF8.GetBytes($"---\nsession_id: {HandoffFrame.OneLine(sessionId)}\n---\n{text}"));
        var draft = new HandoffDraft(owner, given) { Topic = occasion, SessionTool = tool };
        var request = new HandoffRequest(draft, Address.Of(owner, name: null, environment), configuration, environment) { Policy = ObjectionPolicy.Redact, LastWords = lastMessage, Now = now };
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
