using CodeRelay.Agents.Runtimes.Settings;
using CodeRelay.Analysis;
using CodeRelay.Files;

namespace CodeRelay.Agents.Runtimes.Codex;

/// <summary>Codex CLI and app. Its hooks: https://developers.openai.com/codex/hooks.</summary>
internal sealed class CodexRuntime : AgentRuntime
{
    private const string TrustStep = "Codex reads .codex/ only in a trusted project: answer its question, or set trust_level = \"trusted\" for the project in its config.toml";

    private const string ReviewStep = "Codex silently skips a new or changed hook until it was reviewed: open /hooks in Codex and trust it, again after every change";

    public override string Id => "codex";

    public override string Name => "Codex";

    public override string Program => "codex";

    public override RuntimeLimits Limits { get; } = new(HookOutputCharacters: 10_000, InstructionBytes: 32 * 1024, InstructionCharacters: null);

    public override InstructionSupport Instructions => field ??= new("AGENTS.md") { PlacesOf = InstructionPlaces };

    public override HookSupport Hooks => field ??= new()
    {
        Capabilities = new(StopPower.Block, InjectsAtSessionStart: true, HasPreCompact: true),
        Settings = Settings,
        TrustSteps = level => level == SettingsLevel.User ? [ReviewStep] : [TrustStep, ReviewStep],
        Obstacles = Obstacles,
        Block = reason => DecisionAnswers.Block(reason),
        Inject = DecisionAnswers.InjectAtSessionStart,
    };

    public override McpSupport Mcp => field ??= new()
    {
        Place = ServerPlace,
        Steps = level => level == SettingsLevel.User ? [] : [TrustStep],
        NamesOf = scope => CodexServers.Names(ServerPlace(scope.At(SettingsLevel.Project)).Path, ServerPlace(scope.At(SettingsLevel.User)).Path),
    };

    public override Func<string, UserEnvironment, FileInfo?> LatestTranscript => (directory, environment) =>
        CodexTranscripts.Newest(Path.Combine(environment.Directory("CODEX_HOME", ".codex"), "sessions"), directory);

    private static string Directory(SettingsScope scope) => scope.Directory(".codex", "CODEX_HOME");

    private static McpPlace ServerPlace(SettingsScope scope) => new(Path.Combine(Directory(scope), "config.toml"), ["mcp_servers"], McpFormat.Toml);

    // An existing override replaces the other file.
    private static IReadOnlyList<string> InstructionPlaces(SettingsScope scope)
    {
        var directory = scope.IsProject ? scope.Root : Directory(scope);
        var instead = Path.Combine(directory, "AGENTS.override.md");
        return RegularFile.HasContent(instead) ? [instead] : [Path.Combine(directory, "AGENTS.md"), instead];
    }

    private static HookSettings Settings(SettingsScope scope) =>
        HookSettings.Create(scope.Level, Path.Combine(Directory(scope), "hooks.json"), EmbeddedText.Read("Codex/hooks.json"), "coderelay-hook.sh", "coderelay-hook.ps1") with
        {
            Repairs = [new SettingsRepair(Path.Combine(Directory(scope), "config.toml"), FeatureKey.Rename)],
        };

    private static IEnumerable<HookObstacle> Obstacles(SettingsScope scope)
    {
        var settings = Settings(scope);
        foreach (var path in settings.Repairs.Select(repair => repair.Path).Where(RegularFile.HasContent))
        {
            if (FeatureKey.OffSwitch(File.ReadAllText(path)) is { } place)
                yield return new HookObstacle(path, place, file => $"hooks are switched off in {file}: set hooks = true under [features]");
        }

        foreach (var (key, place) in HookFile.RootKeys(settings.Path).Where(member => member.Name is not ("hooks" or "description")).DistinctBy(member => member.Name))
            yield return new HookObstacle(settings.Path, place, file => $"Codex refuses {file} because of its key '{key}': it accepts only hooks and description there") { RefusesFile = true };
    }
}
