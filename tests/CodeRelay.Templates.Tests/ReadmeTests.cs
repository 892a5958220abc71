using System.IO.Compression;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace CodeRelay.Templates.Tests;

/// <summary>Holds template.json-readme.md and the host files to the symbols of every template.json.</summary>
public sealed partial class ReadmeTests(TemplateHive hive)
{
    private static readonly string Templates = SourceTree.Path("templates");

    public static TheoryData<string> Names => [.. Directory.EnumerateDirectories(Templates).Where(directory => Directory.Exists(Path.Combine(directory, ".template.config"))).Select(directory => Path.GetFileName(directory))];

    [Fact]
    public void The_readme_has_a_section_for_each_template_and_no_other() =>
        Assert.Equal(Names.Select(row => row.Data).Order(StringComparer.Ordinal), Sections().Keys.Order(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(Names))]
    public void The_readme_explains_each_symbol_with_its_kind_and_option(string template)
    {
        using var config = Read(template, "template.json");
        using var host = Read(template, "dotnetcli.host.json");
        var expected = config.RootElement.GetProperty("symbols").EnumerateObject().Select(symbol =>
        {
            var kind = symbol.Value.GetProperty("type").GetString();
            var option = kind == "parameter" ? $"`--{host.RootElement.GetProperty("symbolInfo").GetProperty(symbol.Name).GetProperty("longName").GetString()}`" : "";
            return $"{symbol.Name}|{kind}|{option}";
        });

        var explained = Row().Matches(Sections()[template]).Select(row => $"{row.Groups["symbol"].Value}|{row.Groups["kind"].Value}|{row.Groups["option"].Value.Trim()}");

        Assert.Equal(expected.Order(StringComparer.Ordinal), explained.Order(StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void The_readme_names_each_choice_and_each_token(string template)
    {
        using var config = Read(template, "template.json");
        foreach (var symbol in config.RootElement.GetProperty("symbols").EnumerateObject())
        {
            var row = Sections()[template].Split('\n').Single(line => line.StartsWith($"| `{symbol.Name}` ", StringComparison.Ordinal));
            if (symbol.Value.TryGetProperty("replaces", out var token))
                Assert.Contains($"`{token.GetString()}`", row, StringComparison.Ordinal);
            if (symbol.Value.TryGetProperty("choices", out var choices))
                Assert.All(choices.EnumerateArray(), choice => Assert.Matches($"[`-]{choice.GetProperty("choice").GetString()}`", row));
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Both_hosts_know_each_parameter_and_no_other(string template)
    {
        using var config = Read(template, "template.json");
        using var cli = Read(template, "dotnetcli.host.json");
        using var ide = Read(template, "ide.host.json");
        var parameters = config.RootElement.GetProperty("symbols").EnumerateObject().Where(symbol => symbol.Value.GetProperty("type").GetString() == "parameter").Select(symbol => symbol.Name).ToArray();

        Assert.Equal(parameters, cli.RootElement.GetProperty("symbolInfo").EnumerateObject().Select(symbol => symbol.Name));
        Assert.Equal(parameters, ide.RootElement.GetProperty("symbolInfo").EnumerateArray().Select(symbol => symbol.GetProperty("id").GetString()));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Each_variant_is_taken_in_and_each_source_is_there(string template)
    {
        using var config = Read(template, "template.json");
        var sources = config.RootElement.GetProperty("sources").EnumerateArray().Select(source => source.GetProperty("source").GetString()!.Trim('.', '/'));
        using var package = ZipFile.OpenRead(hive.Package);
        var prefix = $"content/{template}/";
        var directories = package.Entries.Where(entry => entry.FullName.StartsWith(prefix, StringComparison.Ordinal))
            .Select(entry => entry.FullName[prefix.Length..].Split('/')[0]).Where(name => name != ".template.config").Distinct(StringComparer.Ordinal);

        Assert.Equal(directories.Order(StringComparer.Ordinal), sources.Order(StringComparer.Ordinal));
    }

    private static JsonDocument Read(string template, string file) =>
        JsonDocument.Parse(File.ReadAllText(Path.Combine(Templates, template, ".template.config", file)));

    private static Dictionary<string, string> Sections()
    {
        var readme = File.ReadAllText(SourceTree.Path("template.json-readme.md")).ReplaceLineEndings("\n");
        return readme.Split("\n## ").Skip(1).Where(section => section.Contains("| Symbol |", StringComparison.Ordinal))
            .ToDictionary(section => section[..section.IndexOf('\n', StringComparison.Ordinal)], section => section, StringComparer.Ordinal);
    }

    [GeneratedRegex(@"^\| `(?<symbol>\w+)` \| (?<kind>\w+) \| (?<option>[^|]*)\|", RegexOptions.Multiline)]
    private static partial Regex Row();
}
