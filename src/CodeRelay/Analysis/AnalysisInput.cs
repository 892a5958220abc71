using CodeRelay.Documents;
using CodeRelay.Git;
using CodeRelay.Packets;

namespace CodeRelay.Analysis;

/// <summary>The input of a run: the documents to check and the settings to check them with.</summary>
/// <param name="Repository">The repository that contains the documents.</param>
/// <param name="Configuration">The settings from coderelay.yml.</param>
/// <param name="Packets">The packets among the documents.</param>
/// <param name="Documents">Every document to check.</param>
public sealed record AnalysisInput(Repository Repository, Configuration Configuration, IReadOnlyList<Packet> Packets, IReadOnlyList<Document> Documents)
{
    /// <summary>The current time of the run, so that a test can set it.</summary>
    public DateTimeOffset Now { get; init; } = DateTimeOffset.UtcNow;

    /// <summary>Ids or beginnings of ids ("RLY3") to run; empty means all.</summary>
    public IReadOnlyList<string> OnlyRules { get; init; } = [];

    /// <summary>The most findings listed per rule and file; one further finding counts the rest.</summary>
    public int MostFindings { get; init; } = 100;

    /// <summary>Facts that the caller needs besides those of the rules; the run prefetches them too.</summary>
    internal Facts AlsoNeeds { get; init; }

    /// <summary>When given, the run reports only what this branch caused.</summary>
    public BranchScope? Since { get; init; }

    /// <summary>What runtimes take at most, by their names. Whoever passes none gets no finding about them: the analyzer knows no agents.</summary>
    public IReadOnlyDictionary<string, RuntimeLimits> RuntimeLimits { get; init; } = new Dictionary<string, RuntimeLimits>();

    /// <summary>What is wrong in the settings of agents, looked at when a rule first asks; nothing where nobody says how.</summary>
    public Lazy<IReadOnlyList<SetupFault>> Setup { get; init; } = new(() => []);

    /// <summary>The packet and instruction files of the repository.</summary>
    public static AnalysisInput Of(Repository repository, Configuration configuration)
    {
        var packets = PacketDiscovery.FindPackets(repository, configuration);
        return new(repository, configuration, packets, [.. packets.SelectMany(packet => packet.Documents), .. PacketDiscovery.FindInstructions(repository)]);
    }

    /// <summary>The input for the named files; a HANDOFF.md brings the other files of its packet as evidence.</summary>
    /// <param name="repository">The repository that contains the documents.</param>
    /// <param name="configuration">The settings from coderelay.yml.</param>
    /// <param name="documents">The named documents.</param>
    public static AnalysisInput Of(Repository repository, Configuration configuration, IReadOnlyList<Document> documents) =>
        new(repository, configuration, [.. documents.Where(document => document.Kind == DocumentKind.Handoff).Select(document => PacketDiscovery.PacketOf(repository, configuration, document) with { TellsAllItems = configuration.Profile is null })], documents);

    internal bool Runs(Rule rule) => OnlyRules.Count == 0 || OnlyRules.Any(prefix => rule.Info.Id.StartsWith(prefix, StringComparison.OrdinalIgnoreCase) || rule.Info.Name == prefix);
}
