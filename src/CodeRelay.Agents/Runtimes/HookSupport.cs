using CodeRelay.Agents.Runtimes.Settings;

namespace CodeRelay.Agents.Runtimes;

/// <summary>How a runtime calls hooks and which answers it accepts. Defaults stand for missing capabilities.</summary>
internal sealed record HookSupport
{
    public HookCapabilities Capabilities { get; init; } = HookCapabilities.None;

    /// <summary>The hook settings of a level; null when the runtime has no such level.</summary>
    public required Func<SettingsScope, HookSettings?> Settings { get; init; }

    /// <summary>Ids of runtimes that read the same settings and may therefore be the caller.</summary>
    public IReadOnlyList<string> SharedWith { get; init; } = [];

    /// <summary>Full paths of Claude Code settings whose hooks it also runs.</summary>
    public Func<SettingsScope, IReadOnlyList<string>> AlsoReads { get; init; } = _ => [];

    /// <summary>The payload that distinguishes the runtime from those that share its hooks.</summary>
    public PayloadShape Shape { get; init; }

    /// <summary>The user's steps before the runtime runs the hooks; the installer cannot do them.</summary>
    public Func<SettingsLevel, IReadOnlyList<string>> TrustSteps { get; init; } = _ => [];

    /// <summary>What in existing settings keeps the hooks from running.</summary>
    public Func<SettingsScope, IEnumerable<HookObstacle>> Obstacles { get; init; } = _ => [];

    /// <summary>False for a program version known to ignore the hooks; null is an unknown version.</summary>
    public Func<string?, bool> RunsIn { get; init; } = _ => true;

    /// <summary>Applies the runtime's own rules to a payload.</summary>
    public Func<HookPayload, HookPayload> Interpret { get; init; } = payload => payload;

    /// <summary>Blocks a stop, with the reason.</summary>
    public Func<string, HookAnswer> Block { get; init; } = _ => HookAnswer.Silent;

    /// <summary>Injects text at session start.</summary>
    public Func<string, HookAnswer> Inject { get; init; } = _ => HookAnswer.Silent;

    /// <summary>Writes one line, under 500 bytes, at an event that neither blocks nor injects.</summary>
    public Func<string, HookAnswer> Tell { get; init; } = _ => HookAnswer.Silent;
}
