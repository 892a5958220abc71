using CodeRelay.Runtimes.Settings;
using CodeRelay.Workspace;

namespace CodeRelay.Runtimes.Aider;

/// <summary>Aider. It has no hooks; what it reads is listed in its configuration: https://aider.chat/docs/usage/conventions.html.</summary>
public sealed class AiderRuntime : AgentRuntime
{
    private const string FileName = ".aider.conf.yml";

    public override string Id => "aider";

    public override string Name => "Aider";

    public override string Program => "aider";

    public override IReadOnlyList<string> InstructionFiles => ["AGENTS.md", "CONVENTIONS.md"];

    public override IReadOnlyList<string> Notes =>
    [
        "Aider has no hooks, so nothing is checked at its stop; it reads the packet because its configuration lists the file under read",
        "Aider reads no instruction file by itself; it reads AGENTS.md or CONVENTIONS.md because its configuration lists that file under read as well",
    ];

    /// <summary>Only a project has a packet to list; in the user's own file the path would be missing everywhere else.</summary>
    public override HookSettings? Settings(SettingsLevel level, string root, UserEnvironment environment) => level == SettingsLevel.User
        ? null
        : new HookSettings(Path.Combine(root, FileName), AiderReadList.Template([.. PacketPaths.Of(Repository.Discover(root)), Path.GetFileName(RelayBlock.Place(this, level, root, environment))!]), []) { Format = new AiderReadList(), CallsCommand = false };

    public override string? SkillDirectory(SettingsLevel level, string root, UserEnvironment environment) => null;

    public override string WithoutMcp => "Aider does not support MCP servers";

    public override IReadOnlySet<string> McpServers(string root, UserEnvironment environment) => new HashSet<string>(StringComparer.Ordinal);

    protected override IEnumerable<string> Traces(string root, UserEnvironment environment) =>
        [Path.Combine(root, FileName), Path.Combine(root, ".aider.chat.history.md"), Path.Combine(environment.Home, FileName)];
}
