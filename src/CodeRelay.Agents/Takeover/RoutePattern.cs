using CodeRelay.Packets.Lanes;

namespace CodeRelay.Agents.Takeover;

/// <summary>The three healthy ways of working with lanes.</summary>
public enum RoutePattern
{
    /// <summary>A planner, an executor in the tool that suits the work, and a separate reviewer against the contract.</summary>
    A,

    /// <summary>One tool while building; only the audit switches.</summary>
    B,

    /// <summary>A rejected packet returns to its author before another agent touches the task.</summary>
    C,
}

/// <summary>The order of lanes in each pattern.</summary>
internal static class RoutePatterns
{
    /// <summary>The next lane, or null to stay.</summary>
    /// <param name="pattern">The pattern.</param>
    /// <param name="lane">The current lane.</param>
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
