namespace CodeRelay.Agents.Setup;

/// <summary>Whether the runtime would really run our hooks.</summary>
public enum HookReadiness
{
    /// <summary>No: nothing is installed, something is switched off, or the command is missing.</summary>
    No,

    /// <summary>After a trust step that only the user can do, and of which nobody else can tell whether it was done.</summary>
    AfterTrust,

    Yes,
}
