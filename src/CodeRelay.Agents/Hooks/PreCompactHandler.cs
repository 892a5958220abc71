using CodeRelay.Agents.Runtimes;

namespace CodeRelay.Agents.Hooks;

/// <summary>Before a compaction: saves the session's state in a handoff if the configuration asks for one.</summary>
internal static class PreCompactHandler
{
    public static HookAnswer Answer(HookCall call) => call.Mail.Leave(call.Configuration, HookEvent.PreCompact);
}
