using CodeRelay.Files;

namespace CodeRelay.Agents.Runtimes.Copilot;

/// <summary>GitHub Copilot CLI and cloud agent. Their hooks: https://docs.github.com/en/copilot/reference/hooks-reference.</summary>
internal sealed class CopilotRuntime : AgentRuntime
{
    public override string Id => "copilot";

    public override IReadOnlyList<string> Aliases => ["copilot-cli", "github-copilot"];

    public override string Name => "GitHub Copilot";

    public override string Program => "copilot";

    public override IReadOnlyList<string> Notes => ["VS Code reads the same file, so the hooks are installed and removed for both"];

    public override InstructionSupport Instructions => field ??= new(".github/copilot-instructions.md", "AGENTS.md", "CLAUDE.md")
    {
        User = environment => [Path.Combine(CopilotHooks.Home(environment), "copilot-instructions.md")],
    };

    public override HookSupport Hooks => field ??= new()
    {
        Capabilities = new(StopPower.Block, InjectsAtSessionStart: true, HasPreCompact: true),
        Settings = CopilotHooks.Settings,
        SharedWith = ["vscode"],
        AlsoReads = scope => [CopilotHooks.ClaudeSettings(scope.Root)],
        Shape = PayloadShape.CopilotCli,
        TrustSteps = level => level == SettingsLevel.User
            ? []
            : ["Copilot CLI reads a repository's hooks only after its folder was trusted: start `copilot` in it once; with -p in an untrusted folder set GITHUB_COPILOT_PROMPT_MODE_REPO_HOOKS=1"],
        Block = reason => DecisionAnswers.Block(reason),
        Inject = context => DecisionAnswers.Text("additionalContext", context),
    };

    // A project shares its file with Claude Code, which has no `tools`.
    public override McpSupport Mcp => field ??= new()
    {
        Place = scope => scope.IsProject
            ? new McpPlace(Path.Combine(scope.Root, ".mcp.json"), ["mcpServers"])
            : new McpPlace(Path.Combine(CopilotHooks.Home(scope.Environment), "mcp-config.json"), ["mcpServers"], Shape: McpEntryShape.LocalWithTools),
        Steps = level => level == SettingsLevel.User
            ? []
            : ["Copilot CLI starts the servers of a repository only in a trusted folder; with -p set GITHUB_COPILOT_PROMPT_MODE_WORKSPACE_MCP=1"],
    };

    protected override IEnumerable<string> Traces(string root, UserEnvironment environment) =>
        [Path.Combine(root, ".github", "hooks"), Path.Combine(root, ".github", "copilot"), Path.Combine(root, ".github", "copilot-instructions.md"), CopilotHooks.Home(environment)];
}
