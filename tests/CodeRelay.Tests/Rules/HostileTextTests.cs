using CodeRelay.Analysis;
using CodeRelay.Documents;
using CodeRelay.Git;
using CodeRelay.Rules;
using CodeRelay.Text;

namespace CodeRelay.Tests.Rules;

/// <summary>A hundred thousand characters on one line must neither hang a rule nor make a regular expression give up.</summary>
public sealed class HostileTextTests
{
    private const int Length = 100_000;

    [Theory]
    [InlineData("!")]
    [InlineData("a.")]
    [InlineData("“")]
    [InlineData("{{")]
    [InlineData("<!-- fill ")]
    [InlineData("[todo ")]
    [InlineData("make ")]
    [InlineData("`make ` ")]
    [InlineData("when ")]
    [InlineData("@a/")]
    [InlineData("no x ")]
    [InlineData("Goal: ")]
    [InlineData("> ")]
    [InlineData("无")]
    [InlineData("~~a~~ ")]
    [InlineData("[](")]
    [InlineData("[a](")]
    [InlineData("x <? ")]
    [InlineData("x <!A ")]
    [InlineData("<![CDATA[")]
    [InlineData("<!-- coderelay-disable ")]
    [InlineData("e.g. `src/x.cs` ")]
    [InlineData("abcdef0 ")]
    [InlineData("/home/me/x ")]
    [InlineData("*a ")]
    [InlineData("|")]
    public void A_very_long_line_is_judged(string piece)
    {
        var line = string.Concat(Enumerable.Repeat(piece, Length / piece.Length));
        using var directory = new TemporaryDirectory();
        directory.Write("coderelay.yml", "profile: contract\n");
        directory.Write("HANDOFF.md", $"# Handoff\n\n## Next\n\n{line}x\n\n```\n{line}\n```\n");
        directory.Write("TASKS.md", $"# Tasks\n\n- [ ] {line}\n");

        Assert.DoesNotContain(Notes(directory), note => note.Contains("gave up", StringComparison.Ordinal));
    }

    // As many items as fit; each asks something of those before it.
    [Theory]
    [InlineData("- a\n")]
    [InlineData("1. a\n")]
    [InlineData("Branch: main\n")]
    [InlineData("**Goal:** a\n")]
    [InlineData("```\na\n```\n")]
    [InlineData("| a | b |\n")]
    [InlineData("<!-- coderelay-disable RLY1001 -->\n")]
    [InlineData("# a\n")]
    public void Very_many_lines_are_judged(string line)
    {
        using var directory = new TemporaryDirectory();
        directory.Write("HANDOFF.md", "# Handoff\n\n## State\n\n| a | b |\n|---|---|\n| a | b |\n\n" + string.Concat(Enumerable.Repeat(line, 10 * Length / (line.Length + 20))));

        Assert.DoesNotContain(Notes(directory), note => note.Contains("gave up", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("- `src/a{0}.cs` fails\n", "RLY5001")]
    [InlineData("`src/a{0}.cs` fails ", "RLY5001")]
    [InlineData("[a](a{0}.md) ", "RLY5004")]
    [InlineData("/home/me{0}/x ", "RLY6002")]
    public void Five_thousand_findings_are_told_apart(string piece, string rule)
    {
        using var directory = new TemporaryDirectory();
        directory.Write("src/App.cs", "class App;");
        directory.Write("HANDOFF.md", "# Handoff\n\n" + string.Concat(Enumerable.Range(0, 5000).Select(i => piece.Replace("{0}", $"{i}", StringComparison.Ordinal))));

        var findings = directory.Findings(rule, most: int.MaxValue);

        Assert.Equal(5000, findings.Select(finding => finding.Fingerprint).Distinct().Count());
    }

    [Theory]
    [InlineData("[](")]
    [InlineData("x <?")]
    [InlineData("<![CDATA[")]
    public void Marks_that_are_never_closed_leave_lines(string piece)
    {
        var document = new Document("HANDOFF.md", SourceText.From(string.Concat(Enumerable.Repeat(piece, Length)) + "\n\nsecond line\n"));

        Assert.True(document.IsTooDeep);
        Assert.Contains(document.Blocks, block => block.Text == "second line");
    }

    [Theory]
    [InlineData("[a](b) ")]
    [InlineData("<!-- a -->\n")]
    [InlineData("a <b>c</b> (d) [e]\n\n")]
    public void Marks_that_are_closed_leave_Markdown(string piece) =>
        Assert.False(new Document("HANDOFF.md", SourceText.From(string.Concat(Enumerable.Repeat(piece, Length)))).IsTooDeep);

    [Theory]
    [InlineData("é")]
    [InlineData("无")]
    [InlineData("😀")]
    public void What_is_cut_off_ends_with_a_whole_character(string character)
    {
        using var directory = new TemporaryDirectory();
        foreach (var shift in new[] { "", "x", "xx", "xxx" })
        {
            directory.Write("long.md", shift + string.Concat(Enumerable.Repeat(character, Length)));

            var text = Repository.Discover(directory.Path).ReadText("long.md", limit: Length)!;

            Assert.True(text.IsTruncated && text.IsValidUtf8);
            Assert.EndsWith(character, text.Content, StringComparison.Ordinal);
            Assert.InRange(text.Content.Length, Length / 4, Length);
        }
    }

    [Fact]
    public void Front_matter_nested_without_end_is_an_error() =>
        Assert.NotNull(new Document("HANDOFF.md", SourceText.From("---\na: " + new string('[', Length) + "\n---\n")).FrontMatter!.Error);

    private static IReadOnlyList<string> Notes(TemporaryDirectory directory)
    {
        var repository = Repository.Discover(directory.Path);
        return RuleCatalog.Check(AnalysisInput.Of(repository, Configuration.Load(repository))).Notes;
    }
}
