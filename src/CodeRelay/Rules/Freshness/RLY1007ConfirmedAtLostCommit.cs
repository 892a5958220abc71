using CodeRelay.Analysis;
using CodeRelay.Evidence.Freshness;
using CodeRelay.Workspace;

namespace CodeRelay.Rules.Freshness;

/// <summary>The packet was confirmed as still true, but at a commit that HEAD does not contain.</summary>
public sealed class RLY1007ConfirmedAtLostCommit : Rule
{
    private const int ShortId = 7;

    public override RuleInfo Info { get; } = new("RLY1007", "confirmed-at-lost-commit", Severity.Info, "the packet was confirmed at a commit that is gone")
    {
        NoFix = "only who reads the packet again can confirm it",
        Needs = Facts.Head | Facts.WorkingTree | Facts.Files | Facts.PacketHistory,
    };

    public override void Check(RuleContext context)
    {
        if (context.Repository.Git is null)
            return;
        foreach (var handoff in context.Packets.Select(packet => packet.Handoff).Where(handoff => Packets.ConfirmLine.Of(handoff) is not null))
        {
            // In a clone of a part of the history it may well exist.
            if (context.Evidence.Freshness.Since(handoff) is not { Confirmation: { State: not ConfirmationState.InHistory } confirmation } work || RemoteScope.IsPartial(context.Repository))
                continue;
            var text = handoff.Text;
            var start = text.LineStart(confirmation.Line);
            var why = confirmation.State == ConfirmationState.Elsewhere ? "HEAD does not contain it, after a rebase or on another branch" : "it is not in this repository, after a rebase or squash";
            var from = work.Base is { } since ? $"; the work is counted from {since[..ShortId]}, which wrote the line" : "";
            context.Report(this, handoff, start, start + text.Line(confirmation.Line).Length, $"confirmed at \"{confirmation.Value}\", but {why}{from}; read the packet and run `coderelay confirm`");
        }
    }
}
