using CodeRelay.Analysis;
using CodeRelay.Workspace;

namespace CodeRelay.Cli;

/// <summary>The packet that a verb is about where it takes only one.</summary>
internal static class NearestPacket
{
    /// <summary>The packet of a directory or the nearest one above it, else the first; null when there is none.</summary>
    /// <param name="repository">Where.</param>
    /// <param name="configuration">Says where packets are.</param>
    /// <param name="directory">Full path; the current directory when null.</param>
    public static Packet? Find(Repository repository, Configuration configuration, string? directory = null)
    {
        var packets = PacketDiscovery.FindPackets(repository, configuration);
        var here = repository.RelativePath(RealPath.Of(directory ?? Directory.GetCurrentDirectory())) is { } path and not "." ? path + "/" : "/";
        return packets.Where(packet => packet.Directory.Length == 0 || here.StartsWith(packet.Directory + "/", StringComparison.Ordinal)).MaxBy(packet => packet.Directory.Length) ?? (packets.Count > 0 ? packets[0] : null);
    }
}
