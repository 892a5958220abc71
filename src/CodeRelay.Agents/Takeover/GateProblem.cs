namespace CodeRelay.Agents.Takeover;

/// <summary>One reason why a packet is rejected.</summary>
/// <param name="Items">The items that it leaves open; empty when it concerns none.</param>
/// <param name="Failure">F1 to F5, or null.</param>
/// <param name="Rule">The rule's id, or null for the gate's own questions.</param>
/// <param name="Message">Problem, cause and remedy; lower case, without a final stop.</param>
/// <param name="File">Relative to the root.</param>
/// <param name="Line">1-based.</param>
internal sealed record GateProblem(IReadOnlyList<string> Items, string? Failure, string? Rule, string Message, string File, int Line)
{
    /// <summary>True when something is missing, so that a pattern helps; among the gate's own questions only for the goal.</summary>
    public bool IsGap => Rule?.StartsWith("RLY4", StringComparison.Ordinal) ?? Items is ["P1"];

    /// <summary>True when the text was correct once.</summary>
    public bool IsOutdated => Rule?.StartsWith("RLY1", StringComparison.Ordinal) == true;
}
