using CodeRelay.Analysis;
using CodeRelay.Packets;

namespace CodeRelay.Rules.Completeness;

/// <summary>The first next step names no place to begin.</summary>
internal sealed class RLY4004VagueNextStep : CompletenessRule
{
    public override RuleInfo Info { get; } = new("RLY4004", "vague-next-step", Severity.Warning, "the first next step names no file, symbol, command or number")
    {
        Item = "P6",
        NoFix = "only someone who works on it knows what is meant",
    };

    // Generic last steps ("run the tests, commit") are normal; the first one is what the next session does.
    private protected override void Check(Packet packet, PacketAnswers answers, RuleContext context)
    {
        var steps = NextSteps.Of(answers).ToArray();
        if (steps.Length == 0 || !steps[0].All(Specificity.IsVague))
            return;
        var message = steps.Length > 1 && steps.All(step => step.All(Specificity.IsVague))
            ? $"none of the {steps.Length} next steps names a file, symbol, command or number; say where to begin and what to do there"
            : "the next step names no file, symbol, command or number; say where to begin and what to do there";
        context.Report(this, packet.Handoff, steps[0][0].Start, steps[0][0].End, message);
    }
}
