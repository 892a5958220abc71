using System.Diagnostics.CodeAnalysis;
using CodeRelay.Workspace;

namespace CodeRelay.Runtimes.Cursor;

/// <summary>Cursor, the editor and the command. Its hooks: https://cursor.com/docs/hooks.</summary>
public sealed class CursorRuntime : AgentRuntime
{
    public override string Id => "cursor";

    public override string Name => "Cursor";

    public override string Program => "cursor";

    public override bool NeedsProgram => false;

    public override HookCapabilities Capabilities { get; } = new(StopPower.FollowUp, InjectsAtSessionStart: true, HasPreCompact: true);

    public override IReadOnlyList<string> InstructionFiles => ["AGENTS.md", ".cursor/rules/coderelay.mdc"];

    public override PayloadShape Shape => PayloadShape.Cursor;

    public override IReadOnlyList<string> Notes =>
    [
        "Cursor cannot be blocked at its stop: the objection is sent as the next message, at most loop_limit times",
        "according to reports (July 2026) the editor drops the text of a session-start hook and the command injects it; AGENTS.md reaches both",
        "the facts about Cursor's hooks come from other programs that use them, not from its own documentation",
    ];

    public override HookSettings Settings(SettingsLevel level, string root, UserEnvironment environment) => CursorHooks.Settings(level, root, environment, OperatingSystem.IsWindows());

    public override string SkillDirectory(SettingsLevel level, string root, UserEnvironment environment) =>
        Path.Combine(level == SettingsLevel.Project ? root : environment.Home, ".cursor", "skills");

    public override McpPlace Mcp(SettingsLevel level, string root, UserEnvironment environment) =>
        new(Path.Combine(level == SettingsLevel.Project ? root : environment.Home, ".cursor", "mcp.json"), ["mcpServers"]);

    // A turn that the user or an error ended has nobody who could go on.
    public override bool TryParse(ReadOnlySpan<byte> utf8, [NotNullWhen(true)] out HookPayload? payload)
    {
        if (!HookPayload.TryParse(utf8, out payload))
            return false;
        payload = payload with
        {
            IsContinuation = payload.IsContinuation || payload.LoopCount > 0,
            IsCutShort = payload.Status is not ("" or "completed"),
        };
        return true;
    }

    public override HookAnswer Block(string reason) => DecisionAnswers.Text("followup_message", reason);

    public override HookAnswer Inject(string context) => DecisionAnswers.Text("additional_context", context);

    protected override IEnumerable<string> Traces(string root, UserEnvironment environment) =>
        [Path.Combine(root, ".cursor"), Path.Combine(root, ".cursorrules"), Path.Combine(environment.Home, ".cursor")];
}
