using CodeRelay.Documents;
using CodeRelay.Git;
using CodeRelay.Packets;

namespace CodeRelay.Analysis;

/// <summary>A line under `rules:`.</summary>
/// <param name="Rule">A rule's id or name; only the catalog knows whether it exists.</param>
/// <param name="Severity">The configured severity.</param>
/// <param name="Line">1-based.</param>
/// <param name="Column">1-based.</param>
public sealed record RuleSetting(string Rule, Severity Severity, int Line, int Column);

/// <summary>The content of coderelay.yml; every member has a default.</summary>
public sealed record Configuration : PacketSettings
{
    public const string FileName = "coderelay.yml";

    /// <summary>The key of <see cref="Budgets"/> for what is read at every session start.</summary>
    public const string EverySession = "every-session";

    /// <summary>Severities of rules; later ones win.</summary>
    public IReadOnlyList<RuleSetting> Rules { get; init; } = [];

    /// <summary>Budgets by file name, or by path where one file differs.</summary>
    public IReadOnlyDictionary<string, Budget> Budgets { get; init; } = DefaultBudgets;

    /// <summary>What git is to do with the packet; committed where coderelay.yml does not say, and null where there is no such file to go by.</summary>
    public PacketPolicy? PacketInGit { get; init; }

    /// <summary>The team's own rules, in the order of the file; no id twice.</summary>
    public IReadOnlyList<TeamRuleSetting> TeamRules { get; init; } = [];

    /// <summary>The settings under `relay:`.</summary>
    public RelaySettings Relay { get; init; } = new();

    public static IReadOnlyDictionary<string, Budget> DefaultBudgets { get; } = new Dictionary<string, Budget>(StringComparer.OrdinalIgnoreCase)
    {
        ["HANDOFF.md"] = new(60, 1000),
        ["TASKS.md"] = new(120, 2000),
        ["DECISIONS.md"] = new(200, 3000),
        ["PROJECT_CONTEXT.md"] = new(60, 1000),
        [EverySession] = new(null, 2500),
    };

    /// <summary>Reads coderelay.yml at the root, or returns the defaults when there is none.</summary>
    /// <exception cref="ConfigurationException">The file is not valid.</exception>
    public static Configuration Load(Repository repository) =>
        repository.ReadText(FileName) is { } text ? ConfigurationReader.Read(text) : new Configuration();

    /// <summary>The budget of a file: by path first, then by name; every handoff file name shares the budget of HANDOFF.md.</summary>
    public Budget? BudgetOf(string path)
    {
        if (Budgets.TryGetValue(path, out var byPath) || Budgets.TryGetValue(path[(path.LastIndexOf('/') + 1)..], out byPath))
            return byPath;
        return DocumentKinds.Of(path) == DocumentKind.Handoff ? Budgets.GetValueOrDefault("HANDOFF.md") : null;
    }
}
