using CodeRelay.Agents.Runtimes;
using CodeRelay.Agents.Runtimes.Settings;
using CodeRelay.Files;

namespace CodeRelay.Agents.Setup;

/// <summary>Examines all settings of one runtime for CodeRelay's hooks and for obstacles.</summary>
internal sealed class HookSurvey
{
    private readonly AgentRuntime _runtime;
    private readonly SettingsScope _project;

    public HookSurvey(AgentRuntime runtime, string root, UserEnvironment environment)
    {
        _runtime = runtime;
        _project = new SettingsScope(SettingsLevel.Project, root, environment);
        Project = runtime.Hooks?.Settings(_project);
        User = runtime.Hooks?.Settings(_project.At(SettingsLevel.User));
    }

    public HookSettings? Project { get; }

    public HookSettings? User { get; }

    public HookReadiness Readiness
    {
        get
        {
            var levels = InstalledLevels();
            if (levels.Count == 0)
                return Borrowed().Any() && HasCommand ? HookReadiness.AfterTrust : HookReadiness.No;
            if (levels.TrueForAll(level => Obstacles(level).Any() || !CanRun(Of(level)!)))
                return HookReadiness.No;
            return levels.Exists(level => _runtime.Hooks!.TrustSteps(level).Count == 0) ? HookReadiness.Yes : HookReadiness.AfterTrust;
        }
    }

    private bool HasCommand => ExecutableFinder.Find("coderelay", _project.Environment.Variable("PATH") ?? "") is not null;

    /// <summary>The remaining steps in the current state.</summary>
    public IEnumerable<string> OpenSteps()
    {
        var levels = InstalledLevels();
        var borrowed = Borrowed().ToList();
        if (levels.Count == 0 && borrowed.Count == 0 && (Project ?? User) is not null)
            yield return $"the hooks are not installed: coderelay hooks install {(Project is null ? "--user " : "")}--runtimes {_runtime.Id}";
        foreach (var problem in new[] { Project, User }.OfType<HookSettings>().Select(HookFile.Problem).OfType<string>())
            yield return problem;
        foreach (var step in levels.SelectMany(StepsOf).Concat(Shared(levels.Count > 0, borrowed)).Concat(_runtime.Notes))
            yield return step;
    }

    /// <summary>The remaining steps after hooks were added to a level.</summary>
    public IEnumerable<string> OpenStepsAfterInstall(SettingsLevel level)
    {
        if (Of(level) is not null)
            return [.. StepsOf(level), .. Shared(isInstalled: true, [.. Borrowed()]), .. _runtime.Notes];
        return (Project ?? User) is null
            ? _runtime.Notes
            : [$"{_runtime.Name} has hooks only in {(level == SettingsLevel.Project ? "the user's" : "a project's")} settings: coderelay hooks install --{(level == SettingsLevel.Project ? "user" : "project")} --runtimes {_runtime.Id}"];
    }

    /// <summary>The settings of a level, or null when the runtime has none.</summary>
    public HookSettings? Of(SettingsLevel level) => level == SettingsLevel.Project ? Project : User;

    /// <summary>The levels with CodeRelay's hooks, in any form.</summary>
    public List<SettingsLevel> InstalledLevels() =>
        [.. new[] { SettingsLevel.Project, SettingsLevel.User }.Where(level => Of(level) is { } settings && HookFile.Look(settings).IsInstalled)];

    /// <summary>What in existing settings keeps the hooks of a level from running, one sentence each.</summary>
    public IEnumerable<string> Obstacles(SettingsLevel level) => _runtime.Hooks?.Obstacles(_project.At(level)).Select(obstacle => obstacle.Says(obstacle.File)) ?? [];

    /// <summary>Claude Code's files that this runtime also reads and that contain CodeRelay's hooks.</summary>
    public IEnumerable<string> Borrowed() =>
        from path in _runtime.Hooks?.AlsoReads(_project) ?? []
        where HookFile.Look(new HookSettings(path, "{}", [])).IsInstalled
        select path;

    /// <summary>A sentence when the hooks differ from a new installation, else null.</summary>
    public string? OlderForm(SettingsLevel level) =>
        Of(level) is { } settings && HookFile.Look(settings).IsOlder ? $"{settings.Path} has hooks from an older version" : null;

    /// <summary>The command that updates a level.</summary>
    public string InstallCommand(SettingsLevel level) => $"coderelay hooks install --runtimes {_runtime.Id} --{(level == SettingsLevel.Project ? "project" : "user")}";

    /// <summary>Says that the hook of agent-handoff stands beside ours, or null.</summary>
    public string? Original(SettingsLevel level) => Of(level) is { } settings && new HookRegistrations(settings).Originals.Any()
        ? $"{settings.Path} also calls the hook of agent-handoff, which reads the same inbox; the first of the two hooks shows a handoff, so keep only one"
        : null;

    private bool CanRun(HookSettings settings) => HasCommand || !settings.CallsCommand || settings.Companions.Any(companion => companion.IsExecutable);

    private IEnumerable<string> StepsOf(SettingsLevel level)
    {
        var settings = Of(level)!;
        foreach (var step in _runtime.Hooks!.TrustSteps(level).Concat(Obstacles(level)))
            yield return step;
        if (OlderForm(level) is { } older)
            yield return $"{older}: {InstallCommand(level)}";
        if (Original(level) is { } original)
            yield return original;
        if (settings.CallsCommand && !HasCommand)
        {
            yield return CanRun(settings)
                ? $"coderelay is not on PATH, so the hook falls back to its script: {Product.InstallCommand}"
                : $"the hook lines in {settings.Path} call coderelay, which is not on PATH: {Product.InstallCommand}";
        }
    }

    private IEnumerable<string> Shared(bool isInstalled, List<string> borrowed) => borrowed.Select(path => isInstalled
        ? $"{_runtime.Name} runs the hooks in {path} as well; two calls at the same moment get one answer"
        : $"{_runtime.Name} runs the hooks in {path}, so nothing more has to be installed");
}

/// <summary>The hooks of agent-handoff: foreign ones, which are reported and stay unchanged.</summary>
internal static class AgentHandoff
{
    private static readonly string[] Scripts = ["/adapters/claude-code/hooks/surface-handoffs.sh", "/adapters/codex-cli/hooks/surface-handoffs.sh"];

    /// <param name="command">A command, possibly followed by quotes and a space.</param>
    public static bool IsIts(string command) => Array.Exists(Scripts, script => command.TrimEnd(' ', '"', '\'').EndsWith(script, StringComparison.Ordinal));
}
