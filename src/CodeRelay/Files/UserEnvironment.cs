namespace CodeRelay.Files;

/// <summary>The user's home directory and environment variables.</summary>
/// <param name="home">Full path of the home directory.</param>
/// <param name="variable">Returns the value of a variable, or null.</param>
internal sealed class UserEnvironment(string home, Func<string, string?> variable)
{
    /// <summary>The environment of this process.</summary>
    public static UserEnvironment Current { get; } = new(HomePath(), Environment.GetEnvironmentVariable);

    public string Home { get; } = home;

    /// <summary>A variable's value, or null when it is unset or empty.</summary>
    public string? Variable(string name) => variable(name) is { Length: > 0 } value ? value : null;

    /// <summary>The directory in a variable, else a directory below the home directory.</summary>
    public string Directory(string variableName, string belowHome) =>
        Variable(variableName) is { } path && Path.IsPathFullyQualified(path) ? path : Path.Combine(Home, belowHome);

    // The same answer as GetFolderPath, which looks up enum names first: 0.1 ms of the 3 ms of a hook.
    private static string HomePath() =>
        !OperatingSystem.IsWindows() && Environment.GetEnvironmentVariable("HOME") is { Length: > 0 } home ? home : Environment.GetFolderPath(Environment.SpecialFolder.UserProfile);
}
