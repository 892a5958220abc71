namespace CodeRelay.Agents.Runtimes;

/// <summary>What a runtime lets the hook do at the end of a turn.</summary>
public enum StopPower
{
    None,

    /// <summary>The hook can make the agent go on.</summary>
    Block,

    /// <summary>The hook can only send another message after the turn.</summary>
    FollowUp,
}

/// <summary>What a runtime's hooks can do.</summary>
/// <param name="Stop">At the end of a turn.</param>
/// <param name="InjectsAtSessionStart">True when text of the session-start hook reaches the model.</param>
/// <param name="HasPreCompact">True when there is an event before compaction.</param>
internal sealed record HookCapabilities(StopPower Stop, bool InjectsAtSessionStart, bool HasPreCompact)
{
    /// <summary>There is nothing that a hook could do.</summary>
    public static HookCapabilities None { get; } = new(StopPower.None, InjectsAtSessionStart: false, HasPreCompact: false);
}
