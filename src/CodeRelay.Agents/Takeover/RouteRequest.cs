using CodeRelay.Packets.Lanes;

namespace CodeRelay.Agents.Takeover;

/// <summary>A question to the router.</summary>
/// <param name="From">The current tool; null to detect it.</param>
/// <param name="To">The possible next tool, or null.</param>
/// <param name="Next">The lane of the next step; null for the pattern's next lane, else the same.</param>
/// <param name="Pattern">The team's pattern, or null.</param>
/// <param name="Reasons">The user's reasons for or against a switch; each names a rule.</param>
/// <param name="Needs">Programs and `mcp:` servers that the next step needs, in addition to the packet's.</param>
internal sealed record RouteRequest(Receiver? From, Receiver? To, Lane? Next, RoutePattern? Pattern, IReadOnlyList<SwitchReason> Reasons, IReadOnlyList<string> Needs);
