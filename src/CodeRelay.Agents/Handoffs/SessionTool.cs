using CodeRelay.Files;

namespace CodeRelay.Agents.Handoffs;

/// <summary>Detects the agent program that runs a command, by the variables that programs set for their shells.</summary>
internal static class SessionTool
{
    private static readonly (string Variable, string Tool)[] Known =
    [
        ("CLAUDECODE", "claude-code"), ("CODEX_SANDBOX", "codex-cli"), ("CODEX_THREAD_ID", "codex-cli"), ("GEMINI_CLI", "gemini-cli"), ("QWEN_CODE", "qwen-code"), ("CURSOR_AGENT", "cursor"), ("OPENCODE", "opencode"),
    ];

    /// <summary>The program's value for `session_tool`; `coderelay` when no agent is detected.</summary>
    public static string Of(UserEnvironment environment) =>
        Array.Find(Known, known => environment.Variable(known.Variable) is not null) is (not null, { } tool) ? tool : "coderelay";
}
