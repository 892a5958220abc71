namespace CodeRelay.Packets.Lanes;

/// <summary>The role of a session in a piece of work.</summary>
public enum Lane
{
    /// <summary>Defines the contract.</summary>
    Plan,

    /// <summary>Makes the change.</summary>
    Execute,

    /// <summary>Reviews the change against the contract.</summary>
    Audit,

    /// <summary>Decides which lane continues.</summary>
    Supervise,
}
