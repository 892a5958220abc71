using CodeRelay.Workspace;

namespace CodeRelay.Runtimes.Copilot;

/// <summary>GitHub Copilot CLI and cloud agent. Their hooks: https://docs.github.com/en/copilot/reference/hooks-reference.</summary>
public sealed class CopilotRuntime : AgentRuntime
{
    public override string Id => "copilot";

    public override IReadOnlyList<string> Aliases => ["copilot-cli", "github-copilot"];

    public override string Name => "GitHub Copilot";

    public override string Program => "copilot";

    public override HookCapabilities Capabilities { get; } = new(StopPower.Block, InjectsAtSessionStart: true, HasPreCompact: true);

    public override IReadOnlyList<string> InstructionFiles => [".github/copilot-instructions.md", "AGENTS.md", "CLAUDE.md"];

    public override IReadOnlyList<string> SharesHooksWith => ["vscode"];

    public override PayloadShape Shape => PayloadShape.CopilotCli;

    public override IReadOnlyList<string> Notes => ["VS Code reads the same file, so the hooks are installed and removed for both"];

    public override IReadOnlyList<string> InstructionPlaces(SettingsLevel level, string root, UserEnvironment environment) =>
        level == SettingsLevel.Project ? base.InstructionPlaces(level, root, environment) : [Path.Combine(CopilotHooks.Home(environment), "copilot-instructions.md")];

    public override HookSettings Settings(SettingsLevel level, string root, UserEnvironment environment) => CopilotHooks.Settings(level, root, environment);

    public override IReadOnlyList<string> AlsoReads(string root, UserEnvironment environment) => [ClaudeSettings(root)];

    // The file of a project is that of Claude Code, which knows no `tools`.
    public override McpPlace Mcp(SettingsLevel level, string root, UserEnvironment environment) => level == SettingsLevel.Project
        ? new McpPlace(Path.Combine(root, ".mcp.json"), ["mcpServers"])
        : new McpPlace(Path.Combine(CopilotHooks.Home(environment), "mcp-config.json"), ["mcpServers"], Shape: McpEntryShape.LocalWithTools);

    public override IReadOnlyList<string> McpSteps(SettingsLevel level) => level == SettingsLevel.User
        ? []
        : ["Copilot CLI starts the servers of a repository only in a trusted folder; with -p set GITHUB_COPILOT_PROMPT_MODE_WORKSPACE_MCP=1"];

    public override IReadOnlyList<string> TrustSteps(SettingsLevel level) => level == SettingsLevel.User
        ? []
        : ["Copilot CLI reads a repository's hooks only after its folder was trusted: start `copilot` in it once; with -p in an untrusted folder set GITHUB_COPILOT_PROMPT_MODE_REPO_HOOKS=1"];

    public override HookAnswer Block(string reason) => DecisionAnswers.Block(reason);

    public override HookAnswer Inject(string context) => DecisionAnswers.Text("additionalContext", context);

    internal static string ClaudeSettings(string directory) => Path.Combine(directory, ".claude", "settings.json");

    protected override IEnumerable<string> Traces(string root, UserEnvironment environment) =>
        [Path.Combine(root, ".github", "hooks"), Path.Combine(root, ".github", "copilot"), Path.Combine(root, ".github", "copilot-instructions.md"), CopilotHooks.Home(environment)];
}
