using System.CommandLine;
using System.CommandLine.Parsing;
using CodeRelay.Cli.CommandLine;
using CodeRelay.Cli.Commands;

namespace CodeRelay.Cli.Tests;

public sealed class CommandLineTests
{
    public static TheoryData<string> Verbs => new(All(CommandCatalog.Create(), "").Select(entry => entry.Path));

    [Theory]
    [InlineData("bogus", "unknown verb 'bogus'; valid are check, status, ")]
    [InlineData("--bogus", "unknown verb '--bogus'; valid are check, status, ")]
    [InlineData("check --format xml", "unknown value 'xml' for --format; valid are text, json, sarif, github, azure, gitlab, msbuild")]
    [InlineData("check --fail-on fatal", "unknown value 'fatal' for --fail-on; valid are error, warning, info, never")]
    [InlineData("check --output", "required argument missing for option: '--output'")]
    [InlineData("status --format sarif", "unknown value 'sarif' for --format; valid are text, json")]
    [InlineData("rules extra", "unrecognized command or argument 'extra'")]
    [InlineData("hooks install --runtimes vim", "unknown runtime 'vim'; valid are ")]
    [InlineData("explain", "required argument missing for command: 'explain'")]
    public void Wrong_usage_ends_with_2_and_names_what_is_valid(string arguments, string expected)
    {
        using var directory = new TemporaryDirectory();

        var result = Coderelay.Run(arguments, directory.Path);

        Assert.Equal(ExitCode.Usage, result.ExitCode);
        Assert.StartsWith($"coderelay: {expected}", result.Error, StringComparison.Ordinal);
        Assert.Contains("--help`", result.Error, StringComparison.Ordinal);
        Assert.Equal("", result.Output);
    }

    [Theory]
    [MemberData(nameof(Verbs))]
    public void The_help_of_every_verb_begins_with_one_sentence_and_an_example(string verb)
    {
        using var directory = new TemporaryDirectory();

        var result = Coderelay.Run($"{verb} --help", directory.Path);

        Assert.Equal(ExitCode.Success, result.ExitCode);
        Assert.Matches($@"\A[A-Z][^\n]+\.\n\nExamples:\n  (# .*\n  )?coderelay {verb}", result.Output);
        Assert.Contains($"\n\nUsage:\n  coderelay {verb}", result.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("Description:", result.Output, StringComparison.Ordinal);
        Assert.All(result.Output.Split('\n'), line => Assert.InRange(line.Length, 0, 100));
        Assert.Equal("", result.Error);
    }

    [Fact]
    public void Every_example_can_be_parsed()
    {
        foreach (var example in All(CommandCatalog.Create(), "").SelectMany(entry => entry.Verb.Examples))
        {
            var words = CommandLineParser.SplitCommandLine(example.Split('#')[0].Split('<', '>')[0].Replace("'", "", StringComparison.Ordinal)).ToArray();
            Assert.Equal("coderelay", words[0]);
            Assert.Empty(CommandRunner.Create(CommandCatalog.Create()).Parse(words[1..]).Errors);
        }
    }

    [Fact]
    public void Every_verb_of_the_assembly_is_listed()
    {
        var types = typeof(Verb).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(Verb)) && !type.IsAbstract).Select(type => type.Name);

        Assert.Equal(types.Order(StringComparer.Ordinal), All(CommandCatalog.Create(), "").Select(entry => entry.Verb.GetType().Name).Distinct().Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_verb_is_found_by_its_own_name() =>
        Assert.All(CommandCatalog.Create(), verb => Assert.Equal(verb.GetType(), Assert.Single(CommandCatalog.CreateFor(verb.Name)).GetType()));

    [Fact]
    public void Without_arguments_the_verbs_are_listed_in_their_groups()
    {
        using var directory = new TemporaryDirectory();

        var result = Coderelay.Run("", directory.Path);

        Assert.Equal(ExitCode.Success, result.ExitCode);
        Assert.All(VerbGroups.All, group => Assert.Contains(
            $"\n{group.Title()}:\n{string.Concat(CommandCatalog.Create().Where(verb => verb.Group == group).Select(verb => $"  {verb.Name,-9} {verb.Description}\n"))}\n",
            result.Output,
            StringComparison.Ordinal));
        Assert.All(result.Output.Split('\n'), line => Assert.InRange(line.Length, 0, 100));
    }

    [Fact]
    public void An_argument_that_begins_with_an_at_sign_is_no_response_file()
    {
        using var repo = new TemporaryRepository();
        repo.Write("notes.md", "--help");

        Assert.Equal("coderelay: '@notes.md' does not exist\n", Coderelay.Run("check @notes.md", repo.Path).Error);
    }

    private static IEnumerable<(string Path, Verb Verb)> All(IEnumerable<Command> commands, string parent) =>
        commands.Cast<Verb>().SelectMany(verb => All(verb.Subcommands, $"{parent}{verb.Name} ").Prepend(($"{parent}{verb.Name}", verb)));
}
