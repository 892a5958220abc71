namespace CodeRelay.Packets;

/// <summary>Which completeness rules a packet is held to.</summary>
public enum Profile
{
    /// <summary>The five questions: goal, in progress, next three, files, blockers.</summary>
    Relay,

    /// <summary>All nine items of a contract.</summary>
    Contract,
}
