namespace CodeRelay.Packets.Lanes;

/// <summary>A reason to switch, a reason to stay, or an invalid reason.</summary>
/// <param name="Id">S1 to S5 switch, R1 to R4 stay, N1 to N4 are never valid.</param>
/// <param name="Text">The rule in lower case, without final stop.</param>
internal sealed record SwitchRule(string Id, string Text)
{
    public static IReadOnlyList<SwitchRule> All { get; } =
    [
        new("S1", "the role changes from planning to execution, or from execution to review"),
        new("S2", "the present tool cannot do the next step"),
        new("S3", "the author of a change must not review it"),
        new("S4", "the session is stale or overloaded, so a clean packet is safer"),
        new("S5", "coordination is now more important than progress"),
        new("R1", "the work continues in the same lane and worktree"),
        new("R2", "reloading the context costs more than another tool gains"),
        new("R3", "the present tool can do the next step"),
        new("R4", "the work is too unfinished to hand over"),
        new("N1", "another model is in fashion"),
        new("N2", "the session is slow, but coherent"),
        new("N3", "a second opinion would be welcome"),
        new("N4", "variety looks like rigour"),
    ];

    public static SwitchRule Of(string id) => All.First(rule => rule.Id == id);

    public bool IsForSwitch => Id[0] == 'S';

    public bool IsForResume => Id[0] == 'R';

    public bool NeverCounts => Id[0] == 'N';
}
