using CodeRelay.Workspace;

namespace CodeRelay.Runtimes.Amp;

/// <summary>Amp. No hooks are known of it: https://ampcode.com/manual.</summary>
public sealed class AmpRuntime : AgentRuntime
{
    public override string Id => "amp";

    public override string Name => "Amp";

    public override string Program => "amp";

    public override IReadOnlyList<string> InstructionFiles => ["AGENTS.md", "CLAUDE.md"];

    public override IReadOnlyList<string> Notes =>
    [
        "no hook of Amp is known that could hold the agent up, tell it anything at its start or see a compaction; none is installed",
        "the agent learns of the packet from AGENTS.md; what is known of Amp comes from other programs, and where it registers MCP servers was not checked",
    ];

    public override IReadOnlyList<string> InstructionPlaces(SettingsLevel level, string root, UserEnvironment environment) =>
        level == SettingsLevel.Project ? base.InstructionPlaces(level, root, environment) : [Path.Combine(environment.Home, ".amp", "AGENTS.md")];

    protected override IEnumerable<string> Traces(string root, UserEnvironment environment) => [Path.Combine(root, ".amp"), Path.Combine(environment.Home, ".amp")];
}
