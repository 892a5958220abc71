namespace CodeRelay.Packets;

/// <summary>The settings in coderelay.yml for the location of packets and the questions they must answer.</summary>
public abstract record PacketSettings
{
    /// <summary>The directories that contain a packet, relative to the root; empty means the known places.</summary>
    public IReadOnlyList<string> PacketDirectories { get; init; } = [];

    /// <summary>The profile, or null to let the packet decide.</summary>
    public Profile? Profile { get; init; }
}
