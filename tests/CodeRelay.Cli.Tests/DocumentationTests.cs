using System.Text.Json;
using System.Text.RegularExpressions;
using CodeRelay.Analysis;
using CodeRelay.Docs;
using CodeRelay.Formats;
using CodeRelay.Git;

namespace CodeRelay.Cli.Tests;

public sealed class DocumentationTests
{
    [Fact]
    public void Generated_documentation_is_up_to_date()
    {
        var stale = Documentation.Stale(SourceTree.Root);

        Assert.True(stale.Count == 0, $"run `{Documentation.Command}`; stale: {string.Join(", ", stale)}");
    }

    [Fact]
    public void An_update_writes_what_is_missing_and_removes_what_is_gone_and_then_nothing()
    {
        using var directory = new TemporaryDirectory();
        directory.Write("docs/rules/RLY0001.md", "a rule that is gone");

        var first = Documentation.Update(directory.Path);

        Assert.Contains("docs/rules/RLY0001.md", first);
        Assert.Contains("docs/cli.md", first);
        Assert.False(directory.Exists("docs/rules/RLY0001.md"));
        Assert.Empty(Documentation.Update(directory.Path));
    }

    [Fact]
    public void The_schema_of_the_configuration_knows_the_keys_that_the_reader_knows()
    {
        using var directory = new TemporaryDirectory();
        Documentation.Update(directory.Path);
        using var schema = JsonDocument.Parse(directory.Read("docs/coderelay.schema.json"));
        directory.Write("coderelay.yml", "nonsense: 1\n");

        var error = Assert.Throws<ConfigurationException>(() => Configuration.Load(Repository.Discover(directory.Path)));

        var valid = Regex.Match(error.Message, "valid are (?<keys>.*)$").Groups["keys"].Value.Split(", ");
        Assert.Equal(valid.Order(StringComparer.Ordinal), schema.RootElement.GetProperty("properties").EnumerateObject().Select(key => key.Name).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void The_schema_of_findings_knows_every_kind_of_evidence()
    {
        using var schema = JsonDocument.Parse(File.ReadAllText(SourceTree.Path("docs/schemas/check-1.schema.json")));

        var kinds = schema.RootElement.GetProperty("properties").GetProperty("findings").GetProperty("items").GetProperty("properties")
            .GetProperty("evidence").GetProperty("items").GetProperty("properties").GetProperty("kind").GetProperty("enum");

        Assert.Equal(Enum.GetValues<EvidenceKind>().Select(kind => kind.Word()), kinds.EnumerateArray().Select(kind => kind.GetString()!));
    }
}
