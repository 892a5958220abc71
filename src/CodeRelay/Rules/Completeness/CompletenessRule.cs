using CodeRelay.Analysis;
using CodeRelay.Packets;

namespace CodeRelay.Rules.Completeness;

/// <summary>A rule about a question that a packet must answer. A cleared packet answers all questions.</summary>
internal abstract class CompletenessRule : Rule
{
    internal sealed override void Check(RuleContext context)
    {
        foreach (var packet in context.Packets)
        {
            var answers = PacketAnswers.Of(packet.Handoff);
            if (AppliesTo(packet) && !answers.IsCleared)
                Check(packet, answers, context);
        }
    }

    /// <summary>Whether a packet must answer the question; true unless overridden.</summary>
    protected virtual bool AppliesTo(Packet packet) => true;

    private protected abstract void Check(Packet packet, PacketAnswers answers, RuleContext context);

    /// <summary>Reports at the heading for the question, or at the first line when there is none.</summary>
    private protected void Report(RuleContext context, Packet packet, Answer answer, string message) => Report(context, packet, answer, message, ceiling: null);

    /// <summary>Reports a missing item of a contract; as info when the packet's profile is not known to be contract.</summary>
    private protected void ReportOfContract(RuleContext context, Packet packet, Answer answer, string message) =>
        Report(context, packet, answer, message, packet.Profile == Profile.Contract ? null : Severity.Info);

    private void Report(RuleContext context, Packet packet, Answer answer, string message, Severity? ceiling)
    {
        var line = Math.Max(1, answer.Heading?.Line ?? 1);
        context.Report(new Finding(Info, packet.Handoff.Path, packet.Handoff.Text.LineRange(line, line), message) { Ceiling = ceiling });
    }
}

/// <summary>A question of the contract profile, also for an explicitly named packet without a configured profile.</summary>
internal abstract class ContractRule : CompletenessRule
{
    protected sealed override bool AppliesTo(Packet packet) => packet.Profile == Profile.Contract || packet.TellsAllItems;
}
