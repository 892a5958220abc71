using System.Globalization;
using CodeRelay.Packets;
using CodeRelay.Text;
using YamlDotNet.RepresentationModel;

namespace CodeRelay.Analysis;

/// <summary>Reads coderelay.yml strictly: an unknown key or a wrong type is an error with its line and column.</summary>
internal static class ConfigurationReader
{
    private static readonly string[] Keys = ["rules", "budgets", "packet", "packet-in-git", "profile", "team-rules", "relay"];

    public static Configuration Read(SourceText text)
    {
        var configuration = new Configuration { PacketInGit = PacketPolicy.Committed };
        if (Parse(text) is not { } root)
            return configuration;
        foreach (var (key, value) in Entries(root, "a mapping"))
        {
            configuration = key.Value switch
            {
                "rules" => configuration with { Rules = ReadRules(value) },
                "budgets" => configuration with { Budgets = ReadBudgets(value) },
                "packet" => configuration with { PacketDirectories = ReadDirectories(value) },
                "packet-in-git" => configuration with { PacketInGit = ReadPolicy(value) },
                "profile" => configuration with { Profile = ReadProfile(value) },
                "relay" => configuration with { Relay = RelaySettingsReader.Read(value) },
                "team-rules" => configuration with { TeamRules = TeamRuleReader.Read(value) },
                _ => throw Unknown(key, "key", Keys),
            };
        }

        return configuration;
    }

    private static YamlNode? Parse(SourceText text)
    {
        try
        {
            return YamlText.Read(text.Content) is [{ RootNode: not YamlScalarNode { Value: null or "" } and var root }, ..] ? root : null;
        }
        catch (YamlTextException e)
        {
            throw new ConfigurationException(Configuration.FileName, e.Line, e.Column, $"not valid YAML: {e.Message}");
        }
    }

    private static RuleSetting[] ReadRules(YamlNode node) =>
    [
        .. Entries(node, "rule ids with a severity each").Select(entry => new RuleSetting(
            entry.Key.Value!,
            Severities.TryParse(Scalar(entry.Value, "a severity"), out var severity) ? severity : throw Unknown(entry.Value, "severity", Severities.Words),
            (int)entry.Key.Start.Line,
            (int)entry.Key.Start.Column)),
    ];

    private static Dictionary<string, Budget> ReadBudgets(YamlNode node)
    {
        var budgets = new Dictionary<string, Budget>(Configuration.DefaultBudgets, StringComparer.OrdinalIgnoreCase);
        foreach (var (file, value) in Entries(node, "file names with lines and tokens each"))
        {
            budgets[file.Value!] = ReadBudget(value, budgets.GetValueOrDefault(file.Value!, new Budget(null, null)));
        }

        return budgets;
    }

    internal static Budget ReadBudget(YamlNode node, Budget budget)
    {
        foreach (var (key, amount) in Entries(node, "lines and tokens"))
        {
            budget = key.Value switch
            {
                "lines" => budget with { Lines = Count(amount) },
                "tokens" => budget with { Tokens = Count(amount) },
                _ => throw Unknown(key, "budget", ["lines", "tokens"]),
            };
        }

        return budget;
    }

    private static string[] ReadDirectories(YamlNode node) => node is YamlSequenceNode list
        ? [.. list.Children.Select(child => Directory(child))]
        : [Directory(node)];

    private static string Directory(YamlNode node)
    {
        var path = Scalar(node, "a directory").Replace('\\', '/').Trim('/');
        if (path.Split('/').Contains("..") || path.Contains(':', StringComparison.Ordinal))
            throw Error(node, $"packet directory '{path}' is outside the repository; valid is a path below its root, such as src");
        return path is "." ? "" : path;
    }

    private static Profile ReadProfile(YamlNode node) => Scalar(node, "a profile") switch
    {
        "relay" => Profile.Relay,
        "contract" => Profile.Contract,
        _ => throw Unknown(node, "profile", ["relay", "contract"]),
    };

    private static PacketPolicy ReadPolicy(YamlNode node) => Scalar(node, "committed or ignored") switch
    {
        "committed" => PacketPolicy.Committed,
        "ignored" => PacketPolicy.Ignored,
        _ => throw Unknown(node, "policy", ["committed", "ignored"]),
    };

    internal static int Count(YamlNode node)
    {
        var text = Scalar(node, "a number");
        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var count) && count > 0
            ? count
            : throw Error(node, $"'{text}' is not a budget; valid is a whole number above 0");
    }

    internal static string Scalar(YamlNode node, string expected) =>
        node is YamlScalarNode { Value: { } value } ? value : throw Error(node, $"expected {expected}, found {Describe(node)}");

    internal static IEnumerable<(YamlScalarNode Key, YamlNode Value)> Entries(YamlNode node, string expected)
    {
        if (node is not YamlMappingNode mapping)
            throw Error(node, $"expected {expected}, found {Describe(node)}");
        foreach (var (key, value) in mapping.Children)
            yield return key is YamlScalarNode { Value: not null } scalar ? (scalar, value) : throw Error(key, $"expected a name, found {Describe(key)}");
    }

    internal static string Describe(YamlNode node) => node switch
    {
        YamlMappingNode => "a mapping",
        YamlSequenceNode => "a list",
        YamlScalarNode { Value: null or "" } => "nothing",
        _ => $"'{node}'",
    };

    internal static ConfigurationException Unknown(YamlNode node, string what, IEnumerable<string> valid) =>
        Error(node, $"unknown {what} '{node}'; valid are {string.Join(", ", valid)}");

    internal static ConfigurationException Error(YamlNode node, string message) =>
        new(Configuration.FileName, (int)node.Start.Line, (int)node.Start.Column, message);
}
