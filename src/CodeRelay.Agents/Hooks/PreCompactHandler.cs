using CodeRelay.Agents.Runtimes;

namespace CodeRelay.Agents.Hooks;

/// <summary>Before a compaction: keeps the session's state in a handoff where the configuration asks for it.</summary>
internal static class PreCompactHandler
{
    public static HookAnswer Answer(HookCall call) => call.Mail.Leave(call.Configuration, HookEvent.PreCompact);
}
