using CodeRelay.Analysis;
using CodeRelay.Formats;
using CodeRelay.Packets;
using CodeRelay.Workspace;

namespace CodeRelay.Cli;

/// <summary>The packet that a verb is about where it takes only one.</summary>
internal static class NearestPacket
{
    /// <summary>The packet of a directory or the nearest one above it, else the first; null when there is none.</summary>
    /// <param name="repository">Where.</param>
    /// <param name="configuration">Says where packets are.</param>
    /// <param name="directory">Full path; the current directory when null.</param>
    public static Packet? Find(Repository repository, Configuration configuration, string? directory = null) => Of(repository, PacketDiscovery.FindPackets(repository, configuration), directory);

    /// <summary>The same of packets that are known.</summary>
    public static Packet? Of(Repository repository, IReadOnlyList<Packet> packets, string? directory = null)
    {
        var here = repository.RelativePath(RealPath.Of(directory ?? Directory.GetCurrentDirectory())) is { } path and not "." ? path + "/" : "/";
        return packets.Where(packet => packet.Directory.Length == 0 || here.StartsWith(packet.Directory + "/", StringComparison.Ordinal)).MaxBy(packet => packet.Directory.Length) ?? (packets.Count > 0 ? packets[0] : null);
    }

    /// <summary>The packet of a HANDOFF.md or of a directory that the user names.</summary>
    /// <exception cref="UsageException">There is none.</exception>
    public static Packet Named(Repository repository, Configuration configuration, IReadOnlyList<Packet> packets, string argument)
    {
        var path = NamedDocuments.Locate(repository, argument);
        if (packets.FirstOrDefault(packet => packet.Handoff.Path == path || packet.Directory == (path == "." ? "" : path)) is { } known)
            return known;
        // A packet that discovery leaves out, such as one in an archive, is read when somebody asks for it.
        if (DocumentKinds.Of(path) == DocumentKind.Handoff && PacketDiscovery.ReadDocument(repository, path) is { } handoff)
            return PacketDiscovery.PacketOf(repository, configuration, handoff);
        throw new UsageException(packets.Count == 0
            ? $"'{argument}' is not a packet, and this repository has none; `coderelay init` creates one"
            : $"'{argument}' is not a packet; valid are {string.Join(", ", packets.Select(packet => VisibleText.OfLine(packet.Handoff.Path)))}");
    }
}
