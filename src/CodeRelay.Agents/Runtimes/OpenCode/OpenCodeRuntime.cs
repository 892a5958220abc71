using CodeRelay.Agents.Runtimes.Settings;
using CodeRelay.Files;

namespace CodeRelay.Agents.Runtimes.OpenCode;

/// <summary>opencode. Its plugins: https://opencode.ai/v1/docs/plugins.</summary>
internal sealed class OpenCodeRuntime : AgentRuntime
{
    public override string Id => "opencode";

    public override string Name => "opencode";

    public override string Program => "opencode";

    public override IReadOnlyList<string> Notes =>
    [
        "opencode cannot be blocked at its stop, and no event injects text at its start; the agent learns about the packet from AGENTS.md",
        "the plugin is for opencode 1; opencode 2 does not load it, so nothing happens before a compaction there",
    ];

    public override InstructionSupport Instructions => field ??= new("AGENTS.md", "CLAUDE.md")
    {
        User = environment => [Path.Combine(UserDirectory(environment), "AGENTS.md"), Path.Combine(environment.Home, ".claude", "CLAUDE.md")],
    };

    public override HookSupport Hooks => field ??= new()
    {
        Capabilities = new(StopPower.None, InjectsAtSessionStart: false, HasPreCompact: true),
        Settings = scope => new HookSettings(
            Path.Combine(scope.IsProject ? Path.Combine(scope.Root, ".opencode") : UserDirectory(scope.Environment), "plugins", "coderelay.js"),
            EmbeddedText.Read("OpenCode/coderelay.js"),
            [])
        {
            Format = new OwnFile(),
            IsOwnFile = true,
        },
        // New installations are version 2, so a program without an answer counts as that.
        RunsIn = version => version is ['0' or '1', '.', ..],
    };

    public override McpSupport Mcp => field ??= new() { Place = ServerPlace };

    protected override IEnumerable<string> Traces(string root, UserEnvironment environment) =>
    [
        Path.Combine(root, ".opencode"), Path.Combine(root, "opencode.json"), Path.Combine(root, "opencode.jsonc"), UserDirectory(environment),
    ];

    private static McpPlace ServerPlace(SettingsScope scope)
    {
        var directory = scope.IsProject ? scope.Root : UserDirectory(scope.Environment);
        var withComments = Path.Combine(directory, "opencode.jsonc");
        return new McpPlace(RegularFile.HasContent(withComments) ? withComments : Path.Combine(directory, "opencode.json"), ["mcp"], Shape: McpEntryShape.CommandList);
    }

    private static string UserDirectory(UserEnvironment environment) => Path.Combine(environment.Home, ".config", "opencode");
}
