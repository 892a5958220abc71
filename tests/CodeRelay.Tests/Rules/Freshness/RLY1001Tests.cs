using CodeRelay.Analysis;
using CodeRelay.Git;
using CodeRelay.Rules;

namespace CodeRelay.Tests.Rules.Freshness;

public sealed class RLY1001Tests
{
    [Theory]
    [InlineData("src/Parser.cs", 1)]
    [InlineData("src/Lexer.cs", 1)]
    [InlineData("src/deep/Node.cs", 1)]
    [InlineData("web/deep/page.ts", 1)]
    [InlineData("docs/plan.md", 3)]
    [InlineData("lib/Other.cs", 5)]
    [InlineData("docs/other.md", 10)]
    public void Work_on_what_the_packet_names_counts_at_once_other_work_only_in_bulk(string path, int enough)
    {
        using var repo = Sample();
        for (var i = 1; i < enough; i++)
        {
            repo.Write(path, $"change {i}");
            repo.Commit($"change {i}");
        }

        Assert.Empty(repo.Findings("RLY1001"));

        repo.Write(path, "the last change");
        repo.Commit("the last change");

        Assert.Single(repo.Findings("RLY1001"));
    }

    [Theory]
    [InlineData("HANDOFF.md")]
    [InlineData("TASKS.md")]
    [InlineData("DECISIONS.md")]
    public void Changes_of_packet_files_are_no_work(string path)
    {
        using var repo = Sample();
        for (var i = 0; i < 12; i++)
        {
            repo.Write(path, $"# Text\n\n{i}\n\n`src/Parser.cs`\n");
            repo.Commit($"update {i}");
        }

        Assert.Empty(repo.Findings("RLY1001"));
    }

    [Fact]
    public void The_message_counts_and_the_evidence_names_commits_and_paths()
    {
        using var repo = Sample();
        repo.Write("lib/Other.cs", "y");
        repo.Commit("other work");
        repo.Write("src/Parser.cs", "y");
        var newest = repo.Commit("accept CRLF");

        var finding = Assert.Single(repo.Findings("RLY1001"));

        Assert.Equal($"2 commits are newer than the packet's last change; 1 of them changes what it describes (src/Parser.cs); newest: {newest[..7]} \"accept CRLF\"; update the packet, or run `coderelay confirm` if it is still true", finding.Message);
        Assert.Equal(["accept CRLF", "other work", $"changed by {newest[..7]}"], finding.Evidence.Select(item => item.Text));
        Assert.Equal(Severity.Warning, finding.Severity);
    }

    [Fact]
    public void An_uncommitted_edit_of_the_packet_counts_as_now_and_a_touch_does_not()
    {
        using var repo = Sample();
        repo.Write("src/Parser.cs", "y");
        repo.Commit("accept CRLF");
        File.SetLastWriteTimeUtc(Path.Combine(repo.Path, "HANDOFF.md"), DateTime.UtcNow);
        Assert.Single(repo.Findings("RLY1001"));

        repo.Write("HANDOFF.md", "# Handoff\n\n`src/Parser.cs` accepts CRLF.\n");
        Assert.Empty(repo.Findings("RLY1001"));
    }

    [Fact]
    public void Merging_a_branch_counts_its_commits_and_not_the_merge()
    {
        using var repo = Sample();
        repo.Git("switch", "--quiet", "--create", "side", "HEAD~1");
        repo.Write("src/Parser.cs", "from the side");
        repo.Commit("side work");
        repo.Git("switch", "--quiet", "main");
        Assert.Empty(repo.Findings("RLY1001"));

        repo.Git("merge", "--quiet", "--no-ff", "-m", "merge side", "side");

        Assert.StartsWith("1 commit is newer", Assert.Single(repo.Findings("RLY1001")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_rebase_that_keeps_the_order_keeps_the_verdict()
    {
        using var repo = Sample();
        repo.Git("switch", "--quiet", "--create", "side", "HEAD~1");
        repo.Write("lib/Other.cs", "y");
        repo.Commit("upstream");
        repo.Git("rebase", "--quiet", "side", "main");

        Assert.Empty(repo.Findings("RLY1001"));
    }

    [Fact]
    public void A_squash_of_packet_and_work_is_fresh()
    {
        using var repo = Sample();
        repo.Git("switch", "--quiet", "--create", "side");
        repo.Write("HANDOFF.md", "# Handoff\n\nNow `src/Parser.cs` is next.\n");
        repo.Commit("hand over");
        repo.Write("src/Parser.cs", "y");
        repo.Commit("work");
        repo.Git("switch", "--quiet", "main");
        repo.Git("merge", "--quiet", "--squash", "side");
        repo.Commit("squashed");

        Assert.Empty(repo.Findings("RLY1001"));
    }

    [Fact]
    public void Moving_the_packet_does_not_make_it_new()
    {
        using var repo = Sample();
        repo.Write("src/Parser.cs", "y");
        repo.Commit("accept CRLF");
        Directory.CreateDirectory(Path.Combine(repo.Path, "docs"));
        repo.Git("mv", "HANDOFF.md", "docs/HANDOFF.md");
        repo.Commit("move the packet");

        Assert.Single(repo.Findings("RLY1001"));
    }

    [Fact]
    public void Each_packet_has_its_own_age()
    {
        using var repo = Sample();
        repo.Write("src/Parser.cs", "y");
        repo.Write("docs/HANDOFF.md", "# Handoff\n\n`src/Parser.cs`\n");
        repo.Commit("work and a second packet");

        Assert.Equal("HANDOFF.md", Assert.Single(repo.Findings("RLY1001")).File);
    }

    [Fact]
    public void A_linked_worktree_is_judged_by_its_own_head()
    {
        using var repo = Sample();
        repo.Git("worktree", "add", "--quiet", "-b", "other", Path.Combine(repo.Path, "tree"));
        repo.Write("src/Parser.cs", "y");
        repo.Git("commit", "--quiet", "--all", "--message", "accept CRLF");
        var tree = Repository.Discover(Path.Combine(repo.Path, "tree"));

        Assert.Single(repo.Findings("RLY1001"));
        Assert.Empty(RuleCatalog.Check(AnalysisInput.Of(tree, new Configuration()) with { OnlyRules = ["RLY1001"] }).Findings);
    }

    [Fact]
    public void Without_git_without_commits_and_untracked_there_is_nothing_to_say()
    {
        using var plain = new TemporaryDirectory();
        plain.Write("HANDOFF.md", "# Handoff\n");
        Assert.Empty(plain.Findings("RLY1"));

        using var unborn = new TemporaryRepository();
        unborn.Write("HANDOFF.md", "# Handoff\n");
        Assert.Empty(unborn.Findings("RLY1"));

        unborn.Write(".gitignore", "HANDOFF.md\n");
        unborn.Write("src/Parser.cs", "x");
        unborn.Git("add", "src", ".gitignore");
        unborn.Git("commit", "--quiet", "-m", "without the packet");
        Assert.Empty(unborn.Findings("RLY1001"));
    }

    [Theory]
    [InlineData("## Done", "limit = Min(500)", "limit = Max(0, Min(500))", false)]
    [InlineData("## Done", "limit = Min(500)", "limit = Min(800)", true)]
    [InlineData("## Done", "limit = Min(500)", "limit = Min(500)\nsize = 3", true)]
    [InlineData("## Next steps", "limit = Min(500)", "limit = Max(0, Min(500))", true)]
    [InlineData("## Important files", "limit = Min(500)", "limit = Max(0, Min(500))", true)]
    public void A_touch_up_of_what_is_only_reported_as_done_is_other_work(string heading, string before, string after, bool isStale)
    {
        using var repo = new TemporaryRepository();
        repo.Write("src/Limit.cs", $"// Limits\n{before}\n// End\n");
        repo.Write("HANDOFF.md", $"# Handoff\n\n## Goal\n\nRelease 2.0.\n\n{heading}\n\n- `src/Limit.cs` has a limit of 500\n");
        repo.Commit("Hand over");
        repo.Write("src/Limit.cs", $"// Limits\n{after}\n// End\n");
        repo.Commit("Harden the limit");

        Assert.Equal(isStale, repo.Findings("RLY1001").Any());
    }

    private static TemporaryRepository Sample()
    {
        var repo = new TemporaryRepository();
        foreach (var path in new[] { "src/Parser.cs", "src/deep/Node.cs", "web/deep/page.ts", "docs/plan.md", "lib/Other.cs" })
            repo.Write(path, "x");
        repo.Commit("add files");
        repo.Write("HANDOFF.md", "# Handoff\n\n## Goal\n\nMake `src/Parser.cs` accept CRLF, see `web/` and [the plan](docs/plan.md).\n");
        repo.Commit("hand over");
        return repo;
    }
}
