namespace CodeRelay.Agents.Runtimes;

/// <summary>The level of settings.</summary>
public enum SettingsLevel
{
    /// <summary>The repository's settings, committed and shared.</summary>
    Project,

    /// <summary>The user's settings, for all projects on this machine.</summary>
    User,
}
