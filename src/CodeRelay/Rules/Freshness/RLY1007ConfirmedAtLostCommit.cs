using CodeRelay.Analysis;
using CodeRelay.Evidence.Freshness;
using CodeRelay.Git;

namespace CodeRelay.Rules.Freshness;

/// <summary>The packet was confirmed at a commit that HEAD does not contain.</summary>
internal sealed class RLY1007ConfirmedAtLostCommit : Rule
{
    private const int ShortId = 7;

    public override RuleInfo Info { get; } = new("RLY1007", "confirmed-at-lost-commit", Severity.Info, "the packet was confirmed at a commit that HEAD does not contain")
    {
        NoFix = "a person has to read the packet again before it can be confirmed",
        Needs = Facts.Head | Facts.WorkingTree | Facts.Files | Facts.PacketHistory,
    };

    internal override void Check(RuleContext context)
    {
        if (context.Repository.Git is null)
            return;
        foreach (var handoff in context.Packets.Select(packet => packet.Handoff).Where(handoff => Packets.ConfirmLine.Of(handoff) is not null))
        {
            // In a partial clone the commit may exist on the remote.
            if (context.Evidence.Freshness.Since(handoff) is not { Confirmation: { State: not ConfirmationState.InHistory } confirmation } work || RemoteScope.IsPartial(context.Repository))
                continue;
            var text = handoff.Text;
            var start = text.LineStart(confirmation.Line);
            var why = confirmation.State == ConfirmationState.Elsewhere ? "HEAD does not contain it (rebased, or on another branch)" : "that commit is not in this repository (rebased or squashed)";
            var from = work.Base is { } since ? $"; newer commits are counted from {since[..ShortId]}, which wrote the line" : "";
            context.Report(this, handoff, start, start + text.Line(confirmation.Line).Length, $"the packet was confirmed at \"{confirmation.Value}\", but {why}{from}; read the packet again and run `coderelay confirm`");
        }
    }
}
