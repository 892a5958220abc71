using CodeRelay.Agents.Takeover;
using CodeRelay.Git;
using CodeRelay.Packets;

namespace CodeRelay.Agents.Reports;

/// <summary>The result of `route`.</summary>
internal sealed record RouteReport(RouteDecision Decision, Packet? Packet, Repository Repository)
{
    /// <summary>Full paths of the files with the recorded decision.</summary>
    public IReadOnlyList<string> Recorded { get; init; } = [];

    public RouteFacts Facts => Decision.Facts;

    /// <summary>The tokens that the next session would read.</summary>
    public int PacketTokens => Packet?.Documents.Sum(document => document.Tokens) ?? 0;
}
