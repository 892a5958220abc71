namespace CodeRelay.Packets.Lanes;

/// <summary>The duties and limits of a lane.</summary>
/// <param name="Job">Its task.</param>
/// <param name="Output">Its result for the next lane.</param>
/// <param name="MustNot">The work it must leave to other lanes.</param>
internal sealed record LaneCharter(string Job, string Output, string MustNot)
{
    private static readonly LaneCharter Plan = new("define the contract", "goal, acceptance gate, constraints and files, in the packet", "change source files");
    private static readonly LaneCharter Execute = new("make the change that the contract asks for", "the change, and in the packet how far it got", "change goal, scope or acceptance gate");
    private static readonly LaneCharter Audit = new("review the change against the contract", "a verdict and findings with file and line, in the packet", "repair what you find, or review your own work");
    private static readonly LaneCharter Supervise = new("decide which agent continues", "which lane and which tool are next, and why, in the packet", "do the work of a lane");

    public static LaneCharter Of(Lane lane) => lane switch
    {
        Lane.Plan => Plan,
        Lane.Execute => Execute,
        Lane.Audit => Audit,
        Lane.Supervise => Supervise,
        _ => throw new ArgumentOutOfRangeException(nameof(lane), lane, message: null),
    };
}
