using System.Text.RegularExpressions;
using CodeRelay.Cli.CommandLine;
using CodeRelay.Cli.Commands;

namespace CodeRelay.Cli.Tests;

/// <summary>Holds README.md and CONTRIBUTING.md to the verbs and folders that exist.</summary>
public sealed partial class FrontPageTests
{
    [Fact]
    public void The_readme_names_every_verb_once_in_the_table_of_its_group()
    {
        var expected = VerbGroups.All.SelectMany(group => CommandCatalog.Create().Where(verb => verb.Group == group).Select(verb => $"{group.Title()}: {verb.Name}"));

        var named = VerbGroups.All.SelectMany(group => Name().Matches(Row(group.Title())).Select(verb => $"{group.Title()}: {verb.Groups["name"].Value}"));

        Assert.Equal(expected, named);
    }

    [Fact]
    public void Every_verb_of_the_command_has_a_group() =>
        Assert.All(CommandCatalog.Create(), verb => Assert.NotNull(verb.Group));

    [Fact]
    public void Contributing_names_every_folder_of_the_sources_and_no_other()
    {
        var folders = Directory.EnumerateDirectories(SourceTree.Path("src"))
            .SelectMany(Directory.EnumerateDirectories)
            .Select(path => Path.GetRelativePath(SourceTree.Root, path).Replace('\\', '/'))
            .Where(path => !path.EndsWith("/bin", StringComparison.Ordinal) && !path.EndsWith("/obj", StringComparison.Ordinal));

        var named = Folder().Matches(File.ReadAllText(SourceTree.Path("CONTRIBUTING.md"))).Select(row => row.Groups["path"].Value);

        Assert.Equal(folders.Order(StringComparer.Ordinal), named.Order(StringComparer.Ordinal));
    }

    private static string Row(string title) =>
        Assert.Single(File.ReadAllLines(SourceTree.Path("README.md")), line => line.StartsWith($"| {title} | ", StringComparison.Ordinal));

    [GeneratedRegex("`(?<name>[a-z]+)`")]
    private static partial Regex Name();

    [GeneratedRegex(@"^\| `(?<path>src/[^`]+)` \|", RegexOptions.Multiline)]
    private static partial Regex Folder();
}
