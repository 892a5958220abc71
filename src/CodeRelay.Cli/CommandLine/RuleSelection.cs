using CodeRelay.Analysis;
using CodeRelay.Cli.Output;
using CodeRelay.Git;
using CodeRelay.Rules;
using CodeRelay.Text;

namespace CodeRelay.Cli.CommandLine;

/// <summary>Rules as they are named on the command line.</summary>
internal static class RuleSelection
{
    private static readonly string[] Prefixes = ["RLY", TeamRuleSetting.Prefix];

    /// <summary>Ids, beginnings of ids and names, separated by commas or given one by one.</summary>
    /// <param name="given">As on the command line.</param>
    /// <param name="configuration">Where the team's own rules are.</param>
    /// <exception cref="UsageException">One of them is no rule's.</exception>
    public static IReadOnlyList<string> Read(IEnumerable<string> given, Configuration configuration)
    {
        var words = given.SelectMany(word => word.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)).ToArray();
        foreach (var word in words.Where(word => !IsKnown(word, configuration)))
            throw Unknown(word, configuration);
        return words;
    }

    /// <summary>The rule of an id or name, one of the team included.</summary>
    /// <param name="word">As given.</param>
    /// <param name="directory">Full path of where the team's rules are asked for.</param>
    /// <exception cref="UsageException">There is no such rule.</exception>
    public static Rule Find(string word, string directory)
    {
        // A page must be readable also where coderelay.yml is not.
        if (RuleCatalog.Find(word) is { } own)
            return own;
        var configuration = Configuration.Load(Repository.Discover(directory));
        return RuleCatalog.Find(word, configuration) ?? throw Unknown(word, configuration);
    }

    /// <summary>The message for a rule that does not exist, with the one that was probably meant.</summary>
    public static UsageException Unknown(string word, Configuration configuration)
    {
        var candidates = RuleCatalog.In(configuration).SelectMany(rule => new[] { rule.Info.Id, rule.Info.Name });
        return new UsageException(Nearest(word, candidates) is { } nearest
            ? $"unknown rule '{word}', did you mean {nearest}? `coderelay rules` lists them all"
            : $"unknown rule '{word}'; valid are the ids and names that `coderelay rules` lists");
    }

    private static string? Nearest(string word, IEnumerable<string> candidates) =>
        candidates.Select(candidate => (Name: candidate, Bound: Math.Max(1, candidate.Length / 3)))
            .Select(candidate => (candidate.Name, candidate.Bound, Distance: EditDistance.Between(word, candidate.Name, candidate.Bound)))
            .Where(candidate => candidate.Distance <= candidate.Bound)
            .OrderBy(candidate => candidate.Distance).Select(candidate => candidate.Name).FirstOrDefault();

    private static bool IsKnown(string word, Configuration configuration) =>
        Array.Exists(Prefixes, prefix => word.StartsWith(prefix, StringComparison.OrdinalIgnoreCase)) && RuleCatalog.In(configuration).Any(rule => rule.Info.Id.StartsWith(word, StringComparison.OrdinalIgnoreCase))
        || RuleCatalog.Find(word, configuration) is not null;
}
