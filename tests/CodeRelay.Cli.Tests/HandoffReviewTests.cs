using CodeRelay.Relay;

namespace CodeRelay.Cli.Tests;

public sealed class HandoffReviewTests
{
    private static readonly string Bulky = string.Concat(Enumerable.Repeat("words that say nothing that could be looked up ", 6)).Trim();

    [Fact]
    public void A_paragraph_that_is_skipped_leaves_no_hole()
    {
        Assert.Equal("## Status as of today\n\nOne.\n\nTwo.\n", Skip($"## Status as of today\n\nOne.\n\n{Bulky}\n\nTwo.\n"));
        Assert.Equal("## Status as of today\n\n- one\n- two\n", Skip($"## Status as of today\n\n- one\n- {Bulky}\n- two\n"));
    }

    [Fact]
    public void A_section_that_is_skipped_goes_with_its_heading() =>
        Assert.Equal("## Immediate next action\n\nRun it.\n", Skip("## Immediate next action\n\nRun it.\n\n## Open follow-ups\n\n1. one\n2. two\n"));

    [Fact]
    public void The_question_names_section_and_item()
    {
        using var output = new StringWriter();
        HandoffReview.Ask("## Open follow-ups\n\n1. Write the guide. It is late.\n", ReviewPass.Items("## Open follow-ups\n\n1. Write the guide. It is late.\n"), new StringReader("i\n"), output);

        Assert.StartsWith("\nOpen follow-ups: Write the guide.\n", output.ToString(), StringComparison.Ordinal);
    }

    private static string Skip(string body) => HandoffReview.Ask(body, ReviewPass.Items(body), new StringReader("skip\n"), TextWriter.Null);
}
