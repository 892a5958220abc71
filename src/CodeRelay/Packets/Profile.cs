namespace CodeRelay.Packets;

/// <summary>The set of completeness rules for a packet.</summary>
public enum Profile
{
    /// <summary>The five questions: goal, in progress, next three, files, blockers.</summary>
    Relay,

    /// <summary>All nine items of a contract.</summary>
    Contract,
}
