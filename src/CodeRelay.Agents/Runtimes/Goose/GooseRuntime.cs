using CodeRelay.Agents.Runtimes.Settings;
using CodeRelay.Files;

namespace CodeRelay.Agents.Runtimes.Goose;

/// <summary>goose. Its hooks belong to plugins: documentation/docs/guides/context-engineering/hooks.md of block/goose.</summary>
internal sealed class GooseRuntime : AgentRuntime
{
    public override string Id => "goose";

    public override string Name => "goose";

    public override string Program => "goose";

    public override IReadOnlyList<string> Notes =>
    [
        "goose drops the text of a session-start hook and has no event before a compaction; the agent learns about the packet from AGENTS.md",
        "goose reads plugins since version 1.38, and those of a project only if it is started in the project's root; on Windows it needs sh",
    ];

    public override InstructionSupport Instructions => field ??= new("AGENTS.md", ".goosehints");

    public override HookSupport Hooks => field ??= new()
    {
        Capabilities = new(StopPower.Block, InjectsAtSessionStart: false, HasPreCompact: false),
        Settings = scope => new HookSettings(
            scope.Below(".agents", "plugins", "coderelay", "hooks", "hooks.json"),
            EmbeddedText.Read("Goose/hooks.json"),
            [new CompanionFile(scope.Below(".agents", "plugins", "coderelay", "plugin.json"), EmbeddedText.Read("Goose/plugin.json"), IsExecutable: false)])
        {
            IsOwnFile = true,
        },
        Block = reason => DecisionAnswers.Block(reason),
    };

    public override McpSupport Mcp => field ??= new()
    {
        Place = scope => scope.IsProject ? null : new McpPlace(Path.Combine(Configuration(scope.Environment), "config.yaml"), ["extensions"], McpFormat.Yaml, McpEntryShape.Extension),
    };

    protected override IEnumerable<string> Traces(string root, UserEnvironment environment) => [Path.Combine(root, ".goosehints"), Path.Combine(root, ".goose"), Configuration(environment)];

    private static string Configuration(UserEnvironment environment) => Path.Combine(environment.Home, ".config", "goose");
}
