using System.Text;
using CodeRelay.Git;

namespace CodeRelay.Agents.Handoffs;

/// <summary>A written handoff.</summary>
/// <param name="Path">Full path of the file, with the suffix when the name was taken.</param>
/// <param name="Address">The recipient.</param>
/// <param name="Sentinel">The token that the receiver repeats.</param>
internal sealed record WrittenHandoff(string Path, Address Address, string Sentinel);

/// <summary>Puts handoffs into the inbox.</summary>
internal static class HandoffWriter
{
    /// <summary>The worktree's state as a handoff records it, the commit abbreviated as git does.</summary>
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

    /// <summary>Writes a composed handoff and never overwrites another.</summary>
    /// <param name="address">The recipient.</param>
    /// <param name="fileName">The preferred name.</param>
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
