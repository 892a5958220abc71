namespace CodeRelay.Agents.Runtimes;

/// <summary>The places of a runtime's skills and slash commands.</summary>
internal sealed record SkillSupport
{
    /// <summary>The directory shared by most runtimes.</summary>
    public static SkillSupport Shared { get; } = new() { Directory = scope => scope.Below(".agents", "skills") };

    /// <summary>The directory of a level with one directory per skill.</summary>
    public required Func<SettingsScope, string> Directory { get; init; }

    /// <summary>The directory of a level for slash commands in TOML; null where skills are already commands, or none exists.</summary>
    public Func<SettingsScope, string>? Commands { get; init; }
}
