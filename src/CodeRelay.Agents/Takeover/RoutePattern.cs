using CodeRelay.Packets.Lanes;

namespace CodeRelay.Agents.Takeover;

/// <summary>The three ways of working with lanes that hold up.</summary>
public enum RoutePattern
{
    /// <summary>A planner, an executor in the tool that suits the work, and a separate reviewer against the contract.</summary>
    A,

    /// <summary>One tool while building; only the audit switches.</summary>
    B,

    /// <summary>A bad packet goes back to its author before anyone else touches the task.</summary>
    C,
}

/// <summary>What follows which lane in a pattern.</summary>
internal static class RoutePatterns
{
    /// <summary>The next lane, or null to stay.</summary>
    /// <param name="pattern">The pattern.</param>
    /// <param name="lane">The lane that the work is in.</param>
    /// <param name="isDone">True when every box of the acceptance gate is ticked.</param>
    /// <param name="isReady">True when the packet can be taken over.</param>
    public static Lane? Next(this RoutePattern pattern, Lane lane, bool isDone, bool isReady) => (pattern, lane) switch
    {
        (RoutePattern.C, _) when !isReady => null,
        (RoutePattern.B, Lane.Execute) when !isDone => null,
        (_, Lane.Plan) => Lane.Execute,
        (_, Lane.Execute) => Lane.Audit,
        (RoutePattern.B, Lane.Audit) => Lane.Execute,
        (_, Lane.Audit) => Lane.Supervise,
        _ => Lane.Execute,
    };
}
