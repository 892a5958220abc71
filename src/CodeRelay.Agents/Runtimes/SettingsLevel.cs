namespace CodeRelay.Agents.Runtimes;

/// <summary>Whose settings hold the hooks.</summary>
public enum SettingsLevel
{
    /// <summary>The repository's, committed and shared.</summary>
    Project,

    /// <summary>The user's, for all projects on this machine.</summary>
    User,
}
