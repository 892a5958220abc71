namespace CodeRelay.Agents.Runtimes;

/// <summary>Where a runtime looks for skills and slash commands.</summary>
internal sealed record SkillSupport
{
    /// <summary>The directory that most runtimes share.</summary>
    public static SkillSupport Shared { get; } = new() { Directory = scope => scope.Below(".agents", "skills") };

    /// <summary>The directory of a level that holds one directory per skill.</summary>
    public required Func<SettingsScope, string> Directory { get; init; }

    /// <summary>The directory of a level for slash commands in TOML; null where skills are commands already, or there is none.</summary>
    public Func<SettingsScope, string>? Commands { get; init; }
}
