namespace CodeRelay.Agents.Runtimes;

/// <summary>The power of a runtime's hook at the end of a turn.</summary>
public enum StopPower
{
    None,

    /// <summary>The hook can make the agent continue.</summary>
    Block,

    /// <summary>The hook can only send another message after the turn.</summary>
    FollowUp,
}

/// <summary>The capabilities of a runtime's hooks.</summary>
/// <param name="Stop">At the end of a turn.</param>
/// <param name="InjectsAtSessionStart">True when text of the session-start hook reaches the model.</param>
/// <param name="HasPreCompact">True when there is an event before compaction.</param>
internal sealed record HookCapabilities(StopPower Stop, bool InjectsAtSessionStart, bool HasPreCompact)
{
    /// <summary>No capability.</summary>
    public static HookCapabilities None { get; } = new(StopPower.None, InjectsAtSessionStart: false, HasPreCompact: false);
}
