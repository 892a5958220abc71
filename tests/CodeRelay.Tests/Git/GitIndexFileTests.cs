using CodeRelay.Git;

namespace CodeRelay.Tests.Git;

public sealed class GitIndexFileTests
{
    [Fact]
    public void The_paths_are_those_that_git_lists()
    {
        using var repo = new TemporaryRepository();
        string[] paths = ["a", "b.md", "docs/ä ö.md", "src/12345678", "src/1234567/x.cs", "src/" + new string('n', 120) + ".cs", "文/档.md"];
        foreach (var path in paths)
            repo.Write(path, path);
        repo.Commit("all");
        repo.Write("intended.md", "x");
        repo.Git("add", "--intent-to-add", "intended.md");
        repo.Git("update-index", "--skip-worktree", "b.md");

        var read = GitIndexFile.ReadPaths(Path.Combine(repo.Path, ".git"));

        Assert.NotNull(read);
        Assert.Equal(Listed(repo), read);
        Assert.Contains("intended.md", read);
    }

    [Fact]
    public void A_conflict_lists_each_path_once()
    {
        using var repo = new TemporaryRepository();
        repo.Write("a.md", "1\n");
        repo.Commit("base");
        repo.Git("switch", "--quiet", "--create", "side");
        repo.Write("a.md", "2\n");
        repo.Commit("side");
        repo.Git("switch", "--quiet", "main");
        repo.Write("a.md", "3\n");
        repo.Commit("main");
        Assert.ThrowsAny<Exception>(() => repo.Git("merge", "--quiet", "side"));

        Assert.Equal(["a.md"], Repository.Discover(repo.Path).Files.Paths);
    }

    [Theory]
    [InlineData("update-index --index-version 4")]
    [InlineData("update-index --split-index")]
    public void What_only_git_should_read_is_left_to_git(string command)
    {
        using var repo = new TemporaryRepository();
        repo.Write("src/a.cs", "a");
        repo.Write("src/b.cs", "b");
        repo.Commit("two");
        repo.Git(command.Split(' '));

        Assert.Null(GitIndexFile.ReadPaths(Path.Combine(repo.Path, ".git")));
        Assert.Equal(["src/a.cs", "src/b.cs"], Repository.Discover(repo.Path).Files.Paths);
    }

    [Fact]
    public void An_index_of_whole_directories_is_left_to_git()
    {
        using var repo = new TemporaryRepository();
        repo.Write("root.md", "r");
        repo.Write("in/a.cs", "a");
        repo.Write("out/b.cs", "b");
        repo.Commit("three");
        repo.Git("sparse-checkout", "set", "--cone", "--sparse-index", "in");

        Assert.Equal(["in/a.cs", "out/b.cs", "root.md"], Repository.Discover(repo.Path).Files.Paths);
    }

    [Fact]
    public void An_index_that_is_cut_gives_all_of_its_paths_or_none()
    {
        using var repo = new TemporaryRepository();
        repo.Write("src/a.cs", "a");
        repo.Write("b.md", "b");
        repo.Commit("two");
        var bytes = File.ReadAllBytes(Path.Combine(repo.Path, ".git", "index"));
        var files = GitIndexFile.Parse(bytes);

        Assert.NotNull(files);
        Assert.Equal(["b.md", "src/a.cs"], files);
        for (var length = 12; length < bytes.Length; length++)
            Assert.True(GitIndexFile.Parse(bytes.AsSpan(0, length)) is null or ["b.md", "src/a.cs"]);
        Assert.Null(GitIndexFile.Parse([.. bytes, .. new byte[12]]));
    }

    [Fact]
    public void Hashes_of_another_length_are_left_to_git()
    {
        using var repo = new TemporaryRepository();
        Directory.Delete(Path.Combine(repo.Path, ".git"), recursive: true);
        repo.Git("init", "--quiet", "--object-format=sha256");
        repo.Write("a.md", "a");
        repo.Write("src/b.cs", "b");
        repo.Git("add", ".");

        Assert.Null(GitIndexFile.ReadPaths(Path.Combine(repo.Path, ".git")));
        Assert.Equal(["a.md", "src/b.cs"], Repository.Discover(repo.Path).Files.Paths);
    }

    [Fact]
    public void Without_an_index_git_is_asked()
    {
        using var repo = new TemporaryRepository();

        Assert.Null(GitIndexFile.ReadPaths(Path.Combine(repo.Path, ".git")));
        Assert.Empty(Repository.Discover(repo.Path).Files.Paths);
    }

    private static string[] Listed(TemporaryRepository repo) => repo.Git("ls-files", "-z", "--cached").Split('\0', StringSplitOptions.RemoveEmptyEntries);
}
