namespace CodeRelay.Packets.Lanes;

/// <summary>The part that a session plays in a piece of work.</summary>
public enum Lane
{
    /// <summary>Defines the contract.</summary>
    Plan,

    /// <summary>Makes the change.</summary>
    Execute,

    /// <summary>Judges the change against the contract.</summary>
    Audit,

    /// <summary>Decides who goes on.</summary>
    Supervise,
}
