using System.Text;
using CodeRelay.Git;

namespace CodeRelay.Agents.Handoffs;

/// <summary>A handoff that was written.</summary>
/// <param name="Path">Full path of the file that was really used.</param>
/// <param name="Address">Where it went.</param>
/// <param name="Sentinel">What the receiver will repeat.</param>
internal sealed record WrittenHandoff(string Path, Address Address, string Sentinel);

/// <summary>Puts handoffs into the inbox.</summary>
internal static class HandoffWriter
{
    /// <summary>The state of a worktree as a handoff tells it, the commit shortened as git does it.</summary>
    public static WorktreeFacts Facts(Repository repository)
    {
        var facts = WorktreeFacts.Read(repository);
        try
        {
            return facts.Head is not null && repository.Git?.Run("rev-parse", "--short", "HEAD") is { Succeeded: true, Text: { Length: > 0 } id } ? facts with { Head = id } : facts;
        }
        catch (GitException)
        {
            return facts;
        }
    }

    /// <summary>Writes a composed handoff; never over another.</summary>
    /// <param name="address">Where it goes.</param>
    /// <param name="fileName">The wanted name.</param>
    /// <param name="text">The whole file.</param>
    /// <exception cref="IOException">It cannot be written; nothing is left behind.</exception>
    /// <exception cref="UnauthorizedAccessException">As for <see cref="IOException"/>.</exception>
    public static WrittenHandoff Write(Address address, string fileName, string text)
    {
        var content = Encoding.UTF8.GetBytes(text);
        address.Place.Create();
        return new WrittenHandoff(Publisher.Write(address.Place.Unread, fileName, content), address, new HandoffText(content).Sentinel);
    }
}
