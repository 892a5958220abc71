using CodeRelay.Analysis;

namespace CodeRelay.Rules.Freshness;

/// <summary>The clone does not reach back to the packet's last change, so nothing is said about its freshness.</summary>
public sealed class RLY1006HistoryTooShallow : Rule
{
    public override RuleInfo Info { get; } = new("RLY1006", "history-too-shallow", Severity.Info, "the clone is too shallow to judge freshness")
    {
        NoFix = "fetching history is the job of who made the clone",
        Needs = Facts.Head | Facts.WorkingTree | Facts.Files | Facts.PacketHistory,
    };

    public override void Check(RuleContext context)
    {
        foreach (var packet in context.Packets)
        {
            var work = context.Evidence.Freshness.Since(packet.Handoff);
            if (work.IsBeyondHistory && !work.IsEdited && !work.IsOutrunByCommits)
                context.Report(this, packet.Handoff, "the clone is shallow and does not show when the packet was last changed; `git fetch --unshallow`, or fetch-depth: 0 in CI, makes its freshness visible");
        }
    }
}
