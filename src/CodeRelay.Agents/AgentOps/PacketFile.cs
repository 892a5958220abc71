using System.Text;
using CodeRelay.Agents.Handoffs;
using CodeRelay.Analysis;
using CodeRelay.Git;
using CodeRelay.Packets;

namespace CodeRelay.Agents.AgentOps;

/// <summary>The HANDOFF.md that an import makes, where there is none.</summary>
internal static class PacketFile
{
    private const string Name = "HANDOFF.md";

    /// <summary>The HANDOFF.md that is there, also one that cannot be read; relative to the root, or null.</summary>
    public static string? Existing(Repository repository, Configuration configuration) =>
        PacketDiscovery.FindHandoffs(repository, configuration) is [var found, ..] ? found : PacketDiscovery.FindUnread(repository, configuration) is [var unread, ..] ? unread : null;

    /// <summary>Where a new one belongs, relative to the root.</summary>
    public static string New(Configuration configuration) =>
        configuration.PacketDirectories is [{ Length: > 0 } directory, ..] ? $"{directory}/{Name}" : Name;

    /// <summary>Writes it.</summary>
    /// <returns>False when somebody else made one in the meantime.</returns>
    /// <exception cref="RelayException">Its directory leads out of the repository.</exception>
    /// <exception cref="IOException">It cannot be written; nothing is left behind.</exception>
    public static bool TryWrite(Repository repository, string path, string text)
    {
        var full = repository.FullPath(path);
        ArtifactFolder.CreateInside(repository, Path.GetDirectoryName(full)!);
        return ArtifactWriter.TryWrite(full, Encoding.UTF8.GetBytes(text));
    }
}
