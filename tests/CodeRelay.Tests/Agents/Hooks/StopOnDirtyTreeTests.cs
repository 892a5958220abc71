using CodeRelay.Agents.Runtimes;
using CodeRelay.Tests.Agents.Runtimes;

namespace CodeRelay.Tests.Agents.Hooks;

/// <summary>Sessions that begin with uncommitted files: what counts is what git would record of them.</summary>
public sealed class StopOnDirtyTreeTests
{
    [Fact]
    public void An_edit_of_the_same_size_that_sets_the_time_back_is_work()
    {
        using var session = Begin();
        var path = Path.Combine(session.Directory.Path, "src/a.cs");
        var time = File.GetLastWriteTimeUtc(path);
        File.WriteAllText(path, "six\n");
        File.SetLastWriteTimeUtc(path, time);

        Assert.Contains("src/a.cs", AgentSession.ReasonOf(session.Stop()), StringComparison.Ordinal);
    }

    [Fact]
    public void An_edit_that_is_taken_back_is_no_work()
    {
        using var session = Begin();
        session.Directory.Write("src/a.cs", "something else\n");
        session.Directory.Write("src/a.cs", "two\n");

        Assert.Equal(HookAnswer.Silent, session.Stop());
    }

    [Fact]
    public void A_large_file_goes_by_time_and_size()
    {
        using var session = Begin(new string('x', 100_000));
        Assert.Equal(HookAnswer.Silent, session.Stop());
        session.Directory.Write("src/a.cs", new string('y', 100_000));

        AgentSession.ReasonOf(session.Stop());
    }

    [Fact]
    public void A_file_that_becomes_executable_is_work()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "file modes are a matter of Unix");
        using var session = Begin();
        ProcessRunner.Run("chmod", ["+x", "src/a.cs"], session.Directory.Path);

        AgentSession.ReasonOf(session.Stop());
    }

    [Fact]
    public void A_link_that_leads_elsewhere_is_work_and_is_not_followed()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "links need a privilege there");
        using var session = new AgentSession(RuntimeWorkshop.Claude);
        var target = session.Home.Write("target.txt", "outside");
        var link = Path.Combine(session.Directory.Path, "link");
        File.CreateSymbolicLink(link, target);
        session.Start();
        File.WriteAllText(target, "something else");
        Assert.Equal(HookAnswer.Silent, session.Stop());

        File.Delete(link);
        File.CreateSymbolicLink(link, target + "2");

        AgentSession.ReasonOf(session.Stop());
    }

    [Fact]
    public void A_second_commit_in_a_submodule_is_work()
    {
        using var session = new AgentSession(RuntimeWorkshop.Claude);
        var sub = Path.Combine(session.Directory.Path, "sub");
        Directory.CreateDirectory(sub);
        ProcessRunner.Run("git", ["init", "--quiet"], sub);
        CommitIn(sub);
        session.Repository.Commit("take it in");
        CommitIn(sub);
        session.Start();
        Assert.Equal(HookAnswer.Silent, session.Stop());

        CommitIn(sub);

        Assert.Contains("1 uncommitted file (sub)", AgentSession.ReasonOf(session.Stop()), StringComparison.Ordinal);
    }

    private static AgentSession Begin(string text = "two\n")
    {
        var session = new AgentSession(RuntimeWorkshop.Claude);
        session.Directory.Write("src/a.cs", text);
        session.Age("src/a.cs", seconds: 600);
        session.Start();
        return session;
    }

    // With a file that is new each time.
    private static void CommitIn(string directory)
    {
        File.WriteAllText(Path.Combine(directory, Guid.NewGuid().ToString("N")), "x");
        ProcessRunner.Run("git", ["add", "--all"], directory);
        ProcessRunner.Run("git", ["-c", "user.name=Test", "-c", "user.email=test@example.invalid", "commit", "--quiet", "--message", "more"], directory);
    }
}
