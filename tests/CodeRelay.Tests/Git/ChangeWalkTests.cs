using CodeRelay.Git;

namespace CodeRelay.Tests.Git;

/// <summary>What one walk tells is what two questions would have told.</summary>
public sealed class ChangeWalkTests
{
    [Fact]
    public void The_walk_ends_at_the_last_change_and_holds_what_came_after()
    {
        using var repo = Begin();
        var change = Change(repo, "HANDOFF.md", "2");
        Change(repo, "src/größe 大.cs", "3");
        repo.Git("commit", "--quiet", "--allow-empty", "-m", "nothing");

        var walk = Same(repo)!;

        Assert.Equal(change, walk.Change.Id);
        Assert.Equal(["nothing", "src/größe 大.cs 3"], walk.After.Select(commit => commit.Subject));
        Assert.Equal([[], ["src/größe 大.cs"]], walk.After.Select(commit => commit.Paths));
    }

    [Fact]
    public void A_branch_that_began_at_the_change_is_part_of_the_walk()
    {
        using var repo = Begin();
        var change = Change(repo, "HANDOFF.md", "2");
        repo.Git("switch", "--quiet", "--create", "side");
        Change(repo, "side.cs", "3");
        repo.Git("switch", "--quiet", "main");
        Change(repo, "main.cs", "4");
        repo.Git("merge", "--quiet", "--no-ff", "-m", "merge", "side");

        var walk = Same(repo)!;

        Assert.Equal(change, walk.Change.Id);
        Assert.Equal(["main.cs 4", "side.cs 3"], walk.After.Select(commit => commit.Subject).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_branch_that_began_before_the_change_makes_the_walk_useless()
    {
        using var repo = Begin();
        repo.Git("switch", "--quiet", "--create", "side");
        Change(repo, "side.cs", "2");
        repo.Git("switch", "--quiet", "main");
        var change = Change(repo, "HANDOFF.md", "3");
        repo.Git("merge", "--quiet", "--no-ff", "-m", "merge", "side");

        Assert.Null(Same(repo));
        Assert.Equal(change, Repository.Discover(repo.Path).History.LastChange("HANDOFF.md")!.Id);
    }

    [Fact]
    public void A_change_that_a_merge_left_out_is_not_the_last()
    {
        using var repo = Begin();
        var change = Change(repo, "HANDOFF.md", "2");
        repo.Git("switch", "--quiet", "--create", "side", "HEAD^");
        Change(repo, "HANDOFF.md", "other");
        repo.Git("switch", "--quiet", "main");
        repo.Git("merge", "--quiet", "--no-ff", "--strategy", "ours", "-m", "merge", "side");

        Assert.Null(Same(repo));
        Assert.Equal(change, Repository.Discover(repo.Path).History.LastChange("HANDOFF.md")!.Id);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(60)]
    public void A_merge_that_changed_the_file_itself_is_the_last_change(int commitsAfter)
    {
        using var repo = Begin();
        repo.Git("switch", "--quiet", "--create", "side");
        Change(repo, "side.cs", "2");
        repo.Git("switch", "--quiet", "main");
        Change(repo, "main.cs", "3");
        repo.Git("merge", "--quiet", "--no-ff", "--no-commit", "side");
        var merge = Change(repo, "HANDOFF.md", "4");
        for (var i = 0; i < commitsAfter; i++)
            repo.Git("commit", "--quiet", "--allow-empty", "-m", $"empty {i}");

        Assert.Equal(commitsAfter > 0, Same(repo) is null);
        var history = Repository.Discover(repo.Path).History;
        Assert.Equal(merge, history.LastChange("HANDOFF.md")!.Id);
        Assert.Equal(commitsAfter, history.Since(merge).Count);
    }

    [Theory]
    [InlineData("old text\n", "new text\n", "both texts\n")]
    [InlineData("", "new text\n", "old text\n")]
    public void A_merge_that_resolved_a_conflict_is_the_last_change(string theirs, string ours, string resolved)
    {
        using var repo = Begin();
        repo.Git("switch", "--quiet", "--create", "side");
        Change(repo, "HANDOFF.md", theirs);
        repo.Git("switch", "--quiet", "main");
        Change(repo, "HANDOFF.md", ours);
        Assert.Throws<InvalidOperationException>(() => repo.Git("merge", "--quiet", "side"));
        var merge = Change(repo, "HANDOFF.md", resolved);

        Assert.Equal(merge, Same(repo)!.Change.Id);
    }

    [Fact]
    public void A_merge_that_took_the_file_from_one_side_did_not_change_it()
    {
        using var repo = Begin();
        repo.Git("switch", "--quiet", "--create", "side");
        var change = Change(repo, "HANDOFF.md", "2");
        repo.Git("switch", "--quiet", "main");
        Change(repo, "main.cs", "3");
        repo.Git("merge", "--quiet", "--no-ff", "-m", "merge", "side");

        Assert.Equal(change, Repository.Discover(repo.Path).History.LastChange("HANDOFF.md")!.Id);
    }

    [Fact]
    public void A_file_that_was_moved_away_and_back_was_last_changed_before()
    {
        using var repo = Begin();
        var change = Change(repo, "HANDOFF.md", "a text that is long enough\n");
        Directory.CreateDirectory(Path.Combine(repo.Path, "docs"));
        repo.Git("mv", "HANDOFF.md", "docs/HANDOFF.md");
        repo.Commit("away");
        repo.Git("mv", "docs/HANDOFF.md", "HANDOFF.md");
        repo.Commit("and back");

        Assert.Equal(change, Repository.Discover(repo.Path).History.LastChange("HANDOFF.md")!.Id);
    }

    [Fact]
    public void A_merge_of_another_history_makes_the_walk_useless()
    {
        using var repo = Begin();
        Change(repo, "HANDOFF.md", "2");
        repo.Git("switch", "--quiet", "--orphan", "other");
        Change(repo, "other.cs", "3");
        repo.Git("switch", "--quiet", "main");
        repo.Git("merge", "--quiet", "--allow-unrelated-histories", "-m", "merge", "other");

        Assert.Null(Same(repo));
    }

    [Fact]
    public void A_change_of_long_ago_is_left_to_the_other_walk()
    {
        using var repo = Begin();
        var change = Change(repo, "HANDOFF.md", "2");
        for (var i = 0; i < 50; i++)
            repo.Git("commit", "--quiet", "--allow-empty", "-m", $"empty {i}");

        Assert.Null(Same(repo));
        Assert.Equal(change, Repository.Discover(repo.Path).History.LastChange("HANDOFF.md")!.Id);
    }

    [Fact]
    public void Both_names_of_a_renamed_file_were_changed_and_the_packet_is_followed_to_its_old_place()
    {
        using var repo = Begin();
        Directory.CreateDirectory(Path.Combine(repo.Path, "docs"));
        repo.Git("mv", "HANDOFF.md", "docs/HANDOFF.md");
        repo.Commit("move the packet");
        repo.Git("mv", "a.cs", "b.cs");
        repo.Commit("rename");

        var walk = Same(repo, "docs/HANDOFF.md")!;

        Assert.Equal("HANDOFF.md", walk.MovedFrom);
        Assert.Equal(["a.cs", "b.cs"], Assert.Single(walk.After).Paths.Order(StringComparer.Ordinal));
        Assert.Equal("begin", Repository.Discover(repo.Path).History.LastChange("docs/HANDOFF.md")!.Subject);
    }

    [Fact]
    public void The_first_commit_can_be_the_change()
    {
        using var repo = Begin();
        repo.Git("config", "log.showRoot", "false");
        Change(repo, "a.cs", "2");

        Assert.Equal("begin", Same(repo)!.Change.Subject);
    }

    [Fact]
    public void A_file_that_no_commit_touched_has_no_walk()
    {
        using var repo = Begin();

        Assert.Null(Same(repo, "none.md"));
    }

    private static TemporaryRepository Begin()
    {
        var repo = new TemporaryRepository();
        repo.Write("HANDOFF.md", "a long enough text\n");
        repo.Write("a.cs", "class A;\n");
        repo.Commit("begin");
        return repo;
    }

    private static string Change(TemporaryRepository repo, string path, string text)
    {
        repo.Write(path, text);
        return repo.Commit($"{path} {text}");
    }

    // Where there is a walk, it says what a range of commits says.
    private static ChangeWalk? Same(TemporaryRepository repo, string path = "HANDOFF.md")
    {
        var repository = Repository.Discover(repo.Path);
        if (ChangeWalk.To(path, repository.Git!) is not { } walk)
            return null;
        var range = repository.History.Between(walk.Change.Id, "HEAD");
        Assert.Equal(range.Select(commit => commit.Id), walk.After.Select(commit => commit.Id));
        Assert.Equal(range.Select(commit => commit.Paths.Order(StringComparer.Ordinal)), walk.After.Select(commit => commit.Paths.Order(StringComparer.Ordinal)));
        return walk;
    }
}
