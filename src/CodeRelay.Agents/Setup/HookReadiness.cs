namespace CodeRelay.Agents.Setup;

/// <summary>Whether the runtime would really run the hooks.</summary>
public enum HookReadiness
{
    /// <summary>No: not installed, switched off, or the command is missing.</summary>
    No,

    /// <summary>After a trust step of the user, whose completion cannot be detected.</summary>
    AfterTrust,

    Yes,
}
