using CodeRelay.Files;

namespace CodeRelay.Agents.Runtimes;

/// <summary>The instruction files that a runtime reads by itself.</summary>
/// <param name="Files">The project's, relative to the root with '/', the one that is best written first.</param>
internal sealed record InstructionSupport(params IReadOnlyList<string> Files)
{
    /// <summary>Full paths of the user's own; none where no such file is known.</summary>
    public Func<UserEnvironment, IReadOnlyList<string>> User { get; init; } = _ => [];

    /// <summary>Full paths of a level, where they depend on which files are there.</summary>
    public Func<SettingsScope, IReadOnlyList<string>>? PlacesOf { get; init; }

    /// <summary>What has to stand above the text of an instruction file that is ours as a whole, by its full path, for the runtime to read it always.</summary>
    public Func<string, string> Header { get; init; } = _ => "";

    /// <summary>
    /// Full paths of a level, the one that is best written first. One that is missing may stay missing: another one that is read
    /// instead of it would be hidden by it.
    /// </summary>
    public IReadOnlyList<string> Places(SettingsScope scope) =>
        PlacesOf?.Invoke(scope) ?? (scope.IsProject ? [.. Files.Select(file => Path.GetFullPath(file, scope.Root))] : User(scope.Environment));
}
