namespace CodeRelay.Agents.Handoffs.Remote;

/// <summary>How the attempt to take a handoff ended.</summary>
internal enum TakeOutcome
{
    /// <summary>It is ours and gone from the remote; what was kept is to be delivered.</summary>
    Won,

    /// <summary>Somebody else took it, or it was withdrawn; what was kept is to be dropped.</summary>
    Lost,

    /// <summary>It still waits on the remote and is not ours; what was kept is to be dropped.</summary>
    Waiting,

    /// <summary>The remote did not say. What was kept stays as it is until <see cref="RemoteInbox.Resume"/> tells.</summary>
    Unknown,
}
