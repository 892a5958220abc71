using CodeRelay.Agents.Runtimes;

namespace CodeRelay.Agents.Hooks;

/// <summary>At the end of a turn: blocks once when the work is newer than the packet.</summary>
internal static class StopHandler
{
    public static HookAnswer Answer(HookCall call)
    {
        var payload = call.Payload;
        if (call.Hooks.Capabilities.Stop == StopPower.None || payload.IsContinuation || payload.HasBackgroundWork || payload.IsCutShort)
            return HookAnswer.Silent;
        if (!call.Store.WasBlocked && StopPolicy.IsSettled(call.Repository, call.Store))
            return HookAnswer.Silent;

        call.Mail.Leave(call.Configuration, HookEvent.Stop);
        if (call.Store.WasBlocked || call.FindHandoffs() is not { Count: > 0 } handoffs)
            return HookAnswer.Silent;
        var objection = new StopPolicy(call.Repository, handoffs, call.Store).Decide();
        return objection is null ? HookAnswer.Silent : call.Block(StopReason.Of(objection, call.Check));
    }
}
