using CodeRelay.Rules;

namespace CodeRelay.Cli;

/// <summary>Rules as they are named on the command line.</summary>
internal static class RuleSelection
{
    private const string Prefix = "RLY";

    /// <summary>Ids, beginnings of ids and names, separated by commas or given one by one.</summary>
    /// <exception cref="UsageException">One of them is no rule's.</exception>
    public static IReadOnlyList<string> Read(IEnumerable<string> given)
    {
        var words = given.SelectMany(word => word.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)).ToArray();
        foreach (var word in words.Where(word => !IsKnown(word)))
            throw Unknown(word);
        return words;
    }

    /// <summary>The message for a rule that does not exist, with the one that was probably meant.</summary>
    public static UsageException Unknown(string word)
    {
        var candidates = RuleCatalog.All.SelectMany(rule => new[] { rule.Info.Id, rule.Info.Name });
        return new UsageException(Nearest.To(word, candidates) is { } nearest
            ? $"unknown rule '{word}', did you mean {nearest}? `coderelay rules` lists them all"
            : $"unknown rule '{word}'; valid are the ids and names that `coderelay rules` lists");
    }

    private static bool IsKnown(string word) =>
        word.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase) && RuleCatalog.All.Any(rule => rule.Info.Id.StartsWith(word, StringComparison.OrdinalIgnoreCase))
        || RuleCatalog.Find(word) is not null;
}
