using CodeRelay.Agents.Runtimes.Settings;

namespace CodeRelay.Agents.Setup;

/// <summary>What of our hooks is in one settings file: which events lack one, and which have one too many.</summary>
internal sealed class HookRegistrations(HookSettings settings)
{
    private readonly IReadOnlyList<FoundHook> _hooks = HookFile.Hooks(settings);

    /// <summary>Our hooks where the runtime looks for them.</summary>
    public IEnumerable<FoundHook> Ours => _hooks.Where(hook => hook is { IsOurs: true, IsMisplaced: false });

    /// <summary>Hooks of ours at a place where no runtime looks.</summary>
    public IEnumerable<FoundHook> Misplaced => _hooks.Where(hook => hook is { IsOurs: true, IsMisplaced: true });

    /// <summary>The events that have no hook of ours, although an installation gives them one.</summary>
    public IEnumerable<string> MissingEvents => HookFile.HooksOf(settings).Select(hook => hook.Event).Except(Ours.Select(hook => hook.Event), StringComparer.Ordinal);

    /// <summary>Hooks of ours that an event has besides the first one for the same occasions.</summary>
    public IEnumerable<FoundHook> Repeated => Ours.GroupBy(hook => (hook.Event, hook.Matcher)).SelectMany(same => same.Skip(1));

    /// <summary>The hooks of agent-handoff, which read the same inbox.</summary>
    public IEnumerable<FoundHook> Originals => _hooks.Where(hook => !hook.IsOurs && hook.Lines.Any(AgentHandoff.IsIts));
}
