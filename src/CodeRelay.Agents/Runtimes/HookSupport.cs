using CodeRelay.Agents.Runtimes.Settings;

namespace CodeRelay.Agents.Runtimes;

/// <summary>How a runtime calls hooks and what answers it takes. What is not given it cannot do.</summary>
public sealed record HookSupport
{
    public HookCapabilities Capabilities { get; init; } = HookCapabilities.None;

    /// <summary>Where the hooks of a level are, and what goes there; null when the runtime has no such level.</summary>
    public required Func<SettingsScope, HookSettings?> Settings { get; init; }

    /// <summary>Ids of runtimes that read the same settings, so that they may be the caller.</summary>
    public IReadOnlyList<string> SharedWith { get; init; } = [];

    /// <summary>Full paths of settings of Claude Code whose hooks it runs as well.</summary>
    public Func<SettingsScope, IReadOnlyList<string>> AlsoReads { get; init; } = _ => [];

    /// <summary>The JSON by which the runtime is told from those that share its hooks.</summary>
    public PayloadShape Shape { get; init; }

    /// <summary>What the user has to do before the runtime runs the hooks; installing cannot do it for them.</summary>
    public Func<SettingsLevel, IReadOnlyList<string>> TrustSteps { get; init; } = _ => [];

    /// <summary>What in existing settings keeps the hooks from running.</summary>
    public Func<SettingsScope, IEnumerable<HookObstacle>> Obstacles { get; init; } = _ => [];

    /// <summary>False for a version of the program that is known to ignore our hooks; null is an unknown version.</summary>
    public Func<string?, bool> RunsIn { get; init; } = _ => true;

    /// <summary>What a payload means where the runtime has rules of its own.</summary>
    public Func<HookPayload, HookPayload> Interpret { get; init; } = payload => payload;

    /// <summary>Keeps the agent from stopping, with what it should know.</summary>
    public Func<string, HookAnswer> Block { get; init; } = _ => HookAnswer.Silent;

    /// <summary>Hands text to the agent at the start of its session.</summary>
    public Func<string, HookAnswer> Inject { get; init; } = _ => HookAnswer.Silent;

    /// <summary>Says one line, under 500 bytes, at an event that neither blocks nor injects.</summary>
    public Func<string, HookAnswer> Tell { get; init; } = _ => HookAnswer.Silent;
}
