namespace CodeRelay.Templates.Tests;

/// <summary>
/// The rows. Each value of each option occurs, and for the packet each pair of values of two options, where the agents beside the default ones stand together. A new option value is a new row
/// here and its list in Golden.
/// </summary>
internal static class Matrix
{
    public static IReadOnlyList<TemplateCase> Rows { get; } =
    [
        new("coderelay", "coderelay"),
        new("coderelay-claude-src", "coderelay", "--agents", "claude", "--packet-dir", "src", "--profile", "contract", "--gate", "github", "--build-check", "false"),
        new("coderelay-claude-root", "coderelay", "--agents", "claude", "--profile", "relay", "--gate", "azure"),
        new("coderelay-codex-nested", "coderelay", "--agents", "codex", "--packet-dir", @".\docs\handoff\", "--gate", "azure", "--build-check", "false"),
        new("coderelay-codex-src", "coderelay", "--agents", "codex", "--packet-dir", "./src/", "--profile", "contract", "--gate", "none"),
        new("coderelay-codex-root", "coderelay", "--agents", "codex", "--gate", "github", "--build-check", "true"),
        new("coderelay-both-nested", "coderelay", "--agents", "claude", "--agents", "codex", "--packet-dir", "docs/handoff", "--profile", "contract", "--gate", "github"),
        new("coderelay-both-src", "coderelay", "--packet-dir", "src", "--profile", "relay", "--gate", "azure"),
        new("coderelay-both-root", "coderelay", "--agents", "codex", "--agents", "claude", "--packet-dir", ".", "--profile", "contract", "--gate", "azure", "--build-check", "false"),
        new("coderelay-claude-nested", "coderelay", "--agents", "claude", "--packet-dir", "docs/handoff/", "--gate", "none", "--build-check", "false"),
        new("coderelay-hooks-nested", "coderelay", "--agents", "gemini", "--agents", "copilot", "--agents", "vscode", "--agents", "cursor", "--agents", "qwen", "--agents", "claude-code", "--packet-dir", "docs/handoff", "--build-check", "false"),
        new("coderelay-plugins-root", "coderelay", "--agents", "opencode", "--agents", "goose", "--build-check", "false"),
        new("coderelay-instructions-src", "coderelay", "--agents", "kimi", "--agents", "cline", "--agents", "windsurf", "--agents", "aider", "--agents", "amp", "--agents", "generic", "--packet-dir", "src", "--build-check", "false"),
        new("gate", "coderelay-gate"),
        new("gate-github-never", "coderelay-gate", "--ci", "github", "--fail-on", "never"),
        new("gate-github-info", "coderelay-gate", "--ci", "github", "--fail-on", "info"),
        new("gate-azure-warning", "coderelay-gate", "--ci", "azure", "--fail-on", "warning"),
        new("gate-azure-error", "coderelay-gate", "--ci", "azure", "--fail-on", "error"),
    ];
}
