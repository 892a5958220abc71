using CodeRelay.Runtimes.Settings;
using CodeRelay.Workspace;

namespace CodeRelay.Runtimes.Qwen;

/// <summary>Qwen Code. Its hooks: docs/users/features/hooks.md of QwenLM/qwen-code.</summary>
public sealed class QwenRuntime : AgentRuntime
{
    public override string Id => "qwen";

    public override IReadOnlyList<string> Aliases => ["qwen-code"];

    public override string Name => "Qwen Code";

    public override string Program => "qwen";

    public override HookCapabilities Capabilities { get; } = new(StopPower.Block, InjectsAtSessionStart: true, HasPreCompact: true);

    public override IReadOnlyList<string> InstructionFiles => ["AGENTS.md", "QWEN.md"];

    public override IReadOnlyList<string> Notes => ["Qwen Code 0.15.11 drops the text of a session-start hook; AGENTS.md reaches the agent in every version"];

    public override HookSettings Settings(SettingsLevel level, string root, UserEnvironment environment) =>
        HookSettings.Create(level, PathOf(level, root, environment), EmbeddedText.Read("Qwen/settings.json"));

    public override McpPlace Mcp(SettingsLevel level, string root, UserEnvironment environment) => new(PathOf(level, root, environment), ["mcpServers"]);

    public override IReadOnlyList<string> TrustSteps(SettingsLevel level) =>
        level == SettingsLevel.User ? [] : ["if folder trust is on, Qwen Code reads a project's settings only after the folder was trusted"];

    public override IEnumerable<string> Obstacles(SettingsLevel level, string root, UserEnvironment environment) =>
        from path in new[] { SettingsLevel.Project, SettingsLevel.User }.Select(settings => PathOf(settings, root, environment))
        where HookFile.IsTrue(path, "disableAllHooks")
        select $"hooks are switched off by disableAllHooks in {path}";

    public override HookAnswer Block(string reason) => DecisionAnswers.Block(reason);

    public override HookAnswer Inject(string context) => DecisionAnswers.InjectAtSessionStart(context);

    private static string PathOf(SettingsLevel level, string root, UserEnvironment environment) =>
        Path.Combine(level == SettingsLevel.Project ? root : environment.Home, ".qwen", "settings.json");
}
