namespace CodeRelay.Packets;

/// <summary>What coderelay.yml says about where packets are and what they have to answer.</summary>
public abstract record PacketSettings
{
    /// <summary>The directories that hold a packet, relative to the root; empty means the known places.</summary>
    public IReadOnlyList<string> PacketDirectories { get; init; } = [];

    /// <summary>The profile, or null to let the packet decide.</summary>
    public Profile? Profile { get; init; }
}
