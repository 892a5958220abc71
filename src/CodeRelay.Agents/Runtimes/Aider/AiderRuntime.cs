using CodeRelay.Agents.Runtimes.Settings;
using CodeRelay.Files;
using CodeRelay.Git;

namespace CodeRelay.Agents.Runtimes.Aider;

/// <summary>Aider. It has no hooks; its configuration lists the files to read: https://aider.chat/docs/usage/conventions.html.</summary>
internal sealed class AiderRuntime : AgentRuntime
{
    private const string FileName = ".aider.conf.yml";

    public override string Id => "aider";

    public override string Name => "Aider";

    public override string Program => "aider";

    public override IReadOnlyList<string> Notes =>
    [
        "Aider has no hooks, so nothing is checked at its stop; it reads the packet because its configuration lists the file under read",
        "Aider reads no instruction file by itself; it reads AGENTS.md or CONVENTIONS.md because its configuration lists that file under read as well",
    ];

    public override InstructionSupport Instructions => field ??= new("AGENTS.md", "CONVENTIONS.md");

    // Only a project has a packet to list; in the user's file the path would be missing in every other project.
    public override HookSupport Hooks => field ??= new() { Settings = scope => scope.IsProject ? ReadList(scope) : null };

    public override SkillSupport? Skills => null;

    public override McpSupport Mcp => field ??= new()
    {
        Place = _ => null,
        NamesOf = _ => new HashSet<string>(StringComparer.Ordinal),
        Absence = "Aider does not support MCP servers",
    };

    protected override IEnumerable<string> Traces(string root, UserEnvironment environment) =>
        [Path.Combine(root, FileName), Path.Combine(root, ".aider.chat.history.md"), Path.Combine(environment.Home, FileName)];

    private HookSettings ReadList(SettingsScope scope)
    {
        string[] files = [.. PacketPaths.Of(Repository.Discover(scope.Root)), Path.GetFileName(RelayBlock.Place(this, scope)!)];
        return new HookSettings(Path.Combine(scope.Root, FileName), AiderReadList.Template(files), []) { Format = new AiderReadList(), CallsCommand = false };
    }
}
