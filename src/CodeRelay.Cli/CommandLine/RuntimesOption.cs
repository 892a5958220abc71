using System.CommandLine;
using CodeRelay.Agents.Runtimes;

namespace CodeRelay.Cli.CommandLine;

/// <summary>`--runtimes`: ids separated by commas or repeated, or `all`.</summary>
internal sealed class RuntimesOption : Option<string[]>
{
    public RuntimesOption(string whenNotGiven)
        : base("--runtimes")
    {
        Description = $"The runtimes: {Ids}, or all. [default: {whenNotGiven}]";
        HelpName = "id,…";
        AllowMultipleArgumentsPerToken = true;
        Validators.Add(result =>
        {
            foreach (var name in result.Tokens.SelectMany(token => Split(token.Value)).Where(name => name != "all" && !RuntimeCatalog.TryFind(name, out _)))
                result.AddError(Unknown(name));
        });
    }

    /// <summary>The valid ids, for messages.</summary>
    public static string Ids => string.Join(", ", RuntimeCatalog.All.Select(runtime => runtime.Id));

    public static string Unknown(string name) => $"unknown runtime '{name}'; valid are {Ids}";

    /// <summary>The given runtimes in catalog order, or null for none.</summary>
    public IReadOnlyList<AgentRuntime>? Read(ParseResult arguments)
    {
        var names = (arguments.GetValue(this) ?? []).SelectMany(Split).ToHashSet(StringComparer.Ordinal);
        if (names.Count == 0)
            return null;
        return names.Contains("all") ? RuntimeCatalog.All : [.. RuntimeCatalog.All.Where(runtime => names.Contains(runtime.Id) || runtime.Aliases.Any(names.Contains))];
    }

    private static string[] Split(string value) => value.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
