using CodeRelay.Agents.Runtimes;
using CodeRelay.Packets;

namespace CodeRelay.Agents.Setup.Scaffolding;

/// <summary>Scaffolding options; the defaults are the template's.</summary>
internal sealed record ScaffoldOptions
{
    /// <summary>The file that adds the check to the build.</summary>
    public const string BuildFile = BuildTargets.FileName;

    /// <summary>The agents that get hooks.</summary>
    public IReadOnlyList<AgentRuntime> Runtimes { get; init; } = RuntimeCatalog.Default;

    /// <summary>The packet's place, relative to the root; null for the existing one, else the root.</summary>
    public string? PacketDirectory { get; init; }

    /// <summary>The packet's profile; null for the configuration's or the packet's, else the five questions.</summary>
    public Profile? Profile { get; init; }

    public GateWorkflow Gate { get; init; }

    /// <summary>Adds the check to the build of a .NET repository.</summary>
    public bool BuildCheck { get; init; } = true;

    /// <summary>Replaces existing files of CodeRelay, after a backup; user files are still merged.</summary>
    public bool Force { get; init; }

    /// <summary>The package version in the files.</summary>
    public required string Version { get; init; }
}
