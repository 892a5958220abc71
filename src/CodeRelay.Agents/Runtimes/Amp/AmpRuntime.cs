using CodeRelay.Files;

namespace CodeRelay.Agents.Runtimes.Amp;

/// <summary>Amp. No hooks are documented: https://ampcode.com/manual.</summary>
internal sealed class AmpRuntime : AgentRuntime
{
    public override string Id => "amp";

    public override string Name => "Amp";

    public override string Program => "amp";

    public override IReadOnlyList<string> Notes =>
    [
        "Amp has no known hook that can block the agent, inject text at its start or run before a compaction; none is installed",
        "the agent learns about the packet from AGENTS.md; the facts about Amp come from other programs",
    ];

    public override InstructionSupport Instructions => field ??= new("AGENTS.md", "CLAUDE.md") { User = environment => [Path.Combine(environment.Home, ".amp", "AGENTS.md")] };

    // One key with a dot in it: https://ampcode.com/manual.
    public override McpSupport Mcp => field ??= new()
    {
        Place = scope => new McpPlace(scope.IsProject ? Path.Combine(scope.Root, ".amp", "settings.json") : Path.Combine(scope.Environment.Home, ".config", "amp", "settings.json"), ["amp.mcpServers"]),
    };

    protected override IEnumerable<string> Traces(string root, UserEnvironment environment) => [Path.Combine(root, ".amp"), Path.Combine(environment.Home, ".amp")];
}
