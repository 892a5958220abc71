using CodeRelay.Packets.Lanes;

namespace CodeRelay.Agents.Takeover;

/// <summary>What is asked of the router.</summary>
/// <param name="From">The tool at hand; null to find out.</param>
/// <param name="To">The tool that might take over, or null.</param>
/// <param name="Next">The lane of the next step; null for the one that the pattern gives, else the same.</param>
/// <param name="Pattern">The pattern that the team follows, or null.</param>
/// <param name="Reasons">What somebody says speaks for a switch or against it; each names a rule.</param>
/// <param name="Needs">Programs and `mcp:` servers that the next step needs, beside those that the packet names.</param>
internal sealed record RouteRequest(Receiver? From, Receiver? To, Lane? Next, RoutePattern? Pattern, IReadOnlyList<SwitchReason> Reasons, IReadOnlyList<string> Needs);
