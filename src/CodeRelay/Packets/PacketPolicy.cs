namespace CodeRelay.Packets;

/// <summary>What a team wants git to do with the packet.</summary>
public enum PacketPolicy
{
    /// <summary>It is committed, so that everybody has it.</summary>
    Committed,

    /// <summary>It stays on the machine.</summary>
    Ignored,
}
