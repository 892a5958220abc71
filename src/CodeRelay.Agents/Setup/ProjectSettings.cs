using CodeRelay.Agents.Runtimes;
using CodeRelay.Agents.Runtimes.Settings;
using CodeRelay.Agents.Setup.Doctor;
using CodeRelay.Analysis;
using CodeRelay.Files;
using CodeRelay.Git;

namespace CodeRelay.Agents.Setup;

/// <summary>
/// What doctor finds wrong in the settings that come with a repository, as facts for the rules. Nothing of the user's or of the
/// machine is looked at, so that every machine says the same; no process is started.
/// </summary>
internal sealed class ProjectSettings(Repository repository)
{
    private readonly SettingsScope _scope = new(SettingsLevel.Project, repository.Root, Nobody(repository));
    private readonly List<SetupFault> _faults = [];
    private readonly HashSet<string> _seen = new(StringComparer.Ordinal);

    public static IReadOnlyList<SetupFault> Faults(Repository repository)
    {
        var settings = new ProjectSettings(repository);
        foreach (var runtime in RuntimeCatalog.All)
        {
            if (runtime.Capabilities != HookCapabilities.None && runtime.Hooks!.Settings(settings._scope) is { } hooks)
                settings.Judge(runtime, hooks, settings.JudgeHooks);
            if (OwnServer.Settings(runtime.Mcp?.Place(settings._scope)) is { } servers)
                settings.Judge(runtime, servers, (_, _, _) => { });
        }

        return settings._faults;
    }

    // A home that cannot exist: what is asked of the user's level finds nothing.
    private static UserEnvironment Nobody(Repository repository) => new(Path.Combine(repository.Root, ".git", "nobody"), _ => null);

    // A file that two runtimes share, or that holds hooks and servers, is judged once.
    private void Judge(AgentRuntime runtime, HookSettings settings, Action<AgentRuntime, HookSettings, string> judge)
    {
        repository.NoteInput(settings.Path);
        if (repository.RelativePath(settings.Path) is not { } file || !_seen.Add(settings.Path) || !repository.MayRead(file))
            return;
        if (HookFile.Error(settings) is { } error)
            Add("RLY8003", file, (error.Line, error.Column), $"{runtime.Name} cannot read {file}: {error.Problem}; repair it, because the runtime may ignore the whole file");
        else
            judge(runtime, settings, file);
    }

    private void JudgeHooks(AgentRuntime runtime, HookSettings settings, string file)
    {
        var registrations = new HookRegistrations(settings);
        var install = $"coderelay hooks install --project --runtimes {runtime.Id}";
        foreach (var hook in registrations.Misplaced)
            Add("RLY8001", file, hook.Place, $"the hook of {hook.Event} never runs, because it is outside of hooks, where {runtime.Name} does not look; run `{install}`, which moves it");
        if (registrations.Ours.FirstOrDefault() is not { } first)
            return;

        JudgeObstacles(runtime, settings);
        // A misplaced one was reported already.
        if (registrations.MissingEvents.Except(registrations.Misplaced.Select(hook => hook.Event), StringComparer.Ordinal).ToList() is { Count: > 0 } missing)
            Add("RLY8001", file, first.Place, $"{file} has a hook of CodeRelay for {first.Event} but none for {string.Join(" and ", missing)}, so {runtime.Name} does not call it there; run `{install}`");
        foreach (var hook in registrations.Repeated)
            Add("RLY8002", file, hook.Place, $"{runtime.Name} runs the hook of {hook.Event} twice, because it is registered more than once; delete one of the two, or run `{install}`");
        foreach (var hook in registrations.Originals)
            Add("RLY8002", file, hook.Place, $"the hook of agent-handoff stands beside that of CodeRelay and reads the same inbox, so the first of the two takes the handoffs; delete one of them");
        foreach (var hook in registrations.Ours)
            JudgeScripts(hook, file, install);
    }

    private void JudgeObstacles(AgentRuntime runtime, HookSettings settings)
    {
        foreach (var other in settings.Repairs)
            repository.NoteInput(other.Path);
        foreach (var obstacle in runtime.Hooks!.Obstacles(_scope))
        {
            if (repository.RelativePath(obstacle.File) is not { } file || !repository.MayRead(file))
                continue;
            if (obstacle.RefusesFile)
                Add("RLY8004", file, obstacle.Place, $"{obstacle.Says(file)}; move the key to the file it belongs in");
            else
                Add("RLY8001", file, obstacle.Place, $"{obstacle.Says(file)}, so the hooks of CodeRelay never run; change the setting, or run `coderelay hooks uninstall --project --runtimes {runtime.Id}`");
        }
    }

    private void JudgeScripts(FoundHook hook, string file, string install)
    {
        foreach (var (path, needsRight) in hook.Lines.SelectMany(line => HookLine.Files(line, repository.Root)).DistinctBy(script => script.Path))
        {
            // What a variable of the machine names, or a path elsewhere, is not the repository's.
            if (path.AsSpan().ContainsAny("$%~") || repository.RelativePath(path) is not { } script)
                continue;
            repository.NoteInput(path);
            if (HookLine.Obstacle(path, needsRight && HookLine.IsOurs(path)) is not { } obstacle)
                continue;
            _faults.Add(new SetupFault("RLY8006", file, $"the hook of {hook.Event} names {script}, which {obstacle}, so it cannot start it; run `{install}`, which writes the script")
            {
                Line = hook.Place.Line,
                Column = hook.Place.Column,
                Evidence = [new EvidenceItem(EvidenceKind.Path, script, obstacle)],
            });
        }
    }

    private void Add(string rule, string file, (int Line, int Column) place, string message) =>
        _faults.Add(new SetupFault(rule, file, message) { Line = place.Line, Column = place.Column });
}
