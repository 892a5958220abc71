using CodeRelay.Analysis;

namespace CodeRelay.Rules.Budget;

/// <summary>A packet that no hook can hand over whole, because the runtime cuts what is longer.</summary>
internal sealed class RLY2006PacketOverHookLimit : Rule
{
    public override RuleInfo Info { get; } = new("RLY2006", "packet-over-hook-limit", Severity.Info, "HANDOFF.md is longer than what runtimes take from a hook")
    {
        NoFix = "what to cut is a matter of judgement; the redundancy rules list the lines that the repository already has",
        // Who is over the budget has to cut more than this.
        YieldsTo = "RLY2001",
    };

    internal override void Check(RuleContext context)
    {
        if (context.RuntimeLimits.Values.Min(limits => limits.HookOutputCharacters) is not { } limit)
            return;
        var runtimes = string.Join(" and ", context.RuntimeLimits.Where(entry => entry.Value.HookOutputCharacters == limit).Select(entry => entry.Key));
        foreach (var handoff in context.Packets.Select(packet => packet.Handoff).Where(handoff => handoff.Text.Content.Length > limit))
        {
            var length = handoff.Text.Content.Length;
            context.Report(this, handoff, $"{handoff.Path[(handoff.Path.LastIndexOf('/') + 1)..]} has {length:N0} characters, but the limit of {runtimes} for the output of a hook is {limit:N0}, so no hook can hand an agent the whole packet; cut {length - limit:N0} characters");
        }
    }
}
