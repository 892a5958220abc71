using CodeRelay.Workspace;

namespace CodeRelay.Runtimes.Goose;

/// <summary>goose. Its hooks live in plugins: documentation/docs/guides/context-engineering/hooks.md of block/goose.</summary>
public sealed class GooseRuntime : AgentRuntime
{
    public override string Id => "goose";

    public override string Name => "goose";

    public override string Program => "goose";

    public override HookCapabilities Capabilities { get; } = new(StopPower.Block, InjectsAtSessionStart: false, HasPreCompact: false);

    public override IReadOnlyList<string> InstructionFiles => ["AGENTS.md", ".goosehints"];

    public override IReadOnlyList<string> Notes =>
    [
        "goose drops the text of a session-start hook and has no event before a compaction; the agent learns about the packet from AGENTS.md",
        "goose reads plugins since version 1.38, and those of a project only if it is started in the project's root; on Windows it needs sh",
    ];

    public override HookSettings Settings(SettingsLevel level, string root, UserEnvironment environment)
    {
        var plugin = Path.Combine(level == SettingsLevel.Project ? root : environment.Home, ".agents", "plugins", "coderelay");
        return new HookSettings(
            Path.Combine(plugin, "hooks", "hooks.json"),
            EmbeddedText.Read("Goose/hooks.json"),
            [new CompanionFile(Path.Combine(plugin, "plugin.json"), EmbeddedText.Read("Goose/plugin.json"), IsExecutable: false)])
        {
            IsOwnFile = true,
        };
    }

    public override McpPlace? Mcp(SettingsLevel level, string root, UserEnvironment environment) =>
        level == SettingsLevel.User ? new McpPlace(Path.Combine(Configuration(environment), "config.yaml"), ["extensions"], McpFormat.Yaml, McpEntryShape.Extension) : null;

    public override HookAnswer Block(string reason) => DecisionAnswers.Block(reason);

    protected override IEnumerable<string> Traces(string root, UserEnvironment environment) => [Path.Combine(root, ".goosehints"), Path.Combine(root, ".goose"), Configuration(environment)];

    private static string Configuration(UserEnvironment environment) => Path.Combine(environment.Home, ".config", "goose");
}
