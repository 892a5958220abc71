namespace CodeRelay.Agents.Handoffs.Remote;

/// <summary>The outcome of an attempt to take a handoff.</summary>
internal enum TakeOutcome
{
    /// <summary>The handoff is ours and gone from the remote; deliver the stored copy.</summary>
    Won,

    /// <summary>Another taker won, or the sender withdrew it; drop the stored copy.</summary>
    Lost,

    /// <summary>The handoff still waits on the remote and is not ours; drop the stored copy.</summary>
    Waiting,

    /// <summary>The remote did not answer. The stored copy stays until <see cref="RemoteInbox.Resume"/> finds the result.</summary>
    Unknown,
}
