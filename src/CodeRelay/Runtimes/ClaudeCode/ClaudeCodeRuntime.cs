using CodeRelay.Runtimes.Settings;
using CodeRelay.Workspace;

namespace CodeRelay.Runtimes.ClaudeCode;

/// <summary>Claude Code. Its hooks: https://code.claude.com/docs/en/hooks.</summary>
public sealed class ClaudeCodeRuntime : AgentRuntime
{
    public override string Id => "claude-code";

    public override IReadOnlyList<string> Aliases => ["claude"];

    public override string Name => "Claude Code";

    public override string Program => "claude";

    public override HookCapabilities Capabilities { get; } = new(StopPower.Block, InjectsAtSessionStart: true, HasPreCompact: true);

    public override RuntimeLimits Limits { get; } = new(HookOutputCharacters: 10_000, InstructionBytes: null, InstructionCharacters: 40_000);

    public override IReadOnlyList<string> InstructionFiles => ["CLAUDE.md", "AGENTS.md"];

    public override IReadOnlyList<string> SharesHooksWith => ["vscode", "copilot", "cursor"];

    public override IReadOnlyList<string> InstructionPlaces(SettingsLevel level, string root, UserEnvironment environment) =>
        level == SettingsLevel.Project ? base.InstructionPlaces(level, root, environment) : [Path.Combine(environment.Directory("CLAUDE_CONFIG_DIR", ".claude"), "CLAUDE.md")];

    public override HookSettings Settings(SettingsLevel level, string root, UserEnvironment environment)
    {
        var directory = level == SettingsLevel.Project ? Path.Combine(root, ".claude") : environment.Directory("CLAUDE_CONFIG_DIR", ".claude");
        return HookSettings.Create(level, Path.Combine(directory, "settings.json"), EmbeddedText.Read("ClaudeCode/settings.json"), "coderelay-hook.sh", ".gitattributes");
    }

    public override string SkillDirectory(SettingsLevel level, string root, UserEnvironment environment) =>
        Path.Combine(level == SettingsLevel.Project ? Path.Combine(root, ".claude") : environment.Directory("CLAUDE_CONFIG_DIR", ".claude"), "skills");

    public override McpPlace Mcp(SettingsLevel level, string root, UserEnvironment environment) => level == SettingsLevel.Project
        ? new McpPlace(Path.Combine(root, ".mcp.json"), ["mcpServers"])
        : new McpPlace(Path.Combine(environment.Variable("CLAUDE_CONFIG_DIR") ?? environment.Home, ".claude.json"), ["mcpServers"]);

    public override IReadOnlyList<string> McpSteps(SettingsLevel level) => level == SettingsLevel.User
        ? []
        : ["Claude Code asks once before it starts a server of .mcp.json: start `claude` here and approve coderelay"];

    public override IReadOnlyList<string> TrustSteps(SettingsLevel level) =>
        ["Claude Code runs hooks in a folder only after its trust dialog was accepted there: start `claude` in it once"];

    public override IEnumerable<string> Obstacles(SettingsLevel level, string root, UserEnvironment environment)
    {
        var path = Settings(level, root, environment).Path;
        return HookFile.IsTrue(path, "disableAllHooks") ? [$"hooks are switched off by disableAllHooks in {path}"] : [];
    }

    public override FileInfo? LatestTranscript(string directory, UserEnvironment environment) =>
        Transcripts.Newest(Path.Combine(environment.Directory("CLAUDE_CONFIG_DIR", ".claude"), "projects", ProjectName(directory)), "*.jsonl");

    public override IReadOnlySet<string> McpServers(string root, UserEnvironment environment)
    {
        var user = Mcp(SettingsLevel.User, root, environment).Path;
        return McpSettings.Names([(Path.Combine(root, ".mcp.json"), ["mcpServers"]), (user, ["mcpServers"]), (user, ["projects", root, "mcpServers"])]);
    }

    public override HookAnswer Block(string reason) => DecisionAnswers.Block(reason);

    public override HookAnswer Inject(string context) => DecisionAnswers.InjectAtSessionStart(context);

    // A longer path is cut and gets a hash that is not documented.
    private static string ProjectName(string directory) => string.Concat(directory.Select(c => char.IsAsciiLetterOrDigit(c) ? c : '-'));
}
