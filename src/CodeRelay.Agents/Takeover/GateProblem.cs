namespace CodeRelay.Agents.Takeover;

/// <summary>One reason why a packet is refused.</summary>
/// <param name="Items">The items that it leaves open; empty for what no item is about.</param>
/// <param name="Failure">F1 to F5, or null.</param>
/// <param name="Rule">The rule's id, or null for what only the gate asks.</param>
/// <param name="Message">What is wrong, why, what to do; small and without final stop.</param>
/// <param name="File">Relative to the root.</param>
/// <param name="Line">1-based.</param>
internal sealed record GateProblem(IReadOnlyList<string> Items, string? Failure, string? Rule, string Message, string File, int Line)
{
    /// <summary>True when something is missing, so that a pattern to write helps; of what only the gate asks that is the goal alone.</summary>
    public bool IsGap => Rule?.StartsWith("RLY4", StringComparison.Ordinal) ?? Items is ["P1"];

    /// <summary>True when the text was right once.</summary>
    public bool IsOutdated => Rule?.StartsWith("RLY1", StringComparison.Ordinal) == true;
}
