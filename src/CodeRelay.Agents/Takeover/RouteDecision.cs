using CodeRelay.Packets.Lanes;

namespace CodeRelay.Agents.Takeover;

/// <summary>A rule that applies, with the reason.</summary>
/// <param name="Rule">S, R or N.</param>
/// <param name="Because">The measurement, or the user's reason.</param>
/// <param name="IsMeasured">False for a user's reason.</param>
internal sealed record RouteVoice(SwitchRule Rule, string Because, bool IsMeasured);

/// <summary>The decision to stay or to hand over.</summary>
/// <param name="IsSwitch">True to hand over.</param>
/// <param name="Voices">The rules that decided, S before R before N.</param>
/// <param name="Pattern">The matching pattern, or null.</param>
/// <param name="Next">The next action: a command or a sentence without a final stop.</param>
/// <param name="Request">The question.</param>
/// <param name="Facts">The measurements.</param>
internal sealed record RouteDecision(bool IsSwitch, IReadOnlyList<RouteVoice> Voices, RoutePattern? Pattern, string Next, RouteRequest Request, RouteFacts Facts)
{
    /// <summary>The reasons of a switch on one line, in the format of the packet's front matter.</summary>
    public string Reason => string.Join("; ", Voices.Where(voice => voice.Rule.IsForSwitch).Select(voice => $"{voice.Rule.Id} {voice.Because}"));
}
