namespace CodeRelay.Tests.Rules.References;

public sealed class RLY5003Tests
{
    [Theory]
    [InlineData("The parser came with 4f2c9a1.", 1)]
    [InlineData("## Phase 1 (commit `4f2c9a1`)", 1)]
    [InlineData("```sh\ngit show 4f2c9a1\n```", 1)]
    [InlineData("between 4f2c9a1..5f2c9a1b", 2)]
    [InlineData("Branch: `feature/x`", 1)]
    [InlineData("We are on branch `feature/x`.", 1)]
    [InlineData("Branch: `main`, the `main` branch", 0)]
    [InlineData("Create branch `feature/x`.", 0)]
    [InlineData("The branch `feature/x` was deleted.", 0)]
    [InlineData("The image has digest 4f2c9a1b.", 0)]
    [InlineData("Alembic migration 4f2c9a1b3d5e is the head.", 0)]
    [InlineData("Clé API (DOLAPIKEY) : `4f2c9a14f2c9a14f2c9a14f2c9a14f2c9a14f2c9`", 0)]
    [InlineData("The campaign `4f2c9a1b` ran; a campaign_id like \"4f2c9a1b\".", 0)]
    [InlineData("The new logs are of agent ad8d0fead.", 0)]
    [InlineData("The agent made 4f2c9a1.", 1)]
    [InlineData("In the other repository it is 4f2c9a1.", 0)]
    [InlineData("acme/core@4f2c9a1 has it", 0)]
    [InlineData("core (https://github.com/acme/core) is at 4f2c9a1", 0)]
    [InlineData("~~4f2c9a1~~", 0)]
    public void Commits_and_branches_must_be_in_this_repository(string text, int count)
    {
        using var repo = new TemporaryRepository();
        repo.Write("HANDOFF.md", $"# Handoff\n\n{text}\n");
        repo.Commit("one");

        Assert.Equal(count, repo.Findings("RLY5003").Count);
    }

    [Fact]
    public void Commits_that_are_there_are_known_by_their_beginning_even_when_no_branch_has_them()
    {
        using var repo = new TemporaryRepository();
        repo.Commit("one");
        repo.Git("switch", "--quiet", "--detach");
        var lost = repo.Commit("lost");
        repo.Git("switch", "--quiet", "main");
        repo.Write("HANDOFF.md", $"# Handoff\n\n{lost} and {lost[..9]}\n");

        Assert.Empty(repo.Findings("RLY5003"));
    }

    [Fact]
    public void A_shallow_clone_says_nothing()
    {
        using var repo = new TemporaryRepository();
        repo.Commit("one");
        repo.Write("HANDOFF.md", "# Handoff\n\nSince 4f2c9a1 on branch `feature/x`.\n");
        repo.Commit("two");
        repo.Git("fetch", "--quiet", "--depth", "1", ".", "main");

        Assert.Empty(repo.Findings("RLY5003"));
    }
}
