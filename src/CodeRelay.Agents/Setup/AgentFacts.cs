using CodeRelay.Agents.Runtimes;
using CodeRelay.Analysis;

namespace CodeRelay.Agents.Setup;

/// <summary>What the analyzer cannot know by itself: the limits of the runtimes, and what is wrong in their settings.</summary>
internal static class AgentFacts
{
    // No hook of a runtime that does not inject would hand a packet over.
    private static readonly Lazy<IReadOnlyDictionary<string, RuntimeLimits>> Limits = new(() => RuntimeCatalog.All.Where(runtime => runtime.Limits != RuntimeLimits.Unknown)
        .ToDictionary(runtime => runtime.Name, runtime => runtime.Capabilities.InjectsAtSessionStart ? runtime.Limits : runtime.Limits with { HookOutputCharacters = null }, StringComparer.Ordinal));

    /// <summary>Gives an input the limits and the settings; the settings are read when a rule asks.</summary>
    public static AnalysisInput WithAgents(this AnalysisInput input) => input.WithLimits() with { Setup = new(() => ProjectSettings.Faults(input.Repository)) };

    /// <summary>Gives an input the limits only, where named files are judged and not the repository.</summary>
    public static AnalysisInput WithLimits(this AnalysisInput input) => input with { RuntimeLimits = Limits.Value };
}
