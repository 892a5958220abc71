using System.Diagnostics.CodeAnalysis;

namespace CodeRelay.Agents.Runtimes;

/// <summary>The moments at which a runtime calls CodeRelay.</summary>
public enum HookEvent
{
    SessionStart,
    Stop,
    PreCompact,
    SessionEnd,
}

/// <summary>The events' names on the command line.</summary>
internal static class HookEventNames
{
    private static readonly string[] Names = ["session-start", "stop", "pre-compact", "session-end"];

    public static IReadOnlyList<string> All => Names;

    public static bool TryParse(string name, [NotNullWhen(true)] out HookEvent? hookEvent)
    {
        var index = Array.IndexOf(Names, name);
        hookEvent = index < 0 ? null : (HookEvent)index;
        return index >= 0;
    }
}
