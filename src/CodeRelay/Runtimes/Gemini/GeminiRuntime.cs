using CodeRelay.Runtimes.Settings;
using CodeRelay.Workspace;

namespace CodeRelay.Runtimes.Gemini;

/// <summary>Gemini CLI. Its hooks: docs/hooks of google-gemini/gemini-cli.</summary>
public sealed class GeminiRuntime : AgentRuntime
{
    public override string Id => "gemini";

    public override IReadOnlyList<string> Aliases => ["gemini-cli"];

    public override string Name => "Gemini CLI";

    public override string Program => "gemini";

    public override HookCapabilities Capabilities { get; } = new(StopPower.Block, InjectsAtSessionStart: true, HasPreCompact: true);

    public override IReadOnlyList<string> InstructionFiles => ["GEMINI.md"];

    public override IReadOnlyList<string> Notes =>
        ["Gemini CLI serves API keys and enterprise licences only since June 2026; its successor, the Antigravity CLI, does not read these hooks"];

    public override IReadOnlyList<string> InstructionPlaces(SettingsLevel level, string root, UserEnvironment environment) =>
        level == SettingsLevel.Project ? base.InstructionPlaces(level, root, environment) : [Path.Combine(environment.Home, ".gemini", "GEMINI.md")];

    public override HookSettings Settings(SettingsLevel level, string root, UserEnvironment environment) => Settings(level, root, environment, OperatingSystem.IsWindows());

    // Its skills are loaded by the model and cannot be called by name.
    public override string CommandDirectory(SettingsLevel level, string root, UserEnvironment environment) =>
        Path.Combine(level == SettingsLevel.Project ? root : environment.Home, ".gemini", "commands");

    public override McpPlace Mcp(SettingsLevel level, string root, UserEnvironment environment) => new(PathOf(level, root, environment), ["mcpServers"]);

    public override IReadOnlyList<string> TrustSteps(SettingsLevel level) => level == SettingsLevel.User
        ? []
        : ["Gemini CLI warns once about the hooks of a project and runs them; if folder trust is on, it runs them only in a trusted folder"];

    public override IEnumerable<string> Obstacles(SettingsLevel level, string root, UserEnvironment environment)
    {
        foreach (var path in new[] { SettingsLevel.Project, SettingsLevel.User }.Select(settings => PathOf(settings, root, environment)))
        {
            if (HookFile.IsFalse(path, "hooksConfig", "enabled"))
                yield return $"hooks are switched off by hooksConfig.enabled in {path}";
        }
    }

    public override HookAnswer Block(string reason) => DecisionAnswers.Block(reason, "deny");

    public override HookAnswer Inject(string context) => DecisionAnswers.InjectAtSessionStart(context);

    // Every exit code but 0 and 1 counts as "denied", also that of a command that is not found. PowerShell gives 1 then, and its
    // version 5.1 does not know "or else".
    internal static HookSettings Settings(SettingsLevel level, string root, UserEnvironment environment, bool isWindows)
    {
        var template = EmbeddedText.Read("Gemini/settings.json");
        return new HookSettings(PathOf(level, root, environment), level == SettingsLevel.User && isWindows ? HookTemplate.WithoutFallback(template) : template, []);
    }

    private static string PathOf(SettingsLevel level, string root, UserEnvironment environment) =>
        Path.Combine(level == SettingsLevel.Project ? root : environment.Home, ".gemini", "settings.json");
}
