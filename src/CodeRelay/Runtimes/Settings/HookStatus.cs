using CodeRelay.Workspace;

namespace CodeRelay.Runtimes.Settings;

/// <summary>Our hooks in one settings file.</summary>
/// <param name="IsInstalled">True when hooks of ours are there, in whatever form.</param>
/// <param name="File">Relative to the repository's root with '/', or a full path outside of it; null when the runtime has no such level.</param>
public sealed record HookLevelStatus(bool IsInstalled, string? File);

/// <summary>How things stand with one runtime.</summary>
/// <param name="Runtime">The runtime.</param>
/// <param name="IsDetected">True when its program or its settings are here.</param>
/// <param name="Version">What its program calls itself, or null.</param>
/// <param name="Project">The repository's settings.</param>
/// <param name="User">The user's settings.</param>
/// <param name="Open">What the user still has to do, one sentence each.</param>
public sealed record HookStatus(AgentRuntime Runtime, bool IsDetected, string? Version, HookLevelStatus Project, HookLevelStatus User, IReadOnlyList<string> Open)
{
    /// <summary>Looks at the settings and asks the program for its version.</summary>
    public static HookStatus Read(AgentRuntime runtime, Repository repository, UserEnvironment? environment = null)
    {
        environment ??= UserEnvironment.Current;
        var project = ReadLevel(runtime, SettingsLevel.Project, repository, environment);
        var user = ReadLevel(runtime, SettingsLevel.User, repository, environment);
        return new HookStatus(
            runtime,
            runtime.IsDetected(repository.Root, environment),
            runtime.ProgramPath(environment) is { } program ? ProgramVersion.Ask(program) : null,
            project,
            user,
            [.. OpenSteps(runtime, repository, environment, project.IsInstalled, user.IsInstalled)]);
    }

    /// <summary>Whether our hooks are in the settings of a level; no program is asked for anything.</summary>
    /// <exception cref="SettingsException">The settings do not parse.</exception>
    public static bool IsInstalled(AgentRuntime runtime, SettingsLevel level, Repository repository, UserEnvironment? environment = null) =>
        ReadLevel(runtime, level, repository, environment ?? UserEnvironment.Current).IsInstalled;

    /// <summary>What is left to do after an installation.</summary>
    internal static IReadOnlyList<string> OpenSteps(IReadOnlyList<AgentRuntime> runtimes, Repository repository, SettingsLevel level, UserEnvironment environment) =>
        [.. runtimes.SelectMany(runtime => OpenSteps(runtime, repository, environment, level == SettingsLevel.Project, level == SettingsLevel.User)).Distinct(StringComparer.Ordinal)];

    private static HookLevelStatus ReadLevel(AgentRuntime runtime, SettingsLevel level, Repository repository, UserEnvironment environment)
    {
        if (runtime.Settings(level, repository.Root, environment) is not { } settings)
            return new HookLevelStatus(IsInstalled: false, File: null);
        var isInstalled = HookFile.Ours(settings).Any(own => !own.Entry.IsMisplaced);
        return new HookLevelStatus(isInstalled, repository.RelativePath(settings.Path) ?? settings.Path);
    }

    private static IEnumerable<string> OpenSteps(AgentRuntime runtime, Repository repository, UserEnvironment environment, bool inProject, bool inUser)
    {
        if (!inProject && !inUser)
            return [$"the hooks are not installed: coderelay hooks install --runtimes {runtime.Id}"];
        var steps = new List<string>();
        foreach (var level in new[] { SettingsLevel.Project, SettingsLevel.User }.Where(level => level == SettingsLevel.Project ? inProject : inUser))
        {
            steps.AddRange(runtime.TrustSteps(level));
            steps.AddRange(runtime.Obstacles(level, repository.Root, environment));
            if (runtime.Settings(level, repository.Root, environment) is { } settings && HookFile.Ours(settings).Any(own => !own.IsCurrent))
                steps.Add($"{settings.Path} holds hooks of an older form: coderelay hooks install --runtimes {runtime.Id} --{(level == SettingsLevel.Project ? "project" : "user")}");
        }

        if (ExecutableFinder.Find("coderelay", environment.Variable("PATH") ?? "") is null)
        {
            steps.Add(inUser
                ? "the hook lines in the user's settings call coderelay, which is not on PATH: dotnet tool install --global CodeRelay.Tool"
                : "coderelay is not on PATH, so the hook falls back to its script: dotnet tool install --global CodeRelay.Tool");
        }

        return steps.Distinct(StringComparer.Ordinal);
    }
}
