namespace CodeRelay.Lanes;

/// <summary>What speaks for a switch, for staying, or is no reason at all.</summary>
/// <param name="Id">S1 to S5 switch, R1 to R4 stay, N1 to N4 never count.</param>
/// <param name="Text">The rule, small and without final stop.</param>
public sealed record SwitchRule(string Id, string Text)
{
    public static IReadOnlyList<SwitchRule> All { get; } =
    [
        new("S1", "the role changes from planning to execution, or from execution to review"),
        new("S2", "the tool at hand cannot do the next step"),
        new("S3", "the executor must not review the change"),
        new("S4", "the session is stale or overloaded, so that a clean packet is safer"),
        new("S5", "coordination matters more now than progress"),
        new("R1", "the work still deepens in the same lane and worktree"),
        new("R2", "loading the context again costs more than another tool brings"),
        new("R3", "the tool at hand can do what is needed"),
        new("R4", "only half-formed work would be handed over"),
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
