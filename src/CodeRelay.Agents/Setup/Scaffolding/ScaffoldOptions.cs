using CodeRelay.Agents.Runtimes;
using CodeRelay.Packets;

namespace CodeRelay.Agents.Setup.Scaffolding;

/// <summary>What to scaffold; the defaults are those of the template.</summary>
internal sealed record ScaffoldOptions
{
    /// <summary>The file that adds the check to the build.</summary>
    public const string BuildFile = BuildTargets.FileName;

    /// <summary>The agents that get hooks.</summary>
    public IReadOnlyList<AgentRuntime> Runtimes { get; init; } = RuntimeCatalog.Default;

    /// <summary>Where the packet goes, relative to the root; null for where one is, else the root.</summary>
    public string? PacketDirectory { get; init; }

    /// <summary>What HANDOFF.md has to answer; null for what the configuration or the packet says, else the five questions.</summary>
    public Profile? Profile { get; init; }

    public GateWorkflow Gate { get; init; }

    /// <summary>Adds the check to the build of a .NET repository.</summary>
    public bool BuildCheck { get; init; } = true;

    /// <summary>Replaces files of ours that exist, after a backup; files that are the user's are merged all the same.</summary>
    public bool Force { get; init; }

    /// <summary>The version of the packages that the files name.</summary>
    public required string Version { get; init; }
}
