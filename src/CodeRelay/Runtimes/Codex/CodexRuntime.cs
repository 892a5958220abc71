using CodeRelay.Runtimes.Settings;
using CodeRelay.Workspace;

namespace CodeRelay.Runtimes.Codex;

/// <summary>Codex CLI and app. Its hooks: https://developers.openai.com/codex/hooks.</summary>
public sealed class CodexRuntime : AgentRuntime
{
    public override string Id => "codex";

    public override string Name => "Codex";

    public override string Program => "codex";

    public override HookCapabilities Capabilities { get; } = new(StopPower.Block, InjectsAtSessionStart: true, HasPreCompact: true);

    public override RuntimeLimits Limits { get; } = new(HookOutputCharacters: 10_000, InstructionBytes: 32 * 1024, InstructionCharacters: null);

    public override IReadOnlyList<string> InstructionFiles => ["AGENTS.md"];

    // Where the override is, the other one is not read.
    public override IReadOnlyList<string> InstructionPlaces(SettingsLevel level, string root, UserEnvironment environment)
    {
        var directory = level == SettingsLevel.Project ? root : environment.Directory("CODEX_HOME", ".codex");
        var instead = Path.Combine(directory, "AGENTS.override.md");
        return RegularFile.HasContent(instead) ? [instead] : [Path.Combine(directory, "AGENTS.md"), instead];
    }

    public override HookSettings Settings(SettingsLevel level, string root, UserEnvironment environment)
    {
        var directory = level == SettingsLevel.Project ? Path.Combine(root, ".codex") : environment.Directory("CODEX_HOME", ".codex");
        var settings = HookSettings.Create(level, Path.Combine(directory, "hooks.json"), EmbeddedText.Read("Codex/hooks.json"), "coderelay-hook.sh", "coderelay-hook.ps1");
        return settings with
        {
            Repairs = [new SettingsRepair(Path.Combine(directory, "config.toml"), FeatureKey.Rename)],
        };
    }

    public override McpPlace Mcp(SettingsLevel level, string root, UserEnvironment environment) =>
        new(Path.Combine(level == SettingsLevel.Project ? Path.Combine(root, ".codex") : environment.Directory("CODEX_HOME", ".codex"), "config.toml"), ["mcp_servers"], McpFormat.Toml);

    public override IReadOnlyList<string> TrustSteps(SettingsLevel level) =>
        level == SettingsLevel.User
            ? [ReviewStep]
            : [TrustStep, ReviewStep];

    public override IReadOnlyList<string> McpSteps(SettingsLevel level) => level == SettingsLevel.User ? [] : [TrustStep];

    public override IEnumerable<string> Obstacles(SettingsLevel level, string root, UserEnvironment environment)
    {
        var settings = Settings(level, root, environment);
        foreach (var path in settings.Repairs.Select(repair => repair.Path).Where(RegularFile.HasContent))
        {
            if (FeatureKey.SwitchesHooksOff(File.ReadAllText(path)))
                yield return $"hooks are switched off in {path}: set hooks = true under [features]";
        }

        foreach (var key in HookFile.RootKeys(settings.Path).Except(["hooks", "description"], StringComparer.Ordinal))
            yield return $"Codex refuses {settings.Path} because of its key '{key}': it accepts only hooks and description there";
    }

    public override FileInfo? LatestTranscript(string directory, UserEnvironment environment) =>
        CodexTranscripts.Newest(Path.Combine(environment.Directory("CODEX_HOME", ".codex"), "sessions"), directory);

    public override IReadOnlySet<string> McpServers(string root, UserEnvironment environment) =>
        CodexServers.Names(Mcp(SettingsLevel.Project, root, environment).Path, Mcp(SettingsLevel.User, root, environment).Path);

    public override HookAnswer Block(string reason) => DecisionAnswers.Block(reason);

    public override HookAnswer Inject(string context) => DecisionAnswers.InjectAtSessionStart(context);

    private static string TrustStep => "Codex reads .codex/ only in a trusted project: answer its question, or set trust_level = \"trusted\" for the project in its config.toml";

    private static string ReviewStep => "Codex silently skips a new or changed hook until it was reviewed: open /hooks in Codex and trust it, again after every change";
}
