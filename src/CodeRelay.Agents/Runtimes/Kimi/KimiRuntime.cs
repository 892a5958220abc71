using System.Security.Cryptography;
using System.Text;
using CodeRelay.Agents.Runtimes.Settings;
using CodeRelay.Files;

namespace CodeRelay.Agents.Runtimes.Kimi;

/// <summary>Kimi Code CLI, and its predecessor Kimi CLI. Their hooks: the page hooks of MoonshotAI/kimi-code and MoonshotAI/kimi-cli.</summary>
internal sealed class KimiRuntime : AgentRuntime
{
    public override string Id => "kimi";

    public override IReadOnlyList<string> Aliases => ["kimi-cli", "kimi-code"];

    public override string Name => "Kimi";

    public override string Program => "kimi";

    public override IReadOnlyList<string> Notes =>
    [
        "Kimi drops the text of a session-start hook; the agent learns about the packet from AGENTS.md",
        "Kimi reads hooks from the user's settings only, so they run in every repository and stay silent in those without a packet",
    ];

    public override InstructionSupport Instructions => field ??= new("AGENTS.md", ".kimi/AGENTS.md");

    public override HookSupport Hooks => field ??= new()
    {
        Capabilities = new(StopPower.Block, InjectsAtSessionStart: false, HasPreCompact: true),
        Settings = scope => scope.IsProject ? null : UserSettings(scope.Environment),
        // Kimi objects by exit code; a line with `|| exit 0` would hide it.
        Block = reason => new HookAnswer("", ExitCode: 2, reason + "\n"),
    };

    // The place in Kimi Code is not documented.
    public override McpSupport Mcp => field ??= new()
    {
        Place = scope => scope.IsProject ? null : new McpPlace(Path.Combine(scope.Environment.Home, ".kimi", "mcp.json"), ["mcpServers"]),
    };

    public override Func<string, UserEnvironment, FileInfo?> LatestTranscript => NewestContext;

    protected override IEnumerable<string> Traces(string root, UserEnvironment environment) =>
        [Path.Combine(root, ".kimi"), Path.Combine(environment.Home, ".kimi"), Path.Combine(environment.Home, ".kimi-code")];

    // Kimi CLI's file is used where Kimi Code was never started.
    private static HookSettings UserSettings(UserEnvironment environment)
    {
        var directory = Path.Combine(environment.Home, ".kimi-code");
        var legacy = Path.Combine(environment.Home, ".kimi");
        return new HookSettings(Path.Combine(!Directory.Exists(directory) && Directory.Exists(legacy) ? legacy : directory, "config.toml"), EmbeddedText.Read("Kimi/hooks.toml"), [])
        {
            Format = new KimiHooks(),
        };
    }

    private static FileInfo? NewestContext(string directory, UserEnvironment environment)
    {
        try
        {
            return new DirectoryInfo(Path.Combine(environment.Home, ".kimi", "sessions", Hash(directory))) is { Exists: true } sessions
                ? sessions.EnumerateDirectories().Select(session => Transcripts.Newest(session.FullName, "context.jsonl")).OfType<FileInfo>().MaxBy(file => file.LastWriteTimeUtc)
                : null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

#pragma warning disable CA5351 // Kimi names the directory by this hash; it protects no secret.
    private static string Hash(string directory) => Convert.ToHexStringLower(MD5.HashData(Encoding.UTF8.GetBytes(directory)));
#pragma warning restore CA5351
}
