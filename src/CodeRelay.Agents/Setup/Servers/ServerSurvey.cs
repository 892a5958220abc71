using CodeRelay.Agents.Runtimes;
using CodeRelay.Agents.Runtimes.Settings;
using CodeRelay.Files;

namespace CodeRelay.Agents.Setup.Servers;

/// <summary>Examines the settings of one runtime for the MCP server and for obstacles.</summary>
internal sealed class ServerSurvey(AgentRuntime runtime, string root, UserEnvironment environment)
{
    private static readonly SettingsLevel[] Levels = [SettingsLevel.Project, SettingsLevel.User];

    /// <summary>The registration at a level, or null when the runtime has no place for it.</summary>
    public HookSettings? Of(SettingsLevel level) => OwnServer.Settings(runtime.Mcp?.Place(new SettingsScope(level, root, environment)));

    /// <summary>True when the server is registered at a level.</summary>
    public bool IsRegistered(SettingsLevel level) => Of(level) is { } settings && HookFile.Look(settings).IsInstalled;

    /// <summary>The remaining steps in the current state; registration is optional and no step.</summary>
    public IEnumerable<string> OpenSteps()
    {
        if (Levels.All(level => Of(level) is null))
            return [runtime.WithoutMcp];
        // An invalid file may also contain the hooks, which then report it.
        var problems = Levels.Select(Of).OfType<HookSettings>().Select(HookFile.Problem).OfType<string>();
        return [.. problems, .. Levels.Where(IsRegistered).SelectMany(StepsOf)];
    }

    /// <summary>The remaining steps after the server was registered at a level.</summary>
    public IEnumerable<string> OpenStepsAfterInstall(SettingsLevel level)
    {
        if (Of(level) is not null)
            return StepsOf(level);
        return Levels.All(other => Of(other) is null)
            ? [runtime.WithoutMcp]
            : [$"{runtime.Name} reads MCP servers only from {(level == SettingsLevel.Project ? "the user's" : "a project's")} settings: coderelay hooks install --mcp --{(level == SettingsLevel.Project ? "user" : "project")} --runtimes {runtime.Id}"];
    }

    private IEnumerable<string> StepsOf(SettingsLevel level)
    {
        foreach (var step in runtime.Mcp!.Steps(level))
            yield return step;
        if (ExecutableFinder.Find("coderelay", environment.Variable("PATH") ?? "") is null)
            yield return $"the server in {Of(level)!.Path} is started as coderelay, which is not on PATH: {Product.InstallCommand}";
    }
}
