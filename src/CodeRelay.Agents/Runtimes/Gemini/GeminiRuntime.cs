using System.Text.Json;
using CodeRelay.Agents.Runtimes.Settings;

namespace CodeRelay.Agents.Runtimes.Gemini;

/// <summary>Gemini CLI. Its hooks: docs/hooks of google-gemini/gemini-cli.</summary>
internal sealed class GeminiRuntime : AgentRuntime
{
    public override string Id => "gemini";

    public override IReadOnlyList<string> Aliases => ["gemini-cli"];

    public override string Name => "Gemini CLI";

    public override string Program => "gemini";

    public override IReadOnlyList<string> Notes =>
        ["Gemini CLI serves API keys and enterprise licences only since June 2026; its successor, the Antigravity CLI, does not read these hooks"];

    public override InstructionSupport Instructions => field ??= new("GEMINI.md") { User = environment => [Path.Combine(environment.Home, ".gemini", "GEMINI.md")] };

    public override HookSupport Hooks => field ??= new()
    {
        Capabilities = new(StopPower.Block, InjectsAtSessionStart: true, HasPreCompact: true),
        Settings = scope => Settings(scope, OperatingSystem.IsWindows()),
        TrustSteps = level => level == SettingsLevel.User
            ? []
            : ["Gemini CLI warns once about the hooks of a project and runs them; if folder trust is on, it runs them only in a trusted folder"],
        Obstacles = scope => HookFile.Switches(SettingsScope.Both(scope.Root, scope.Environment).Select(SettingsFile), JsonTokenType.False, "hooksConfig", "enabled"),
        Block = reason => DecisionAnswers.Block(reason, "deny"),
        Inject = DecisionAnswers.InjectAtSessionStart,
    };

    // The model loads its skills; they cannot be called by name.
    public override SkillSupport Skills => field ??= SkillSupport.Shared with { Commands = scope => scope.Below(".gemini", "commands") };

    public override McpSupport Mcp => field ??= new() { Place = scope => new McpPlace(SettingsFile(scope), ["mcpServers"]) };

    // Every exit code except 0 and 1 counts as "denied", even for a command that is not found. PowerShell returns 1 in that case, and its
    // version 5.1 lacks `||`.
    internal static HookSettings Settings(SettingsScope scope, bool isWindows)
    {
        var template = EmbeddedText.Read("Gemini/settings.json");
        return new HookSettings(SettingsFile(scope), !scope.IsProject && isWindows ? HookTemplate.WithoutFallback(template) : template, []);
    }

    private static string SettingsFile(SettingsScope scope) => scope.Below(".gemini", "settings.json");
}
