using System.Globalization;
using System.Text.RegularExpressions;
using YamlDotNet.RepresentationModel;
using static CodeRelay.Analysis.ConfigurationReader;

namespace CodeRelay.Analysis;

/// <summary>Reads the entries under `team-rules:`.</summary>
internal static class TeamRuleReader
{
    private static readonly string[] Demands = ["must-contain", "must-not-contain", "required-headings", "forbidden-phrases", "budget"];
    private static readonly string[] Keys = ["id", "message", "severity", "files", "section", .. Demands];

    public static TeamRuleSetting[] Read(YamlNode node)
    {
        if (node is not YamlSequenceNode list)
            throw Error(node, $"expected a list of rules, found {Describe(node)}");
        var lines = new Dictionary<string, long>(StringComparer.Ordinal);
        return [.. list.Children.Select(child => ReadRule(child, lines))];
    }

    private static TeamRuleSetting ReadRule(YamlNode node, Dictionary<string, long> lines)
    {
        var entries = Entries(node, "a rule with id and message").ToDictionary(entry => entry.Key.Value!, entry => entry, StringComparer.Ordinal);
        if (entries.Values.FirstOrDefault(entry => !Keys.Contains(entry.Key.Value, StringComparer.Ordinal)) is { Key: { } unknown })
            throw Unknown(unknown, "key", Keys);
        var rule = new TeamRuleSetting(Id(Required(node, entries, "id"), lines), Text(Required(node, entries, "message"), "a message"));
        foreach (var (key, value) in entries.Values)
        {
            rule = key.Value switch
            {
                "severity" => rule with { Severity = Severities.TryParse(Scalar(value, "a severity"), out var severity) ? severity : throw Unknown(value, "severity", Severities.Words) },
                "files" => rule with { Files = Text(value, "a file name or glob").Replace('\\', '/') },
                "section" => rule with { Section = Text(value, "a heading") },
                "must-contain" => rule with { MustContain = [.. Texts(value).Select(Pattern)] },
                "must-not-contain" => rule with { MustNotContain = [.. Texts(value).Select(Pattern)] },
                "forbidden-phrases" => rule with { ForbiddenPhrases = [.. Texts(value).Select(phrase => TextPattern.Phrase(Text(phrase, "a phrase")))] },
                "required-headings" => rule with { RequiredHeadings = [.. Texts(value).Select(heading => Text(heading, "a heading"))] },
                "budget" => rule with { Budget = ReadBudget(value, new Budget(null, null)) },
                _ => rule,
            };
        }

        return Demands.Any(entries.ContainsKey) ? rule : throw Error(node, $"team rule {rule.Id} checks nothing; add one of {string.Join(", ", Demands)}");
    }

    private static YamlNode Required(YamlNode node, Dictionary<string, (YamlScalarNode Key, YamlNode Value)> entries, string key) =>
        entries.TryGetValue(key, out var entry) ? entry.Value : throw Error(node, $"a team rule has no {key}; add {(key == "id" ? "an id such as id: TEAM001" : $"{key}: with what is wrong")}");

    private static string Id(YamlNode node, Dictionary<string, long> lines)
    {
        var id = Scalar(node, "an id");
        if (!id.StartsWith(TeamRuleSetting.Prefix, StringComparison.Ordinal) || id.Length == TeamRuleSetting.Prefix.Length || id.AsSpan(TeamRuleSetting.Prefix.Length).ContainsAnyExceptInRange('0', '9'))
            throw Error(node, $"'{id}' is not the id of a team rule; valid is {TeamRuleSetting.Prefix} followed by digits, such as TEAM001");
        if (!lines.TryAdd(id, node.Start.Line))
            throw Error(node, $"'{id}' is already the id of the rule in line {lines[id].ToString(CultureInfo.InvariantCulture)}; valid is an id that no other rule has");
        return id;
    }

    private static IEnumerable<YamlNode> Texts(YamlNode node) => node switch
    {
        YamlSequenceNode { Children.Count: > 0 } list => list.Children,
        YamlScalarNode => [node],
        _ => throw Error(node, $"expected a text or a list of texts, found {(node is YamlSequenceNode ? "an empty list" : Describe(node))}"),
    };

    private static string Text(YamlNode node, string expected) =>
        Scalar(node, expected) is var text && !string.IsNullOrWhiteSpace(text) ? text : throw Error(node, $"expected {expected}, found nothing");

    private static TextPattern Pattern(YamlNode node)
    {
        var written = Text(node, "a text or /regular expression/");
        try
        {
            return TextPattern.Parse(written);
        }
        catch (RegexParseException e)
        {
            throw Error(node, $"'{written}' is not a regular expression: {char.ToLowerInvariant(e.Message[0])}{e.Message[1..].TrimEnd('.')}; valid is .NET's syntax between slashes, or a text without them");
        }
    }
}
