namespace CodeRelay.Tests.Rules.Freshness;

public sealed class RLY1007Tests
{
    [Fact]
    public void A_commit_that_a_squash_took_away_is_said_and_nothing_turns_stale_by_it()
    {
        using var repo = Sample();
        repo.Git("switch", "--quiet", "--create", "side");
        Work(repo, "1");
        var confirmed = Confirm(repo);
        repo.Git("switch", "--quiet", "main");
        repo.Git("merge", "--squash", "--quiet", "side");
        repo.Commit("Side, squashed");

        Assert.Contains("HEAD does not contain it", Assert.Single(repo.Findings("RLY1007")).Message, StringComparison.Ordinal);
        Assert.Empty(repo.Findings("RLY1001"));
        repo.Git("branch", "-D", "side");
        repo.Git("reflog", "expire", "--expire=now", "--all");
        repo.Git("gc", "--quiet", "--prune=now");
        var finding = Assert.Single(repo.Findings("RLY1007"));
        Assert.Contains("is not in this repository", finding.Message, StringComparison.Ordinal);
        Assert.Contains(confirmed, finding.Message, StringComparison.Ordinal);
        Assert.Equal(2, finding.Range.Line);

        Work(repo, "2");
        Assert.Single(repo.Findings("RLY1001"));
    }

    [Fact]
    public void A_confirmation_counts_from_its_commit_and_not_from_the_one_that_wrote_it_down()
    {
        using var repo = Sample();
        var confirmed = Work(repo, "1");
        Work(repo, "2");
        WriteConfirmation(repo, confirmed);
        Assert.Single(repo.Findings("RLY1001"));
        repo.Commit("Confirm too late");

        Assert.Contains("newer than the packet's confirmation", Assert.Single(repo.Findings("RLY1001")).Message, StringComparison.Ordinal);
        Assert.Empty(repo.Findings("RLY1007"));
    }

    [Fact]
    public void A_later_change_of_the_text_counts_more_than_an_old_confirmation()
    {
        using var repo = Sample();
        var confirmed = Work(repo, "1");
        WriteConfirmation(repo, confirmed);
        repo.Commit("Confirm");
        Work(repo, "2");
        repo.Write("HANDOFF.md", repo.Read("HANDOFF.md") + "\nMore.\n");
        repo.Commit("Say more");

        Assert.Empty(repo.Findings("RLY1001"));
    }

    [Theory]
    [InlineData("yesterday")]
    [InlineData("2026-01-31")]
    [InlineData("HEAD")]
    public void What_is_no_commit_id_confirms_nothing(string value)
    {
        using var repo = Sample();
        WriteConfirmation(repo, value);
        repo.Commit("Confirm by hand");

        Assert.Contains($"confirmed at \"{value}\"", Assert.Single(repo.Findings("RLY1007")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void In_a_shallow_clone_the_commit_may_well_exist()
    {
        using var repo = Sample();
        Work(repo, "1");
        Confirm(repo);
        using var clones = new TemporaryDirectory();
        repo.Git("clone", "--quiet", "--depth", "1", new Uri(repo.Path).AbsoluteUri, Path.Combine(clones.Path, "shallow"));

        Assert.Empty(CodeRelay.Rules.RuleCatalog.Check(Input(Path.Combine(clones.Path, "shallow"))).Findings);
    }

    private static CodeRelay.Analysis.AnalysisInput Input(string path)
    {
        var repository = CodeRelay.Git.Repository.Discover(path);
        return CodeRelay.Analysis.AnalysisInput.Of(repository, CodeRelay.Analysis.Configuration.Load(repository)) with { OnlyRules = ["RLY1007"] };
    }

    private static string Confirm(TemporaryRepository repo)
    {
        var head = repo.Git("rev-parse", "HEAD");
        WriteConfirmation(repo, head);
        repo.Commit("Confirm");
        return head;
    }

    private static void WriteConfirmation(TemporaryRepository repo, string value)
    {
        var text = repo.Read("HANDOFF.md");
        repo.Write("HANDOFF.md", $"---\nconfirmed: {value}\n---\n\n{text[text.IndexOf('#', StringComparison.Ordinal)..]}");
    }

    private static string Work(TemporaryRepository repo, string content)
    {
        repo.Write("src/Reader.cs", content);
        return repo.Commit("Work " + content);
    }

    private static TemporaryRepository Sample()
    {
        var repo = new TemporaryRepository();
        repo.Write("src/Reader.cs", "0");
        repo.Write("HANDOFF.md", "# Handoff\n\n## Goal\n\nMake `src/Reader.cs` read CR LF.\n");
        repo.Commit("Hand over");
        return repo;
    }
}
