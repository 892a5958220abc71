namespace CodeRelay.Tests.Rules.Redundancy;

public sealed class UntoldChangesTests
{
    private const string Statement = "- `src/Card.js` — continueTrail falls back to pickRandomArtist of the primary tag";

    [Theory]
    [InlineData("wip: auto-save")]
    [InlineData("auto-save: 1 files @ 13:17")]
    [InlineData("checkpoint 2026-03-06")]
    [InlineData("更新")]
    public void What_a_commit_without_a_message_changed_is_read_from_its_diff(string subject)
    {
        using var repo = With(subject);

        Assert.Equal(subject, Assert.Single(Assert.Single(repo.Findings("RLY3001")).Evidence).Text);
    }

    [Theory]
    [InlineData("Polish the card")]
    [InlineData("Update the artist card")]
    [InlineData("fix #12")]
    public void A_message_that_says_something_is_enough_and_its_diff_is_not_read(string subject)
    {
        using var repo = With(subject);

        Assert.Empty(repo.Findings("RLY3001"));
    }

    [Theory]
    [InlineData("## Next steps", Statement)]
    [InlineData("## Notes", "- continueTrail falls back to pickRandomArtist of the primary tag")]
    [InlineData("## Notes", "- `src/Card.js`: do not let continueTrail fall back to pickRandomArtist of the primary tag")]
    [InlineData("## Notes", "- `src/Card.js` shows the cover, the year and the label of each release in a grid")]
    public void What_is_needed_or_not_in_the_diff_stays(string heading, string statement)
    {
        using var repo = With("wip", heading, statement);

        Assert.Empty(repo.Findings("RLY3001"));
    }

    private static TemporaryRepository With(string subject, string heading = "## Notes", string statement = Statement)
    {
        var repo = new TemporaryRepository();
        repo.Commit("Start");
        repo.Write("src/Card.js", "export function continueTrail(artist) {\n  // falls back to the primary tag\n  return artist.similar[0] ?? pickRandomArtist(artist.primaryTag);\n}\n");
        for (var i = 0; i < 12; i++)
            repo.Write($"src/part{i}.js", $"// Computes part {i}.\n\nexport const part{i} = {i};\n");
        repo.Commit(subject);
        repo.Write("HANDOFF.md", $"# Handoff\n\n{heading}\n\n{statement}\n");
        repo.Commit("Hand over");
        return repo;
    }
}
