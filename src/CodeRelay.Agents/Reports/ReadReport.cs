using CodeRelay.Agents.Takeover;
using CodeRelay.Git;

namespace CodeRelay.Agents.Reports;

/// <summary>What `read` answers.</summary>
/// <param name="Repository">Where.</param>
/// <param name="Budget">Tokens at most.</param>
/// <param name="Order">What to read, or null where there is no packet.</param>
internal sealed record ReadReport(Repository Repository, int Budget, ReadingOrder? Order)
{
    /// <summary>The paths of the other packets' HANDOFF.md.</summary>
    public IReadOnlyList<string> Others { get; init; } = [];
}
