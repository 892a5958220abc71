using CodeRelay.Files;

namespace CodeRelay.Agents.Runtimes.Cursor;

/// <summary>Cursor, the editor and the command. Its hooks: https://cursor.com/docs/hooks.</summary>
internal sealed class CursorRuntime : AgentRuntime
{
    public override string Id => "cursor";

    public override string Name => "Cursor";

    public override string Program => "cursor";

    public override bool NeedsProgram => false;

    public override IReadOnlyList<string> Notes =>
    [
        "Cursor cannot be blocked at its stop: the objection is sent as the next message, at most loop_limit times",
        "according to reports (July 2026) the editor drops the text of a session-start hook and the command injects it; AGENTS.md reaches both",
        "the facts about Cursor's hooks come from other programs that use them, not from its own documentation",
    ];

    public override InstructionSupport Instructions => field ??= new("AGENTS.md", ".cursor/rules/coderelay.mdc");

    public override HookSupport Hooks => field ??= new()
    {
        Capabilities = new(StopPower.FollowUp, InjectsAtSessionStart: true, HasPreCompact: true),
        Settings = scope => CursorHooks.Settings(scope, OperatingSystem.IsWindows()),
        Shape = PayloadShape.Cursor,
        // After an abort or error, no turn can continue.
        Interpret = payload => payload with
        {
            IsContinuation = payload.IsContinuation || payload.LoopCount > 0,
            IsCutShort = payload.Status is not ("" or "completed"),
        },
        Block = reason => DecisionAnswers.Text("followup_message", reason),
        Inject = context => DecisionAnswers.Text("additional_context", context),
    };

    public override SkillSupport Skills => field ??= new() { Directory = scope => scope.Below(".cursor", "skills") };

    public override McpSupport Mcp => field ??= new() { Place = scope => new McpPlace(scope.Below(".cursor", "mcp.json"), ["mcpServers"]) };

    protected override IEnumerable<string> Traces(string root, UserEnvironment environment) =>
        [Path.Combine(root, ".cursor"), Path.Combine(root, ".cursorrules"), Path.Combine(environment.Home, ".cursor")];
}
