using CodeRelay.Agents.Runtimes;
using CodeRelay.Agents.Runtimes.Settings;
using CodeRelay.Agents.Setup.Servers;
using CodeRelay.Files;
using CodeRelay.Git;

namespace CodeRelay.Agents.Setup;

/// <summary>The state of the hooks in one settings file.</summary>
/// <param name="IsInstalled">True when CodeRelay's hooks are there, in any form.</param>
/// <param name="File">Relative to the repository's root with '/', or a full path outside of it; null when the runtime has no such level.</param>
internal sealed record HookLevelStatus(bool IsInstalled, string? File);

/// <summary>The state of one runtime.</summary>
/// <param name="Runtime">The runtime.</param>
/// <param name="IsDetected">True when its program or its settings exist.</param>
/// <param name="Version">The version of its program, or null.</param>
/// <param name="Project">The repository's settings.</param>
/// <param name="User">The user's settings.</param>
/// <param name="Readiness">Whether it would run the hooks.</param>
/// <param name="ProjectServer">The MCP server in the repository's settings.</param>
/// <param name="UserServer">The MCP server in the user's settings.</param>
/// <param name="Open">The user's remaining steps, and the runtime's limitations, one sentence each.</param>
internal sealed record HookStatus(AgentRuntime Runtime, bool IsDetected, string? Version, HookLevelStatus Project, HookLevelStatus User, HookReadiness Readiness, HookLevelStatus ProjectServer, HookLevelStatus UserServer, IReadOnlyList<string> Open)
{
    /// <summary>Reads the settings and asks the program for its version.</summary>
    public static HookStatus Read(AgentRuntime runtime, Repository repository, UserEnvironment? environment = null)
    {
        environment ??= UserEnvironment.Current;
        var survey = new HookSurvey(runtime, repository.Root, environment);
        var servers = new ServerSurvey(runtime, repository.Root, environment);
        var version = runtime.ProgramPath(environment) is { } program ? ProgramVersion.Ask(program) : null;
        return new HookStatus(
            runtime,
            runtime.IsDetected(repository.Root, environment),
            version,
            Level(survey.Project),
            Level(survey.User),
            runtime.Hooks?.RunsIn(version) != false ? survey.Readiness : HookReadiness.No,
            Level(servers.Of(SettingsLevel.Project)),
            Level(servers.Of(SettingsLevel.User)),
            [.. survey.OpenSteps().Concat(servers.OpenSteps()).Distinct(StringComparer.Ordinal)]);

        HookLevelStatus Level(HookSettings? settings) =>
            settings is null ? new HookLevelStatus(IsInstalled: false, File: null) : new HookLevelStatus(HookFile.Look(settings).IsInstalled, repository.RelativePath(settings.Path) ?? settings.Path);
    }

    /// <summary>True when the hooks are in the settings of a level; starts no program.</summary>
    public static bool IsInstalled(AgentRuntime runtime, SettingsLevel level, Repository repository, UserEnvironment? environment = null) =>
        runtime.Hooks?.Settings(new SettingsScope(level, repository.Root, environment ?? UserEnvironment.Current)) is { } settings && HookFile.Look(settings).IsInstalled;

    /// <summary>The remaining steps after an installation.</summary>
    internal static IReadOnlyList<string> OpenSteps(IReadOnlyList<AgentRuntime> runtimes, Repository repository, SettingsLevel level, UserEnvironment environment, bool withServer = false) =>
    [
        .. runtimes.SelectMany(runtime => new HookSurvey(runtime, repository.Root, environment).OpenStepsAfterInstall(level)
            .Concat(withServer ? new ServerSurvey(runtime, repository.Root, environment).OpenStepsAfterInstall(level) : [])).Distinct(StringComparer.Ordinal),
    ];
}
