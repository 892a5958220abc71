using CodeRelay.Analysis;
using CodeRelay.Documents;
using CodeRelay.Packets;

namespace CodeRelay.Rules.Completeness;

/// <summary>A packet names no next step.</summary>
internal sealed class RLY4003NoNextStep : CompletenessRule
{
    public override RuleInfo Info { get; } = new("RLY4003", "no-next-step", Severity.Warning, "the packet names no next step")
    {
        Item = "P6",
        NoFix = "only someone who works on it knows the next step",
    };

    private protected override void Check(Packet packet, PacketAnswers answers, RuleContext context)
    {
        var next = answers.About(SectionKind.Next);
        if (next.IsMissing)
            Report(context, packet, next, "the packet names no next step, so the next session must search for a place to begin; name the first thing to do with its file or command, or say that all is done");
    }
}
