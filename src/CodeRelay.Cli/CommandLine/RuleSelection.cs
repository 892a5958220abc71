using CodeRelay.Analysis;
using CodeRelay.Cli.Output;
using CodeRelay.Git;
using CodeRelay.Rules;
using CodeRelay.Text;

namespace CodeRelay.Cli.CommandLine;

/// <summary>Rules in the arguments.</summary>
internal static class RuleSelection
{
    private static readonly string[] Prefixes = ["RLY", TeamRuleSetting.Prefix];

    /// <summary>Ids, prefixes of ids, and names, separated by commas or repeated.</summary>
    /// <param name="given">The arguments.</param>
    /// <param name="configuration">The configuration with the team's rules.</param>
    /// <exception cref="UsageException">An argument matches no rule.</exception>
    public static IReadOnlyList<string> Read(IEnumerable<string> given, Configuration configuration)
    {
        var words = given.SelectMany(word => word.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)).ToArray();
        foreach (var word in words.Where(word => !IsKnown(word, configuration)))
            throw Unknown(word, configuration);
        return words;
    }

    /// <summary>The rule with an id or name, including team rules.</summary>
    /// <param name="word">The argument.</param>
    /// <param name="directory">Full path of the directory whose configuration has the team rules.</param>
    /// <exception cref="UsageException">No such rule exists.</exception>
    public static Rule Find(string word, string directory)
    {
        // A page must be available even with an invalid coderelay.yml.
        if (RuleCatalog.Find(word) is { } own)
            return own;
        var configuration = Configuration.Load(Repository.Discover(directory));
        return RuleCatalog.Find(word, configuration) ?? throw Unknown(word, configuration);
    }

    /// <summary>The message for an unknown rule, with the closest match.</summary>
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
