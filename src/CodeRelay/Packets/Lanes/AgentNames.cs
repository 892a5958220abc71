namespace CodeRelay.Packets.Lanes;

/// <summary>The names of coding agents, to detect that a packet changes hands between two of them.</summary>
internal static class AgentNames
{
    private static readonly string[] Names =
    [
        "claude-code", "claude", "codex", "gemini", "gemini-cli", "copilot", "github-copilot", "vscode", "cursor", "opencode", "qwen", "qwen-code", "kimi", "kimi-cli", "goose", "cline", "windsurf", "aider", "amp",
    ];

    /// <summary>True for the name of an agent: "codex", "Claude Code".</summary>
    public static bool IsAgent(string text) => Names.Any(name => Actors.AreSame(name, text));
}
