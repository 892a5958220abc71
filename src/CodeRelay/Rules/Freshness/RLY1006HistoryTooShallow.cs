using CodeRelay.Analysis;

namespace CodeRelay.Rules.Freshness;

/// <summary>The clone does not reach back to the packet's last change, so its freshness is unknown.</summary>
internal sealed class RLY1006HistoryTooShallow : Rule
{
    public override RuleInfo Info { get; } = new("RLY1006", "history-too-shallow", Severity.Info, "the clone is too shallow to judge freshness")
    {
        NoFix = "only the job that made the clone can fetch its history",
        Needs = Facts.Head | Facts.WorkingTree | Facts.Files | Facts.PacketHistory,
    };

    internal override void Check(RuleContext context)
    {
        foreach (var packet in context.Packets)
        {
            var work = context.Evidence.Freshness.Since(packet.Handoff);
            if (work.IsBeyondHistory && !work.IsEdited && !work.IsOutrunByCommits)
                context.Report(this, packet.Handoff, "the clone is shallow and does not contain the packet's last change, so freshness cannot be judged; run `git fetch --unshallow`, or set `fetch-depth: 0` in CI");
        }
    }
}
