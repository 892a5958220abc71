namespace CodeRelay.Packets.Lanes;

/// <summary>Which names stand for coding agents, so that a packet that names two of them is known to change hands.</summary>
internal static class AgentNames
{
    private static readonly string[] Names =
    [
        "claude-code", "claude", "codex", "gemini", "gemini-cli", "copilot", "github-copilot", "vscode", "cursor", "opencode", "qwen", "qwen-code", "kimi", "kimi-cli", "goose", "cline", "windsurf", "aider", "amp",
    ];

    /// <summary>Tells whether a text is the name of an agent: "codex", "Claude Code".</summary>
    public static bool IsAgent(string text) => Names.Any(name => Actors.AreSame(name, text));
}
