using System.Text.Json;
using CodeRelay.Agents.Handoffs;
using CodeRelay.Agents.Hooks.Sessions;
using CodeRelay.Agents.Runtimes;
using CodeRelay.Git;

namespace CodeRelay.Agents.Hooks;

/// <summary>At session start: records the initial state, and injects waiting handoffs and the packet's health.</summary>
internal static class SessionStartHandler
{
    public static HookAnswer Answer(HookCall call)
    {
        var handoffs = call.FindHandoffs();
        if (handoffs.Count > 0)
            Record(call, handoffs);
        if (!call.Hooks.Capabilities.InjectsAtSessionStart)
            return HookAnswer.Silent;
        call.Mail.Fetch(call.Configuration);
        var briefing = handoffs.Count == 0 || !call.Store.TryAnswerStart(call.Payload.Source) ? "" : StartBriefing.Of(handoffs, call.Check, call.Environment, call.Mail.IsWaiting ? StartBriefing.LimitBesideHandoffs : call.TextLimit);
        return call.Mail.Deliver(call.TextLimit - briefing.Length) is { Text.Length: > 0 } delivery
            ? Inject(call, delivery, briefing)
            : briefing.Length == 0 ? HookAnswer.Silent : call.Hooks.Inject(briefing);
    }

    private static HookAnswer Inject(HookCall call, Delivery delivery, string briefing)
    {
        try
        {
            return call.Hooks.Inject(delivery.Text + (briefing.Length == 0 ? "" : "\n" + briefing)) with { Delivery = delivery };
        }
        catch
        {
            delivery.Dispose();
            throw;
        }
    }

    // A session that continues after a pause or compaction keeps its original start.
    private static void Record(HookCall call, IReadOnlyList<string> handoffs)
    {
        try
        {
            var store = call.Store;
            store.Sweep();
            if (call.Repository.Git is null || (call.Payload.Source is "resume" or "compact" && HasRecord(store)))
                return;
            var state = WorkState.Read(call.Repository, handoffs, store.StateDirectoryPath);
            store.Save(state);
            store.SaveStamp(TreeStamp.Take(call.Repository, state, store.StateDirectoryPath));
            store.ForgetBlock();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or GitException)
        {
            // Without a record the stop policy uses the packet's age; the briefing is still useful.
        }
    }

    private static bool HasRecord(SessionStore store)
    {
        try
        {
            return store.Load() is not null;
        }
        catch (JsonException)
        {
            return false;
        }
    }
}
