using CodeRelay.Analysis;
using CodeRelay.Git;
using CodeRelay.Packets;

namespace CodeRelay.Agents.Runtimes.Settings;

/// <summary>Where settings and instruction files point to.</summary>
internal static class PacketPaths
{
    private const string Default = "HANDOFF.md";

    /// <summary>The packets of a repository, relative to its root; the usual place where there is none yet.</summary>
    public static IReadOnlyList<string> Of(Repository repository) =>
        PacketDiscovery.FindHandoffs(repository, Read(repository)) is { Count: > 0 } found ? found : [Default];

    // Where the packet is can be told without rules that do not parse.
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
