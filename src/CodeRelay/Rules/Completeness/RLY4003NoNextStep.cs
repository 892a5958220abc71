using CodeRelay.Analysis;
using CodeRelay.Packets;

namespace CodeRelay.Rules.Completeness;

/// <summary>A packet does not say what to do next.</summary>
public sealed class RLY4003NoNextStep : CompletenessRule
{
    public override RuleInfo Info { get; } = new("RLY4003", "no-next-step", Severity.Warning, "the packet does not say what to do next")
    {
        Item = "P6",
        NoFix = "only who works on it knows the next step",
    };

    private protected override void Check(Packet packet, PacketAnswers answers, RuleContext context)
    {
        var next = answers.About(SectionKind.Next);
        if (next.IsMissing)
            Report(context, packet, next, "no next step, so the next session begins with searching; name the first thing to do with its file or command, or say that all is done");
    }
}
