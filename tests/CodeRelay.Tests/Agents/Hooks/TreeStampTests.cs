using CodeRelay.Agents.Hooks.Sessions;
using CodeRelay.Git;

namespace CodeRelay.Tests.Agents.Hooks;

public sealed class TreeStampTests
{
    public static TheoryData<string> Changes =>
        ["edit", "edit untracked", "add", "add in new directory", "add where only ignored files are", "delete", "rename", "commit", "switch", "edit nested repository", "unstage"];

    [Theory]
    [MemberData(nameof(Changes))]
    public void Every_change_is_noticed(string change)
    {
        using var repo = Create();
        var stamp = Take(repo)!;
        Assert.True(TreeStamp.Holds(Repository.Discover(repo.Path), stamp));

        Make(change, repo);

        Assert.False(TreeStamp.Holds(Repository.Discover(repo.Path), stamp));
    }

    [Fact]
    public void An_edit_of_the_same_size_that_sets_the_time_back_is_noticed()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "the time of a change is asked for on Linux");
        using var repo = Create();
        var path = Path.Combine(repo.Path, "src/a.cs");
        var stamp = Take(repo)!;

        var time = File.GetLastWriteTimeUtc(path);
        File.WriteAllText(path, "y");
        File.SetLastWriteTimeUtc(path, time);

        Assert.False(TreeStamp.Holds(Repository.Discover(repo.Path), stamp));
    }

    [Fact]
    public void A_file_that_becomes_executable_is_noticed()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "file modes are a matter of Unix");
        using var repo = Create();
        var stamp = Take(repo)!;

        ProcessRunner.Run("chmod", ["+x", "src/a.cs"], repo.Path);

        Assert.False(TreeStamp.Holds(Repository.Discover(repo.Path), stamp));
    }

    [Fact]
    public void A_tree_with_a_name_that_is_no_text_gets_no_stamp()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "names are bytes on Linux");
        using var repo = Create();
        Assert.NotNull(Take(repo));
        ProcessRunner.Run("sh", ["-c", "cd src && touch -r . ../time && printf x > \"$(printf '\\377').cs\" && touch -r ../time . * && rm ../time && touch -r . .."], repo.Path);

        Assert.Null(Take(repo));
    }

    [Fact]
    public void What_is_written_into_ignored_directories_does_not_matter()
    {
        using var repo = Create();
        var stamp = Take(repo)!;

        repo.Write("bin/more/output.dll", "x");

        Assert.True(TreeStamp.Holds(Repository.Discover(repo.Path), stamp));
    }

    [Fact]
    public void A_tree_that_was_written_to_a_moment_ago_gets_no_stamp()
    {
        using var repo = Create();
        repo.Write("src/a.cs", "just now");
        File.SetLastWriteTimeUtc(Path.Combine(repo.Path, "src/a.cs"), DateTime.UtcNow.AddMinutes(1));

        Assert.Null(Take(repo));
    }

    [Fact]
    public void A_very_large_tree_gets_no_stamp()
    {
        using var repo = Create();

        Assert.NotNull(Take(repo, mostEntries: 30));
        Assert.Null(Take(repo, mostEntries: 5));
    }

    private static TemporaryRepository Create()
    {
        var repo = new TemporaryRepository();
        repo.Write(".gitignore", "bin/\n*.log\n");
        repo.Write("HANDOFF.md", "x");
        repo.Write("src/a.cs", "x");
        repo.Commit("begin");
        repo.Git("branch", "other");
        repo.Write("src/untracked.cs", "x");
        repo.Write("bin/output.dll", "x");
        repo.Write("logs/today.log", "x");
        Directory.CreateDirectory(Path.Combine(repo.Path, "nested"));
        ProcessRunner.Run("git", ["init", "--quiet"], Path.Combine(repo.Path, "nested"));
        repo.Write("nested/file", "x");
        Settle(repo);
        return repo;
    }

    private static byte[]? Take(TemporaryRepository repo, int mostEntries = 1000)
    {
        var repository = Repository.Discover(repo.Path);
        var state = Path.Combine(repo.Path, ".git", "coderelay");
        return TreeStamp.Take(repository, WorkState.Read(repository, ["HANDOFF.md"], state), state, mostEntries);
    }

    // As if all of it had been written a while ago.
    private static void Settle(TemporaryRepository repo)
    {
        foreach (var path in Directory.EnumerateFileSystemEntries(repo.Path, "*", SearchOption.AllDirectories).Append(repo.Path))
            Directory.SetLastWriteTimeUtc(path, DateTime.UtcNow.AddMinutes(-5));
    }

    private static void Make(string change, TemporaryRepository repo)
    {
        switch (change)
        {
            case "edit":
                File.WriteAllText(Path.Combine(repo.Path, "src/a.cs"), "y");
                break;
            case "edit untracked":
                File.WriteAllText(Path.Combine(repo.Path, "src/untracked.cs"), "y");
                break;
            case "add":
                repo.Write("src/new.cs", "x");
                break;
            case "add in new directory":
                repo.Write("src/deep/new.cs", "x");
                break;
            case "add where only ignored files are":
                repo.Write("logs/notes.md", "x");
                break;
            case "delete":
                File.Delete(Path.Combine(repo.Path, "src/a.cs"));
                break;
            case "rename":
                File.Move(Path.Combine(repo.Path, "src/a.cs"), Path.Combine(repo.Path, "src/z.cs"));
                break;
            case "unstage":
                repo.Git("rm", "--quiet", "--cached", "src/a.cs");
                break;
            case "commit":
                repo.Git("commit", "--quiet", "--allow-empty", "--message", "empty");
                break;
            case "switch":
                repo.Git("checkout", "--quiet", "other");
                break;
            default:
                repo.Write("nested/file", "y");
                break;
        }
    }
}
