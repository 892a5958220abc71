using CodeRelay.Agents.Handoffs;
using CodeRelay.Cli.CommandLine;
using CodeRelay.Cli.Output;
using CodeRelay.Files;

namespace CodeRelay.Cli.Tests;

public sealed class HandoffReviewTests
{
    private const string Body = "# Handoff\n\n## Immediate next action\n\n1. Ask the vendor.\n\n## Open follow-ups\n\n1. Ask the vendor.\n\n## What NOT to do on resume\n\n- Do not touch the public names.\n";

    [Fact]
    public void What_is_skipped_goes_with_its_heading_and_the_same_words_elsewhere_stay()
    {
        Assert.Equal("# Handoff\n\n## Immediate next action\n\n1. Ask the vendor.\n\n## What NOT to do on resume\n\n- Do not touch the public names.\n", Answered("s\ni\n"));
    }

    [Fact]
    public void What_is_edited_is_replaced_where_it_stands()
    {
        Assert.Equal(Body.Replace("1. Ask the vendor.\n\n## What", "1. Ask them again.\n\n## What", StringComparison.Ordinal), Answered("e\n1. Ask them again.\n\ni\n"));
    }

    [Fact]
    public void A_paragraph_or_list_item_that_is_skipped_leaves_no_hole()
    {
        var bulky = string.Concat(Enumerable.Repeat("words that say nothing that could be looked up ", 6)).Trim();

        Assert.Equal("## Status as of today\n\nOne.\n\nTwo.\n", Skipped($"## Status as of today\n\nOne.\n\n{bulky}\n\nTwo.\n"));
        Assert.Equal("## Status as of today\n\n- one\n- two\n", Skipped($"## Status as of today\n\n- one\n- {bulky}\n- two\n"));

        static string Skipped(string body) => HandoffReview.Ask(body, ReviewPass.Items(body), new StringReader("skip\n"), TextWriter.Null);
    }

    [Theory]
    [InlineData("")]
    [InlineData("\n\n")]
    [InlineData("perhaps\ni\ninclude\n")]
    public void Whoever_says_nothing_else_keeps_everything(string answers) => Assert.Equal(Body, Answered(answers));

    [Fact]
    public void In_a_terminal_it_asks_and_leaves_out_what_is_skipped()
    {
        Assert.SkipWhen(!OperatingSystem.IsLinux() || ExecutableFinder.Find("script") is null, "script of util-linux, which makes a terminal, is not here");
        using var repo = new TemporaryRepository("app");
        using var home = new TemporaryDirectory();
        repo.Write("note.md", Body);
        var command = string.Join(' ', new[] { Coderelay.Program }.Concat(Coderelay.Prefix).Append("handoff --file note.md"));
        var variables = new Dictionary<string, string?> { ["AGENT_HANDOFF_ROOT"] = Path.Combine(home.Path, "inbox"), ["HOME"] = home.Path, ["CI"] = null, ["GIT_CONFIG_GLOBAL"] = "/dev/null", ["NO_COLOR"] = "1" };

        var result = ProcessRunner.Run("script", ["-qec", command, "/dev/null"], repo.Path, "s\ni\n", variables);

        Assert.Equal(ExitCode.Success, result.ExitCode);
        Assert.Equal(2, result.Output.Split("include, skip or edit?").Length - 1);
        var written = File.ReadAllText(Directory.GetFiles(home.Path, "*.md", SearchOption.AllDirectories).Single());
        Assert.DoesNotContain("Open follow-ups", written, StringComparison.Ordinal);
        Assert.Contains("Do not touch the public names.", written, StringComparison.Ordinal);
    }

    private static string Answered(string answers) => HandoffReview.Ask(Body, ReviewPass.Items(Body), new StringReader(answers), TextWriter.Null);
}
