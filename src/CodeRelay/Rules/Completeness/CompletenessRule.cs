using CodeRelay.Analysis;
using CodeRelay.Packets;

namespace CodeRelay.Rules.Completeness;

/// <summary>A rule about what a packet must answer. A packet that was cleared answers everything.</summary>
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

    /// <summary>Whether the question is asked of a packet; yes unless overridden.</summary>
    protected virtual bool AppliesTo(Packet packet) => true;

    private protected abstract void Check(Packet packet, PacketAnswers answers, RuleContext context);

    /// <summary>Reports at the heading that asks the question, or at the first line where none does.</summary>
    private protected void Report(RuleContext context, Packet packet, Answer answer, string message) => Report(context, packet, answer, message, ceiling: null);

    /// <summary>Reports what only a contract must answer: as info where the packet is not known to be one.</summary>
    private protected void ReportOfContract(RuleContext context, Packet packet, Answer answer, string message) =>
        Report(context, packet, answer, message, packet.Profile == Profile.Contract ? null : Severity.Info);

    private void Report(RuleContext context, Packet packet, Answer answer, string message, Severity? ceiling)
    {
        var line = Math.Max(1, answer.Heading?.Line ?? 1);
        context.Report(new Finding(Info, packet.Handoff.Path, packet.Handoff.Text.LineRange(line, line), message) { Ceiling = ceiling });
    }
}

/// <summary>A question of the contract profile; also put to a packet that somebody named and that has no known profile.</summary>
internal abstract class ContractRule : CompletenessRule
{
    protected sealed override bool AppliesTo(Packet packet) => packet.Profile == Profile.Contract || packet.TellsAllItems;
}
