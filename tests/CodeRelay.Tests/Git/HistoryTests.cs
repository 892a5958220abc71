using CodeRelay.Git;

namespace CodeRelay.Tests.Git;

public sealed class HistoryTests
{
    [Fact]
    public void The_last_change_of_a_file_is_the_newest_commit_that_touched_it()
    {
        using var repo = new TemporaryRepository();
        repo.Write("a.md", "1");
        repo.Commit("one");
        repo.Write("a.md", "2");
        var second = repo.Commit("two");
        repo.Write("b.md", "3");
        repo.Commit("three");
        var history = Repository.Discover(repo.Path).History;

        Assert.Equal(second, history.LastChange("a.md")!.Id);
        Assert.Null(history.LastChange("none.md"));
    }

    [Fact]
    public void Moving_a_file_is_no_change_of_its_content()
    {
        using var repo = new TemporaryRepository();
        repo.Write("HANDOFF.md", "a long enough text\n");
        var written = repo.Commit("write");
        repo.Write("x.txt", "x");
        repo.Commit("other work");
        Directory.CreateDirectory(Path.Combine(repo.Path, "docs"));
        repo.Git("mv", "HANDOFF.md", "docs/HANDOFF.md");
        repo.Commit("move");

        Assert.Equal(written, Repository.Discover(repo.Path).History.LastChange("docs/HANDOFF.md")!.Id);
    }

    [Fact]
    public void A_change_on_a_merged_branch_counts()
    {
        using var repo = new TemporaryRepository();
        repo.Write("a.md", "1");
        repo.Commit("base");
        repo.Git("switch", "--quiet", "--create", "side");
        repo.Write("a.md", "2");
        var side = repo.Commit("side");
        repo.Git("switch", "--quiet", "main");
        repo.Write("b.md", "1");
        repo.Commit("main");
        repo.Git("merge", "--quiet", "--no-ff", "-m", "merge", "side");

        Assert.Equal(side, Repository.Discover(repo.Path).History.LastChange("a.md")!.Id);
    }

    [Fact]
    public void Deletions_say_which_commit_took_a_path_away_and_where_it_went()
    {
        using var repo = new TemporaryRepository();
        repo.Write("src/Old.cs", "class Old { int x; int y; int z; }\n");
        repo.Write("src/Gone.cs", "class Gone;\n");
        repo.Write("lib/a/One.cs", "class One { string name; }\n");
        repo.Write("lib/a/Two.cs", "class Two { double value; }\n");
        repo.Commit("add");
        repo.Git("mv", "src/Old.cs", "src/Middle.cs");
        repo.Commit("rename once");
        repo.Git("mv", "src/Middle.cs", "src/New.cs");
        repo.Git("mv", "lib/a", "lib/b");
        repo.Commit("rename twice");
        repo.Git("rm", "--quiet", "src/Gone.cs");
        var gone = repo.Commit("delete");
        var deletions = new Deletions(Repository.Discover(repo.Path));

        Assert.Equal("src/New.cs", deletions.Find("src/Old.cs")!.NewPath);
        Assert.Equal("lib/b", deletions.Find("lib/a")!.NewPath);
        Assert.Equal((gone, null), (deletions.Find("src/Gone.cs")!.Commit.Id, deletions.Find("src/Gone.cs")!.NewPath));
        Assert.Equal("src/Gone.cs", Assert.Single(deletions.WithSuffix("Gone.cs")).Path);
        Assert.NotNull(deletions.Matching("src/G*.cs"));
        Assert.Null(deletions.Find("src/New.cs"));
        Assert.Null(deletions.Find("src/Never.cs"));
    }

    [Fact]
    public void Ignored_paths_need_not_exist()
    {
        using var repo = new TemporaryRepository();
        repo.Write(".gitignore", "out/\n*.log\n/deep/*/tmp\n");

        var ignored = IgnoreRules.Ignored(Repository.Discover(repo.Path), ["out", "out/x.cs", "a/b.log", "deep/ä b/tmp", "src/a.cs", ":odd"]);

        Assert.Equal(["a/b.log", "deep/ä b/tmp", "out", "out/x.cs"], ignored.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Objects_are_looked_up_by_whole_and_short_id()
    {
        using var repo = new TemporaryRepository();
        var commit = repo.Commit("one");

        var missing = ObjectLookup.Missing(Repository.Discover(repo.Path), [commit, commit[..7], "1234567a", new string('a', 40)]);

        Assert.Equal(["1234567a", new string('a', 40)], missing.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void References_are_known_by_their_short_names_and_beginnings()
    {
        using var repo = new TemporaryRepository();
        repo.Commit("one");
        repo.Git("branch", "feature/deep/x");
        repo.Git("update-ref", "refs/remotes/origin/release/2", "HEAD");
        repo.Git("tag", "v1");
        var refs = RefNames.Read(Repository.Discover(repo.Path));

        Assert.All(["main", "feature/deep/x", "origin/release/2", "release/2", "v1"], name => Assert.True(refs.Contains(name), name));
        Assert.True(refs.ContainsBeginning("feature/deep"));
        Assert.False(refs.Contains("feature/deep"));
        Assert.False(refs.ContainsBeginning("feature/other"));
    }

    [Theory]
    [InlineData("+refs/heads/*:refs/remotes/origin/*", false)]
    [InlineData("+refs/heads/main:refs/remotes/origin/main", true)]
    public void A_clone_of_one_branch_is_partial(string fetch, bool isPartial)
    {
        using var repo = new TemporaryRepository();
        repo.Git("config", "remote.origin.fetch", fetch);

        Assert.Equal(isPartial, RemoteScope.IsPartial(Repository.Discover(repo.Path)));
    }
}
