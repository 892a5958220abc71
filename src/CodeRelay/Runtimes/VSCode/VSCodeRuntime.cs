using CodeRelay.Runtimes.Copilot;
using CodeRelay.Workspace;

namespace CodeRelay.Runtimes.VSCode;

/// <summary>The agent of VS Code. Its hooks: https://code.visualstudio.com/docs/agents/reference/hooks-reference.</summary>
public sealed class VSCodeRuntime : AgentRuntime
{
    public override string Id => "vscode";

    public override IReadOnlyList<string> Aliases => ["vs-code"];

    public override string Name => "VS Code";

    public override string Program => "code";

    public override bool NeedsProgram => false;

    public override HookCapabilities Capabilities { get; } = new(StopPower.Block, InjectsAtSessionStart: true, HasPreCompact: true);

    public override IReadOnlyList<string> InstructionFiles => [".github/copilot-instructions.md", "AGENTS.md", "CLAUDE.md"];

    public override IReadOnlyList<string> SharesHooksWith => ["copilot"];

    public override PayloadShape Shape => PayloadShape.VSCode;

    public override IReadOnlyList<string> Notes =>
    [
        "hooks are a preview feature of VS Code, and an organisation may switch them off",
        "Copilot CLI reads the same file, so the hooks are installed and removed for both",
        "it is not documented whether VS Code reads the event before a compaction from a file in Copilot's form; it does from .claude/settings.json",
    ];

    public override HookSettings Settings(SettingsLevel level, string root, UserEnvironment environment) => CopilotHooks.Settings(level, root, environment);

    public override IReadOnlyList<string> AlsoReads(string root, UserEnvironment environment) => [CopilotRuntime.ClaudeSettings(root), CopilotRuntime.ClaudeSettings(environment.Home)];

    // The user's own servers are in the profile, whose place depends on the system and the profile.
    public override McpPlace? Mcp(SettingsLevel level, string root, UserEnvironment environment) =>
        level == SettingsLevel.Project ? new McpPlace(Path.Combine(root, ".vscode", "mcp.json"), ["servers"], Shape: McpEntryShape.TypedCommandAndArgs) : null;

    public override IReadOnlyList<string> TrustSteps(SettingsLevel level) =>
        level == SettingsLevel.User ? [] : ["VS Code runs no hooks in restricted mode: trust the workspace, then look at the hooks with /hooks in the chat"];

    public override HookAnswer Block(string reason) => DecisionAnswers.BlockInside(reason);

    public override HookAnswer Inject(string context) => DecisionAnswers.InjectAtSessionStart(context);

    protected override IEnumerable<string> Traces(string root, UserEnvironment environment) =>
        [Path.Combine(root, ".github", "hooks"), Path.Combine(root, ".vscode")];
}
