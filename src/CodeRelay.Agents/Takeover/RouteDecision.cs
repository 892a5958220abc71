using CodeRelay.Packets.Lanes;

namespace CodeRelay.Agents.Takeover;

/// <summary>A rule that speaks, and why.</summary>
/// <param name="Rule">S, R or N.</param>
/// <param name="Because">What it was seen by, or what somebody said.</param>
/// <param name="IsMeasured">False when somebody said so.</param>
internal sealed record RouteVoice(SwitchRule Rule, string Because, bool IsMeasured);

/// <summary>Whether to stay or to hand over.</summary>
/// <param name="IsSwitch">True to hand over.</param>
/// <param name="Voices">The rules that decided, S before R before N.</param>
/// <param name="Pattern">The pattern that the answer belongs to, or null.</param>
/// <param name="Next">What to do now; a command or a sentence without final stop.</param>
/// <param name="Request">What was asked.</param>
/// <param name="Facts">What was measured.</param>
internal sealed record RouteDecision(bool IsSwitch, IReadOnlyList<RouteVoice> Voices, RoutePattern? Pattern, string Next, RouteRequest Request, RouteFacts Facts)
{
    /// <summary>The reasons of a switch on one line, as the packet's front matter carries them.</summary>
    public string Reason => string.Join("; ", Voices.Where(voice => voice.Rule.IsForSwitch).Select(voice => $"{voice.Rule.Id} {voice.Because}"));
}
