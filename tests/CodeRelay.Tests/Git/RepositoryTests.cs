using CodeRelay.Git;

namespace CodeRelay.Tests.Git;

public sealed class RepositoryTests
{
    [Fact]
    public void A_sub_directory_belongs_to_the_repository_around_it()
    {
        using var repo = new TemporaryRepository("path with späces");
        repo.Write("src/deep/file.txt", "x");
        repo.Commit("add file");

        var repository = Repository.Discover(Path.Combine(repo.Path, "src", "deep"));

        Assert.Equal(repo.Path, repository.Root);
        Assert.Equal("main", repository.Head!.Branch);
        Assert.Equal(["src/deep/file.txt"], repository.Files.Paths);
    }

    [Fact]
    public void A_directory_outside_git_has_files_but_no_head()
    {
        using var directory = new TemporaryDirectory();
        directory.Write("a/b.txt", "x");

        var repository = Repository.Discover(directory.Path);

        Assert.Null(repository.Head);
        Assert.Null(repository.Git);
        Assert.Equal(["a/b.txt"], repository.Files.Paths);
        Assert.Empty(repository.History.Recent);
    }

    [Fact]
    public void An_unborn_branch_has_a_name_and_no_commit()
    {
        using var repo = new TemporaryRepository();

        var head = Repository.Discover(repo.Path).Head!;

        Assert.True(head.IsUnborn);
        Assert.Equal("main", head.Branch);
    }

    [Fact]
    public void A_detached_head_has_a_commit_and_no_branch()
    {
        using var repo = new TemporaryRepository();
        var first = repo.Commit("one");
        repo.Commit("two");
        repo.Git("checkout", "--quiet", first);

        var head = Repository.Discover(repo.Path).Head!;

        Assert.True(head.IsDetached);
        Assert.Equal(first, head.Commit);
    }

    [Fact]
    public void A_linked_worktree_shares_the_common_directory()
    {
        using var repo = new TemporaryRepository();
        repo.Commit("one");
        using var other = new TemporaryDirectory();
        var path = Path.Combine(other.Path, "linked tree");
        repo.Git("worktree", "add", "--quiet", "-b", "feature/x", path);

        var repository = Repository.Discover(path);

        Assert.Equal(Path.Combine(repo.Path, ".git"), repository.CommonDirectory);
        Assert.NotEqual(repository.GitDirectory, repository.CommonDirectory);
        Assert.Equal("feature/x", repository.Head!.Branch);
        Assert.Equal([repo.Path, path], repository.Worktrees.Select(w => w.Path));
    }

    [Fact]
    public void A_shallow_clone_is_recognised()
    {
        using var repo = new TemporaryRepository();
        repo.Commit("one");
        repo.Commit("two");
        using var clone = new TemporaryDirectory();
        repo.Git("clone", "--quiet", "--depth", "1", "file://" + repo.Path, Path.Combine(clone.Path, "c"));

        Assert.True(Repository.Discover(Path.Combine(clone.Path, "c")).IsShallow);
        Assert.False(Repository.Discover(repo.Path).IsShallow);
    }

    [Fact]
    public void History_gives_commits_with_body_and_paths()
    {
        using var repo = new TemporaryRepository();
        var first = repo.Commit("one");
        repo.Write("dir/ü.txt", "x");
        repo.Commit("two\n\nbecause of\nthat");

        var history = Repository.Discover(repo.Path).History;

        Assert.Equal(["two", "one"], history.Recent.Select(c => c.Subject));
        var since = Assert.Single(history.Since(first));
        Assert.Equal("because of\nthat", since.Body);
        Assert.Equal(["dir/ü.txt"], since.Paths);
        Assert.Equal(since.Id, history.LastChange("dir/ü.txt")!.Id);
        Assert.Null(history.LastChange("nowhere"));
    }

    [Fact]
    public void Programs_named_in_the_repository_configuration_are_not_run()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "the planted program is a shell script");
        using var repo = new TemporaryRepository();
        repo.Write(".gitattributes", "*.txt filter=evil diff=evil\n");
        repo.Write("a.txt", "x");
        repo.Commit("one");
        var trap = repo.Write(".git/trap.sh", "#!/bin/sh\ntouch \"" + Path.Combine(repo.Path, "trapped") + "\"\ncat\n");
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(trap, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        foreach (var key in new[] { "core.fsmonitor", "diff.external", "diff.evil.textconv", "diff.evil.command", "filter.evil.clean", "filter.evil.process", "core.pager", "gpg.program", "alias.status", "alias.log" })
            repo.Git("config", key, trap);
        repo.Git("config", "log.showSignature", "true");
        repo.Write("a.txt", "changed");
        File.Delete(Path.Combine(repo.Path, "trapped"));

        var repository = Repository.Discover(repo.Path);
        _ = repository.Head;
        _ = repository.History.Recent;
        _ = repository.Files;
        Assert.Contains(repository.WorkingTree.Changes, change => change.Path == "a.txt");

        Assert.False(repo.Exists("trapped"));
    }

    [Fact]
    public void Files_named_in_the_repository_configuration_are_not_waited_for()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "there are no named pipes in directories");
        using var repo = new TemporaryRepository();
        repo.Write("a.txt", "x");
        repo.Commit("one");
        var pipe = Path.Combine(repo.Path, ".git", "pipe");
        ProcessRunner.Run("mkfifo", [pipe], repo.Path);
        repo.Git("config", "mailmap.file", pipe);
        repo.Git("config", "diff.orderFile", pipe);

        var history = Repository.Discover(repo.Path).History;

        Assert.Equal("one", history.LastChange("a.txt")!.Subject);
        Assert.Equal(["a.txt"], Assert.Single(history.Newest()).Paths);
    }

    [Fact]
    public void Messages_are_read_whatever_encoding_the_configuration_asks_for()
    {
        using var repo = new TemporaryRepository();
        repo.Git("config", "i18n.logOutputEncoding", "ISO-8859-1");
        repo.Write("a.txt", "x");
        repo.Commit("größer");

        Assert.Equal("größer", Assert.Single(Repository.Discover(repo.Path).History.Recent).Subject);
    }

    [Fact]
    public void A_link_that_leads_out_of_the_repository_is_not_read()
    {
        using var outside = new TemporaryDirectory();
        var secret = outside.Write("secret.txt", "secret");
        using var repo = new TemporaryRepository();
        File.CreateSymbolicLink(Path.Combine(repo.Path, "HANDOFF.md"), secret);
        File.CreateSymbolicLink(Path.Combine(repo.Path, "loop"), Path.Combine(repo.Path, "loop"));

        var repository = Repository.Discover(repo.Path);

        Assert.Null(repository.ReadText("HANDOFF.md"));
        Assert.Null(repository.ReadText("loop"));
        Assert.Null(repository.ReadText("../secret.txt"));
    }

    [Fact]
    public void Inputs_are_what_was_looked_at_whether_it_exists_or_not()
    {
        using var repo = new TemporaryRepository();
        repo.Write("HANDOFF.md", "# Handoff\n");
        repo.Write("src/A.cs", "class A;\n");
        repo.Commit("Start");
        repo.Write("src/B.cs", "class B;\n");
        var repository = Repository.Discover(repo.Path);

        _ = repository.ReadText("HANDOFF.md");
        _ = repository.ReadText("TASKS.md");
        var withoutFacts = repository.Inputs.ToArray();
        _ = repository.Files;
        _ = repository.WorkingTree;

        Assert.Equal(["HANDOFF.md", "TASKS.md"], withoutFacts.Select(repository.RelativePath).Where(path => path?.StartsWith(".git/", StringComparison.Ordinal) == false));
        Assert.Contains(Path.Combine(repo.Path, ".git", "HEAD"), withoutFacts);
        Assert.Contains(Path.Combine(repo.Path, ".git", "refs", "heads", "main"), withoutFacts);
        Assert.Contains(Path.Combine(repo.Path, ".git", "index"), withoutFacts);
        Assert.Equal(["src/A.cs", "src/B.cs"], repository.Inputs.Except(withoutFacts).Select(repository.RelativePath));
    }
}
