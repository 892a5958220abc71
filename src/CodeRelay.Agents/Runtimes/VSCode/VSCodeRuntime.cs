using CodeRelay.Agents.Runtimes.Copilot;
using CodeRelay.Files;

namespace CodeRelay.Agents.Runtimes.VSCode;

/// <summary>The agent of VS Code. Its hooks: https://code.visualstudio.com/docs/agents/reference/hooks-reference.</summary>
internal sealed class VSCodeRuntime : AgentRuntime
{
    public override string Id => "vscode";

    public override IReadOnlyList<string> Aliases => ["vs-code"];

    public override string Name => "VS Code";

    public override string Program => "code";

    public override bool NeedsProgram => false;

    public override IReadOnlyList<string> Notes =>
    [
        "hooks are a preview feature of VS Code, and an organisation may switch them off",
        "Copilot CLI reads the same file, so the hooks are installed and removed for both",
        "it is not documented whether VS Code reads the event before a compaction from a file in Copilot's form; it does from .claude/settings.json",
    ];

    public override InstructionSupport Instructions => field ??= new(".github/copilot-instructions.md", "AGENTS.md", "CLAUDE.md");

    public override HookSupport Hooks => field ??= new()
    {
        Capabilities = new(StopPower.Block, InjectsAtSessionStart: true, HasPreCompact: true),
        Settings = CopilotHooks.Settings,
        SharedWith = ["copilot"],
        AlsoReads = scope => [CopilotHooks.ClaudeSettings(scope.Root), CopilotHooks.ClaudeSettings(scope.Environment.Home)],
        Shape = PayloadShape.VSCode,
        TrustSteps = level => level == SettingsLevel.User ? [] : ["VS Code runs no hooks in restricted mode: trust the workspace, then look at the hooks with /hooks in the chat"],
        Block = DecisionAnswers.BlockInside,
        Inject = DecisionAnswers.InjectAtSessionStart,
    };

    // The user's servers are in the profile, whose place depends on system and profile.
    public override McpSupport Mcp => field ??= new()
    {
        Place = scope => scope.IsProject ? new McpPlace(Path.Combine(scope.Root, ".vscode", "mcp.json"), ["servers"], Shape: McpEntryShape.TypedCommandAndArgs) : null,
    };

    protected override IEnumerable<string> Traces(string root, UserEnvironment environment) =>
        [Path.Combine(root, ".github", "hooks"), Path.Combine(root, ".vscode")];
}
