using System.Text;
using CodeRelay.Agents.Handoffs;
using CodeRelay.Analysis;
using CodeRelay.Git;
using CodeRelay.Packets;

namespace CodeRelay.Agents.AgentOps;

/// <summary>The HANDOFF.md that an import creates in a repository without one.</summary>
internal static class PacketFile
{
    private const string Name = "HANDOFF.md";

    /// <summary>The existing HANDOFF.md, even an unreadable one; relative to the root, or null.</summary>
    public static string? Existing(Repository repository, Configuration configuration) =>
        PacketDiscovery.FindHandoffs(repository, configuration) is [var found, ..] ? found : PacketDiscovery.FindUnread(repository, configuration) is [var unread, ..] ? unread : null;

    /// <summary>The path of a new one, relative to the root.</summary>
    public static string New(Configuration configuration) =>
        configuration.PacketDirectories is [{ Length: > 0 } directory, ..] ? $"{directory}/{Name}" : Name;

    /// <summary>Writes the file.</summary>
    /// <returns>False when another process created one in the meantime.</returns>
    /// <exception cref="RelayException">The directory is outside of the repository.</exception>
    /// <exception cref="IOException">The file cannot be written; nothing is left behind.</exception>
    public static bool TryWrite(Repository repository, string path, string text)
    {
        var full = repository.FullPath(path);
        ArtifactFolder.CreateInside(repository, Path.GetDirectoryName(full)!);
        return ArtifactWriter.TryWrite(full, Encoding.UTF8.GetBytes(text));
    }
}
