namespace CodeRelay.Tests.Rules.Redundancy;

public sealed class PointerTests
{
    private const string Said = "The uploads spill over to the staging bucket once the quarterly quota is used up";

    [Theory]
    [InlineData("1. Read `docs/quota.md`: the uploads spill over to the staging bucket once the quarterly quota is used up", 0)]
    [InlineData("Uploads, staging bucket, quarterly quota: [docs/uploads-spill-over-to-the-staging-bucket-quarterly-quota.md](docs/uploads-spill-over-to-the-staging-bucket-quarterly-quota.md)", 0)]
    [InlineData("| Uploads, staging bucket, quarterly quota | [uploads-spill-over-to-the-staging-bucket](docs/uploads-spill-over-to-the-staging-bucket-quarterly-quota.md) |", 0)]
    [InlineData("- " + Said, 1)]
    [InlineData("1. " + Said, 1)]
    public void What_says_where_to_read_on_is_no_repetition(string statement, int count)
    {
        using var repo = With("## Orientation\n\n" + (statement.StartsWith('|') ? $"| What | Where |\n|---|---|\n{statement}" : statement));

        Assert.Equal(count, repo.Findings("RLY3004").Count);
    }

    [Theory]
    [InlineData("- [x] The webhooks of the parcel carrier are retried with a growing delay", 1)]
    [InlineData("- [ ] The webhooks of the parcel carrier are retried with a growing delay", 0)]
    public void A_list_that_has_it_as_open_does_not_say_that_it_is_done(string task, int count)
    {
        using var repo = With("## Orientation\n\n- ✅ The webhooks of the parcel carrier are retried with a growing delay\n", task);

        Assert.Equal(count, repo.Findings("RLY3004").Count);
    }

    [Fact]
    public void The_evidence_begins_with_the_line_that_says_most()
    {
        using var repo = With($"## Orientation\n\n- {Said}, and the ledger is reconciled nightly\n");

        Assert.Contains("spill over", Assert.Single(Assert.Single(repo.Findings("RLY3004")).Evidence).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("## Pièges & conventions")]
    [InlineData("## Riesgos y reglas")]
    public void What_stands_below_a_heading_of_traps_stays(string heading)
    {
        using var repo = With($"{heading}\n\n- {Said}\n");

        Assert.Empty(repo.Findings("RLY3004"));
    }

    private static TemporaryRepository With(string body, string task = "- [x] Nothing")
    {
        var repo = new TemporaryRepository();
        for (var i = 0; i < 12; i++)
            repo.Write($"docs/part{i}.md", $"# Part {i}\n\nComputes part {i} of the invoice run.\n");
        repo.Write("docs/quota.md", $"# Quota\n\n- The ledger is reconciled nightly.\n- {Said}.\n\nSee [it](uploads-spill-over-to-the-staging-bucket-quarterly-quota.md).\n");
        repo.Write("docs/plan.md", $"# Plan\n\n{task}\n");
        repo.Commit("Start");
        repo.Write("HANDOFF.md", $"# Handoff\n\n{body}\n");
        repo.Commit("Packet");
        return repo;
    }
}
