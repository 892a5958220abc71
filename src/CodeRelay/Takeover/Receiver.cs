using CodeRelay.Runtimes;

namespace CodeRelay.Takeover;

/// <summary>Who can take over: every runtime of the catalogue, and agents that only read a prompt.</summary>
/// <param name="Id">The name on the command line.</param>
/// <param name="Name">The product's name.</param>
/// <param name="Names">All names, for headings and front matter.</param>
/// <param name="Runtime">Its hooks and settings, or null when only its prompt is known.</param>
public sealed record Receiver(string Id, string Name, IReadOnlyList<string> Names, AgentRuntime? Runtime)
{
    private static readonly (string Id, string Name, string[] Aliases)[] Others =
    [
        ("gemini", "Gemini CLI", ["gemini-cli"]),
        ("copilot", "GitHub Copilot", ["github-copilot"]),
        ("vscode", "VS Code", []),
        ("cursor", "Cursor", []),
        ("opencode", "opencode", []),
        ("qwen", "Qwen Code", ["qwen-code"]),
        ("kimi", "Kimi", ["kimi-cli", "kimi-code"]),
        ("goose", "goose", []),
        ("cline", "Cline", []),
        ("windsurf", "Windsurf", []),
        ("aider", "Aider", []),
        ("amp", "Amp", []),
        ("generic", "Local model", ["local"]),
    ];

    public static IReadOnlyList<Receiver> All { get; } =
    [
        .. RuntimeCatalog.All.Select(runtime => new Receiver(runtime.Id, runtime.Name, [runtime.Id, runtime.Name, .. runtime.Aliases], runtime)),
        .. Others.Where(other => !RuntimeCatalog.TryFind(other.Id, out _)).Select(other => new Receiver(other.Id, other.Name, [other.Id, other.Name, .. other.Aliases], Runtime: null)),
    ];

    /// <summary>The receiver with that id or name, ignoring case, or null.</summary>
    public static Receiver? Find(string name) => All.FirstOrDefault(receiver => receiver.Names.Contains(name, StringComparer.OrdinalIgnoreCase));
}
