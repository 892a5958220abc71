using CodeRelay.Files;

namespace CodeRelay.Agents.Runtimes.Windsurf;

/// <summary>
/// Windsurf, now called Devin Desktop. Its hooks can only observe the relevant events: https://docs.windsurf.com/windsurf/cascade/hooks.
/// </summary>
internal sealed class WindsurfRuntime : AgentRuntime
{
    public override string Id => "windsurf";

    public override string Name => "Windsurf";

    public override string Program => "windsurf";

    public override bool NeedsProgram => false;

    public override IReadOnlyList<string> Notes =>
    [
        "Windsurf has no event at the start of a session or before a compaction, and its hook after a response only watches, so it can neither block the agent nor inject text; no hook is installed",
        "the agent learns about the packet from .windsurf/rules; according to reports it reads .devin/rules when it runs as Devin Desktop",
    ];

    // A rule file is always read only with the right front matter.
    public override InstructionSupport Instructions => field ??= new(".windsurf/rules/coderelay.md", "AGENTS.md", ".windsurfrules")
    {
        Header = path => Path.GetFileName(Path.GetDirectoryName(path)) == "rules" ? "---\ntrigger: always_on\n---\n\n" : "",
    };

    // It reads the user's servers only: https://docs.windsurf.com/windsurf/cascade/mcp.
    public override McpSupport Mcp => field ??= new()
    {
        Place = scope => scope.IsProject ? null : new McpPlace(Path.Combine(scope.Environment.Home, ".codeium", "windsurf", "mcp_config.json"), ["mcpServers"]),
    };

    protected override IEnumerable<string> Traces(string root, UserEnvironment environment) =>
    [
        Path.Combine(root, ".windsurf"), Path.Combine(root, ".windsurfrules"), Path.Combine(root, ".devin"), Path.Combine(environment.Home, ".codeium", "windsurf"),
    ];
}
