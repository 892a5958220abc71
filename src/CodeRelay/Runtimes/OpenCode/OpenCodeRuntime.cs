using CodeRelay.Runtimes.Settings;
using CodeRelay.Workspace;

namespace CodeRelay.Runtimes.OpenCode;

/// <summary>opencode. Its plugins: https://opencode.ai/v1/docs/plugins.</summary>
public sealed class OpenCodeRuntime : AgentRuntime
{
    public override string Id => "opencode";

    public override string Name => "opencode";

    public override string Program => "opencode";

    public override HookCapabilities Capabilities { get; } = new(StopPower.None, InjectsAtSessionStart: false, HasPreCompact: true);

    public override IReadOnlyList<string> InstructionFiles => ["AGENTS.md", "CLAUDE.md"];

    public override IReadOnlyList<string> Notes =>
    [
        "opencode cannot be blocked at its stop, and no event injects text at its start; the agent learns about the packet from AGENTS.md",
        "the plugin is for opencode 1; opencode 2 does not load it, so nothing happens before a compaction there",
    ];

    public override IReadOnlyList<string> InstructionPlaces(SettingsLevel level, string root, UserEnvironment environment) =>
        level == SettingsLevel.Project ? base.InstructionPlaces(level, root, environment) : [Path.Combine(Directory(level, root, environment), "AGENTS.md"), Path.Combine(environment.Home, ".claude", "CLAUDE.md")];

    public override HookSettings Settings(SettingsLevel level, string root, UserEnvironment environment) =>
        new(Path.Combine(Directory(level, root, environment), "plugins", "coderelay.js"), EmbeddedText.Read("OpenCode/coderelay.js"), [])
        {
            Format = new OwnFile(),
            IsOwnFile = true,
        };

    public override McpPlace Mcp(SettingsLevel level, string root, UserEnvironment environment)
    {
        var directory = level == SettingsLevel.Project ? root : Directory(level, root, environment);
        var withComments = Path.Combine(directory, "opencode.jsonc");
        return new McpPlace(RegularFile.HasContent(withComments) ? withComments : Path.Combine(directory, "opencode.json"), ["mcp"], Shape: McpEntryShape.CommandList);
    }

    // Whoever installs it today gets version 2, so one that cannot be asked is taken for that.
    public override bool RunsHooks(string? version) => version is ['0' or '1', '.', ..];

    protected override IEnumerable<string> Traces(string root, UserEnvironment environment) =>
    [
        Path.Combine(root, ".opencode"), Path.Combine(root, "opencode.json"), Path.Combine(root, "opencode.jsonc"), Directory(SettingsLevel.User, root, environment),
    ];

    private static string Directory(SettingsLevel level, string root, UserEnvironment environment) =>
        level == SettingsLevel.Project ? Path.Combine(root, ".opencode") : Path.Combine(environment.Home, ".config", "opencode");
}
