using CodeRelay.Analysis;
using CodeRelay.Documents;
using CodeRelay.Packets;

namespace CodeRelay.Rules.Completeness;

/// <summary>A goal names nothing that shows when it is reached.</summary>
internal sealed class RLY4002VagueGoal : CompletenessRule
{
    public override RuleInfo Info { get; } = new("RLY4002", "vague-goal", Severity.Warning, "the goal names no file, symbol, number or behaviour")
    {
        Item = "P1",
        NoFix = "only someone who works on it knows what is meant",
    };

    private protected override void Check(Packet packet, PacketAnswers answers, RuleContext context)
    {
        var goal = answers.About(SectionKind.Goal);
        if (goal.State == AnswerState.Given && goal.Statements.All(Specificity.IsVague))
            context.Report(this, packet.Handoff, goal.Statements[0].Start, goal.Statements[0].End, "the goal names no file, symbol, number or behaviour, so it is unclear when it is reached; say exactly what must be finished");
    }
}
