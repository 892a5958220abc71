using System.Buffers;
using CodeRelay.Analysis;
using CodeRelay.Packets;

namespace CodeRelay.Agents.Setup.Scaffolding;

/// <summary>The packet's place: the existing one, else the requested one.</summary>
/// <param name="Directory">Relative to the root, "" at the root.</param>
/// <param name="All">Every directory with a packet, this one first.</param>
internal sealed record PacketLocation(string Directory, IReadOnlyList<string> All)
{
    // Each of these has a special meaning in YAML, a path mention, or a shell.
    private static readonly SearchValues<char> Unsuitable = SearchValues.Create(":#'\"`{}[]<>&*!|?%,\\$;");

    /// <summary>The value of `packet` in the configuration.</summary>
    public string Setting => All.Count == 1 ? Name(Directory) : $"[{string.Join(", ", All.Select(Name))}]";

    /// <exception cref="ScaffoldException">The requested directory is outside of the repository, or a packet exists elsewhere.</exception>
    public static PacketLocation Choose(Configuration configuration, IReadOnlyList<Packet> packets, string? wanted)
    {
        var normalized = wanted is null ? null : Normalize(wanted);
        var existing = packets.Select(packet => packet.Directory).ToArray();
        if (existing.Length == 0)
            existing = [.. configuration.PacketDirectories];
        if (existing.Length == 0)
            return new PacketLocation(normalized ?? "", [normalized ?? ""]);
        if (normalized is null)
            return new PacketLocation(existing[0], existing);
        return existing.Contains(normalized)
            ? new PacketLocation(normalized, [normalized, .. existing.Where(directory => directory != normalized)])
            : throw new ScaffoldException($"the packet is in '{Name(existing[0])}', not in '{Name(normalized)}'; leave out --packet-dir, or move the packet and change `packet` in {Configuration.FileName}");
    }

    private static string Normalize(string wanted)
    {
        var path = wanted.Replace('\\', '/');
        var segments = path.Split('/').Where(segment => segment is not ("" or ".")).ToArray();
        if (path.StartsWith('/') || segments.Contains("..") || segments.Contains(".git") || path.AsSpan().ContainsAny(Unsuitable) || path.Any(char.IsControl))
            throw new ScaffoldException($"packet directory '{wanted}' cannot be used; valid is a path below the repository's root, such as src or docs/handoff");
        return string.Join('/', segments);
    }

    private static string Name(string directory) => directory.Length == 0 ? "." : directory;
}
