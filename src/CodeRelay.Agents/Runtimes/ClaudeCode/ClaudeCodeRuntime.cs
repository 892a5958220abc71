using System.Text.Json;
using CodeRelay.Agents.Runtimes.Settings;
using CodeRelay.Analysis;
using CodeRelay.Files;

namespace CodeRelay.Agents.Runtimes.ClaudeCode;

/// <summary>Claude Code. Its hooks: https://code.claude.com/docs/en/hooks.</summary>
internal sealed class ClaudeCodeRuntime : AgentRuntime
{
    public override string Id => "claude-code";

    public override IReadOnlyList<string> Aliases => ["claude"];

    public override string Name => "Claude Code";

    public override string Program => "claude";

    public override RuntimeLimits Limits { get; } = new(HookOutputCharacters: 10_000, InstructionBytes: null, InstructionCharacters: 40_000);

    public override InstructionSupport Instructions => field ??= new("CLAUDE.md", "AGENTS.md")
    {
        User = environment => [Path.Combine(environment.Directory("CLAUDE_CONFIG_DIR", ".claude"), "CLAUDE.md")],
    };

    public override HookSupport Hooks => field ??= new()
    {
        Capabilities = new(StopPower.Block, InjectsAtSessionStart: true, HasPreCompact: true),
        Settings = scope => HookSettings.Create(scope.Level, SettingsFile(scope), EmbeddedText.Read("ClaudeCode/settings.json"), "coderelay-hook.sh", ".gitattributes"),
        SharedWith = ["vscode", "copilot", "cursor"],
        TrustSteps = _ => ["Claude Code runs hooks in a folder only after its trust dialog was accepted there: start `claude` in it once"],
        Obstacles = scope => HookFile.Switches([SettingsFile(scope)], JsonTokenType.True, "disableAllHooks"),
        Block = reason => DecisionAnswers.Block(reason),
        Inject = DecisionAnswers.InjectAtSessionStart,
    };

    public override McpSupport Mcp => field ??= new()
    {
        Place = scope => scope.IsProject ? new McpPlace(Path.Combine(scope.Root, ".mcp.json"), ["mcpServers"]) : new McpPlace(UserServers(scope), ["mcpServers"]),
        Steps = level => level == SettingsLevel.User ? [] : ["Claude Code asks once before it starts a server of .mcp.json: start `claude` here and approve coderelay"],
        NamesOf = scope => McpSettings.Names([(Path.Combine(scope.Root, ".mcp.json"), ["mcpServers"]), (UserServers(scope), ["mcpServers"]), (UserServers(scope), ["projects", scope.Root, "mcpServers"])]),
    };

    public override SkillSupport Skills => field ??= new() { Directory = scope => Path.Combine(scope.Directory(".claude", "CLAUDE_CONFIG_DIR"), "skills") };

    public override Func<string, UserEnvironment, FileInfo?> LatestTranscript => (directory, environment) =>
        Transcripts.Newest(Path.Combine(environment.Directory("CLAUDE_CONFIG_DIR", ".claude"), "projects", ProjectName(directory)), "*.jsonl");

    private static string SettingsFile(SettingsScope scope) => Path.Combine(scope.Directory(".claude", "CLAUDE_CONFIG_DIR"), "settings.json");

    private static string UserServers(SettingsScope scope) => Path.Combine(scope.Environment.Variable("CLAUDE_CONFIG_DIR") ?? scope.Environment.Home, ".claude.json");

    // A longer path is truncated and gets an undocumented hash.
    private static string ProjectName(string directory) => string.Concat(directory.Select(c => char.IsAsciiLetterOrDigit(c) ? c : '-'));
}
