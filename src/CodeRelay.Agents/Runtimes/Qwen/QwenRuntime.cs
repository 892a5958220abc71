using System.Text.Json;
using CodeRelay.Agents.Runtimes.Settings;

namespace CodeRelay.Agents.Runtimes.Qwen;

/// <summary>Qwen Code. Its hooks: docs/users/features/hooks.md of QwenLM/qwen-code.</summary>
internal sealed class QwenRuntime : AgentRuntime
{
    public override string Id => "qwen";

    public override IReadOnlyList<string> Aliases => ["qwen-code"];

    public override string Name => "Qwen Code";

    public override string Program => "qwen";

    public override IReadOnlyList<string> Notes => ["Qwen Code 0.15.11 drops the text of a session-start hook; AGENTS.md reaches the agent in every version"];

    public override InstructionSupport Instructions => field ??= new("AGENTS.md", "QWEN.md");

    public override HookSupport Hooks => field ??= new()
    {
        Capabilities = new(StopPower.Block, InjectsAtSessionStart: true, HasPreCompact: true),
        Settings = scope => HookSettings.Create(scope.Level, SettingsFile(scope), EmbeddedText.Read("Qwen/settings.json")),
        TrustSteps = level => level == SettingsLevel.User ? [] : ["if folder trust is on, Qwen Code reads a project's settings only after the folder was trusted"],
        Obstacles = scope => HookFile.Switches(SettingsScope.Both(scope.Root, scope.Environment).Select(SettingsFile), JsonTokenType.True, "disableAllHooks"),
        Block = reason => DecisionAnswers.Block(reason),
        Inject = DecisionAnswers.InjectAtSessionStart,
    };

    public override McpSupport Mcp => field ??= new() { Place = scope => new McpPlace(SettingsFile(scope), ["mcpServers"]) };

    private static string SettingsFile(SettingsScope scope) => scope.Below(".qwen", "settings.json");
}
