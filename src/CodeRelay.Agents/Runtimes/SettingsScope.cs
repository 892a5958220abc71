using CodeRelay.Files;

namespace CodeRelay.Agents.Runtimes;

/// <summary>The settings of one level on one machine: a repository's, or the user's.</summary>
/// <param name="Level">The level.</param>
/// <param name="Root">Full path of the repository's top level.</param>
/// <param name="Environment">The user's machine.</param>
internal sealed record SettingsScope(SettingsLevel Level, string Root, UserEnvironment Environment)
{
    public bool IsProject => Level == SettingsLevel.Project;

    /// <summary>The project's scope, then the user's.</summary>
    public static IReadOnlyList<SettingsScope> Both(string root, UserEnvironment environment) =>
        [new(SettingsLevel.Project, root, environment), new(SettingsLevel.User, root, environment)];

    /// <summary>The same machine and repository on another level.</summary>
    public SettingsScope At(SettingsLevel level) => level == Level ? this : this with { Level = level };

    /// <summary>Full path below the repository's root or below the home directory.</summary>
    public string Below(params ReadOnlySpan<string> parts) => Path.Combine([IsProject ? Root : Environment.Home, .. parts]);

    /// <summary>Full path of a directory below the repository's root, or of the user's directory, which a variable may relocate.</summary>
    /// <param name="name">The directory's name below the root or below the home directory.</param>
    /// <param name="variable">The environment variable that names the user's directory.</param>
    public string Directory(string name, string variable) => IsProject ? Path.Combine(Root, name) : Environment.Directory(variable, name);
}
