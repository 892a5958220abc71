using CodeRelay.Files;

namespace CodeRelay.Agents.Runtimes.Cline;

/// <summary>Cline. Its hooks run beside the agent and cannot influence it: sdk/packages/core/src/hooks of cline/cline.</summary>
internal sealed class ClineRuntime : AgentRuntime
{
    public override string Id => "cline";

    public override string Name => "Cline";

    public override string Program => "cline";

    public override bool NeedsProgram => false;

    public override IReadOnlyList<string> Notes =>
    [
        "Cline starts its hooks at the start and end of a task without waiting for them, so they can neither block the agent nor inject text, and its event before a compaction is not wired; no hook is installed",
        "the agent learns about the packet from AGENTS.md or .clinerules",
    ];

    public override InstructionSupport Instructions => field ??= new("AGENTS.md", ".clinerules/coderelay.md") { User = environment => [Path.Combine(environment.Home, ".agents", "AGENTS.md")] };

    public override SkillSupport Skills => field ??= new() { Directory = scope => scope.IsProject ? Path.Combine(scope.Root, ".agents", "skills") : Path.Combine(scope.Environment.Home, ".cline", "skills") };

    // The extension keeps its own file elsewhere and opens it from its menu.
    public override McpSupport Mcp => field ??= new()
    {
        Place = scope => scope.IsProject ? null : new McpPlace(Path.Combine(scope.Environment.Home, ".cline", "mcp.json"), ["mcpServers"]),
    };

    protected override IEnumerable<string> Traces(string root, UserEnvironment environment) =>
        [Path.Combine(root, ".cline"), Path.Combine(root, ".clinerules"), Path.Combine(environment.Home, ".cline")];
}
