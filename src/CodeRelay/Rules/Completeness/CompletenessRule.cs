using CodeRelay.Analysis;

namespace CodeRelay.Rules.Completeness;

/// <summary>A rule about what a packet must answer. A packet that was cleared answers everything.</summary>
public abstract class CompletenessRule : Rule
{
    public sealed override void Check(RuleContext context)
    {
        foreach (var packet in context.Packets)
        {
            var answers = PacketAnswers.Of(packet.Handoff);
            if (AppliesTo(packet.Profile) && !answers.IsCleared)
                Check(packet, answers, context);
        }
    }

    /// <summary>The profiles that ask the question; all unless overridden.</summary>
    protected virtual bool AppliesTo(Profile profile) => true;

    private protected abstract void Check(Packet packet, PacketAnswers answers, RuleContext context);

    /// <summary>Reports at the heading that asks the question, or at the first line where none does.</summary>
    private protected void Report(RuleContext context, Packet packet, Answer answer, string message)
    {
        if (answer.Heading is { } heading)
            context.Report(this, packet.Handoff, heading, message);
        else
            context.Report(this, packet.Handoff, message);
    }
}

/// <summary>A question of the contract profile alone.</summary>
public abstract class ContractRule : CompletenessRule
{
    protected sealed override bool AppliesTo(Profile profile) => profile == Profile.Contract;
}
