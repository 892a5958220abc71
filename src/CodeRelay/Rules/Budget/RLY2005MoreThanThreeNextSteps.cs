using CodeRelay.Analysis;
using CodeRelay.Documents;
using CodeRelay.Packets;
using CodeRelay.Rules.Completeness;

namespace CodeRelay.Rules.Budget;

/// <summary>A packet lists more next steps than one session does, so that the plan becomes stale before it is used.</summary>
internal sealed class RLY2005MoreThanThreeNextSteps : CompletenessRule
{
    private const int Most = 3;

    public override RuleInfo Info { get; } = new("RLY2005", "more-than-three-next-steps", Severity.Info, "the packet lists more than three next steps")
    {
        NoFix = "which three come first is a matter of judgement",
    };

    private protected override void Check(Packet packet, PacketAnswers answers, RuleContext context)
    {
        var steps = NextSteps.Of(answers).Where(step => step[0].Block.Kind != BlockKind.Paragraph || step.Count > 1).ToArray();
        if (steps.Length > Most)
            context.Report(this, packet.Handoff, steps[Most][0].Start, steps[Most][0].End, $"the packet lists {steps.Length} next steps, but plans beyond the third usually change before they are reached; keep {Most} and move the others to TASKS.md");
    }
}
