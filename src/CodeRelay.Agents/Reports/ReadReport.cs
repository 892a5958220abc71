using CodeRelay.Agents.Takeover;
using CodeRelay.Git;

namespace CodeRelay.Agents.Reports;

/// <summary>The result of `read`.</summary>
/// <param name="Repository">The repository.</param>
/// <param name="Budget">The token limit.</param>
/// <param name="Order">The reading order, or null without a packet.</param>
internal sealed record ReadReport(Repository Repository, int Budget, ReadingOrder? Order)
{
    /// <summary>The paths of the other packets' HANDOFF.md.</summary>
    public IReadOnlyList<string> Others { get; init; } = [];
}
