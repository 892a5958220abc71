using CodeRelay.Analysis;
using CodeRelay.Packets.Lanes;

namespace CodeRelay.Rules.Consistency;

/// <summary>The reviewer is also the executor.</summary>
internal sealed class RLY7006ReviewerIsExecutor : Rule
{
    public override RuleInfo Info { get; } = new("RLY7006", "reviewer-is-executor", Severity.Warning, "the reviewer is also the executor")
    {
        NoFix = "the reviewer is agreed, not derived",
    };

    internal override void Check(RuleContext context)
    {
        foreach (var packet in context.Packets)
        {
            var declaration = LaneDeclaration.Of(packet.Handoff);
            if (declaration.Reviewer is not { } reviewer || Reason(reviewer.Value, declaration.Executor?.Value) is not { } reason)
                continue;
            context.Report(this, packet.Handoff, reviewer.Start, reviewer.End, $"reviewer \"{reviewer.Value}\" {reason}, so the executor would review their own work; name another lane, tool or person");
        }
    }

    private static string? Reason(string reviewer, string? executor) =>
        Actors.IsSelf(reviewer) ? "means the executor"
        : LaneNames.TryParse(reviewer, out var lane) && lane == Lane.Execute ? "is the lane that makes the change"
        : executor is not null && Actors.AreSame(reviewer, executor) ? "is also the executor"
        : null;
}
