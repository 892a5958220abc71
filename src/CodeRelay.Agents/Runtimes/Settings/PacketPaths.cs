using CodeRelay.Analysis;
using CodeRelay.Git;
using CodeRelay.Packets;

namespace CodeRelay.Agents.Runtimes.Settings;

/// <summary>The targets of references in settings and instruction files.</summary>
internal static class PacketPaths
{
    private const string Default = "HANDOFF.md";

    /// <summary>The packets of a repository, relative to its root; the default place when there is none.</summary>
    public static IReadOnlyList<string> Of(Repository repository) =>
        PacketDiscovery.FindHandoffs(repository, Read(repository)) is { Count: > 0 } found ? found : [Default];

    // An invalid rule section does not affect the packet's place.
    private static Configuration Read(Repository repository)
    {
        try
        {
            return Configuration.Load(repository);
        }
        catch (ConfigurationException)
        {
            return new Configuration();
        }
    }
}
