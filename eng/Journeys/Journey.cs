namespace CodeRelay.Journeys;

/// <summary>A question that a reader follows through the sources, and the type or member (Type.Member) where it begins.</summary>
/// <remarks>Entries are names without namespaces, so that they survive moves.</remarks>
internal sealed record Journey(string Name, string Entry, string Question)
{
    public static IReadOnlyList<Journey> All { get; } =
    [
        new("check", "CheckCommand", "how a packet becomes findings"),
        new("stop", "StopHandler", "how an agent's stop is judged"),
        new("send", "HandoffCommand", "how a handoff is written"),
        new("deliver", "SessionStartHandler", "how a handoff reaches the next session"),
        new("build", "RunCheck", "how a build warns"),
    ];
}
