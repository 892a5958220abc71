
namespace CodeRelay.Tests.Rules.Setup;

public sealed class RLY8008Tests
{
    [Theory]
    [InlineData(null, "HANDOFF.md\n", 0)]
    [InlineData("profile: relay\n", "HANDOFF.md\n", 1)]
    [InlineData("packet-in-git: committed\n", "*.md\n", 1)]
    [InlineData("packet-in-git: committed\n", "", 0)]
    [InlineData("packet-in-git: ignored\n", "", 1)]
    [InlineData("packet-in-git: ignored\r\n", "HANDOFF.md\r\nTASKS.md\r\n", 0)]
    [InlineData("packet-in-git: ignored\n", "HANDOFF.md\n", 1)]
    public void The_policy_holds_where_there_is_one(string? configuration, string ignored, int findings)
    {
        using var repo = new TemporaryRepository();
        Write(repo, configuration, ignored);

        Assert.Equal(findings, repo.Findings("RLY8008").Count);
    }

    [Fact]
    public void A_file_in_git_is_no_longer_ignored()
    {
        using var repo = new TemporaryRepository();
        Write(repo, "packet-in-git: committed\n", "");
        repo.Commit("Hand over");
        repo.Write(".gitignore", "HANDOFF.md\n");

        Assert.Empty(repo.Findings("RLY8008"));
        repo.Write("coderelay.yml", "packet-in-git: ignored\n");
        Assert.Contains("HANDOFF.md, TASKS.md is in git", Assert.Single(repo.Findings("RLY8008")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Outside_git_there_is_nothing_to_hold_against_it()
    {
        using var directory = new TemporaryDirectory();
        directory.Write("coderelay.yml", "packet-in-git: ignored\n");
        directory.Write("HANDOFF.md", "# Handoff\n");

        Assert.Empty(directory.Findings("RLY8"));
    }

    private static void Write(TemporaryRepository repo, string? configuration, string ignored)
    {
        repo.Write("HANDOFF.md", "# Handoff\n");
        repo.Write("TASKS.md", "# Tasks\n");
        repo.Write(".gitignore", ignored);
        if (configuration is not null)
            repo.Write("coderelay.yml", configuration);
    }
}
