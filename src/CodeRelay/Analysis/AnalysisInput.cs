using CodeRelay.Documents;
using CodeRelay.Git;
using CodeRelay.Packets;

namespace CodeRelay.Analysis;

/// <summary>What is judged, and by what.</summary>
/// <param name="Repository">Where.</param>
/// <param name="Configuration">What coderelay.yml says.</param>
/// <param name="Packets">The packets among the documents.</param>
/// <param name="Documents">Every document that is judged.</param>
public sealed record AnalysisInput(Repository Repository, Configuration Configuration, IReadOnlyList<Packet> Packets, IReadOnlyList<Document> Documents)
{
    /// <summary>The time that "today" means.</summary>
    public DateTimeOffset Now { get; init; } = DateTimeOffset.UtcNow;

    /// <summary>Ids or beginnings of ids ("RLY3") to run; empty means all.</summary>
    public IReadOnlyList<string> OnlyRules { get; init; } = [];

    /// <summary>How many findings of one rule in one file are listed; of the others there is one that counts them.</summary>
    public int MostFindings { get; init; } = 100;

    /// <summary>Facts that the caller will show, asked for at the same time as those of the rules.</summary>
    public Facts AlsoNeeds { get; init; }

    /// <summary>When given, only what this branch caused is reported.</summary>
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

    /// <summary>The named files; one that is a HANDOFF.md brings its packet's other files as evidence.</summary>
    /// <param name="repository">Where.</param>
    /// <param name="configuration">What coderelay.yml says.</param>
    /// <param name="documents">The named documents.</param>
    public static AnalysisInput Of(Repository repository, Configuration configuration, IReadOnlyList<Document> documents) =>
        new(repository, configuration, [.. documents.Where(document => document.Kind == DocumentKind.Handoff).Select(document => PacketDiscovery.PacketOf(repository, configuration, document) with { TellsAllItems = configuration.Profile is null })], documents);

    internal bool Runs(Rule rule) => OnlyRules.Count == 0 || OnlyRules.Any(prefix => rule.Info.Id.StartsWith(prefix, StringComparison.OrdinalIgnoreCase) || rule.Info.Name == prefix);
}
