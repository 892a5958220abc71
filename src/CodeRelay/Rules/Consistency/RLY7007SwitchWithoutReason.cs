using CodeRelay.Analysis;
using CodeRelay.Documents;
using CodeRelay.Packets.Lanes;

namespace CodeRelay.Rules.Consistency;

/// <summary>The packet declares a switch of lane or tool without a valid reason.</summary>
internal sealed class RLY7007SwitchWithoutReason : Rule
{
    public override RuleInfo Info { get; } = new("RLY7007", "switch-without-reason", Severity.Warning, "the work switches lane or tool without a valid reason")
    {
        NoFix = "only the person who decided on the switch knows the reason",
    };

    internal override void Check(RuleContext context)
    {
        foreach (var packet in context.Packets)
        {
            var declaration = LaneDeclaration.Of(packet.Handoff);
            if (declaration.Switch is { } written)
                CheckReason(packet.Handoff, declaration, written, context);
            else if (declaration is { From: { } from, To: { } to } && Kind(from.Value, to.Value) is { } kind && !IsChangeOfRole(declaration))
                context.Report(this, packet.Handoff, to.Start, to.End, $"the work goes from {kind} \"{from.Value}\" to \"{to.Value}\" without a reason; stay, or add `switch:` with one of S1 to S5 (`coderelay route --record` writes it)");
        }
    }

    private void CheckReason(Document handoff, LaneDeclaration declaration, DeclaredValue written, RuleContext context)
    {
        var reason = SwitchReason.Parse(written.Value);
        if (reason.Rule is { IsForSwitch: false } rule && !(rule.NeverCounts && IsChangeOfRole(declaration)))
            context.Report(this, handoff, written.Start, written.End, $"\"{written.Value}\" is not a valid reason for a switch ({rule.Id}: {rule.Text}); stay, or name one of S1 to S5");
    }

    // An inbox address in from or to is not a tool.
    private static string? Kind(string from, string to)
    {
        if (LaneNames.TryParse(from, out var fromLane) && LaneNames.TryParse(to, out var toLane))
            return fromLane == toLane ? null : "lane";
        return AgentNames.IsAgent(from) && AgentNames.IsAgent(to) && !Actors.AreSame(from, to) ? "tool" : null;
    }

    private static bool IsChangeOfRole(LaneDeclaration declaration) =>
        declaration.FromLane is { } from && declaration.Active is { } to && (from, to) is (Lane.Plan, Lane.Execute) or (Lane.Execute, Lane.Audit);
}
