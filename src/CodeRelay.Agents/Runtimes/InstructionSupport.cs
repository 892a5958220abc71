using CodeRelay.Files;

namespace CodeRelay.Agents.Runtimes;

/// <summary>The instruction files that a runtime reads on its own.</summary>
/// <param name="Files">The project's files, relative to the root with '/', preferred one first.</param>
internal sealed record InstructionSupport(params IReadOnlyList<string> Files)
{
    /// <summary>Full paths of the user's files; empty when none is known.</summary>
    public Func<UserEnvironment, IReadOnlyList<string>> User { get; init; } = _ => [];

    /// <summary>Full paths for a level, where they depend on the existing files.</summary>
    public Func<SettingsScope, IReadOnlyList<string>>? PlacesOf { get; init; }

    /// <summary>
    /// The text that an instruction file owned by CodeRelay must start with, given its full path, so that the runtime always reads it.
    /// </summary>
    public Func<string, string> Header { get; init; } = _ => "";

    /// <summary>
    /// Full paths for a level, preferred one first. A missing one may have to stay missing: it would hide another one that is read
    /// in its place.
    /// </summary>
    public IReadOnlyList<string> Places(SettingsScope scope) =>
        PlacesOf?.Invoke(scope) ?? (scope.IsProject ? [.. Files.Select(file => Path.GetFullPath(file, scope.Root))] : User(scope.Environment));
}
