using CodeRelay.Agents.Takeover;
using CodeRelay.Git;
using CodeRelay.Packets;

namespace CodeRelay.Agents.Reports;

/// <summary>What `route` answers.</summary>
internal sealed record RouteReport(RouteDecision Decision, Packet? Packet, Repository Repository)
{
    /// <summary>Full paths of the files that hold the decision.</summary>
    public IReadOnlyList<string> Recorded { get; init; } = [];

    public RouteFacts Facts => Decision.Facts;

    /// <summary>What the next session would read.</summary>
    public int PacketTokens => Packet?.Documents.Sum(document => document.Tokens) ?? 0;
}
