using CodeRelay.Build.Tests.Support;

namespace CodeRelay.Build.Tests;

/// <summary>Repositories that are not what one expects never break a build.</summary>
[Collection(nameof(InThisProcess))]
public sealed class SurroundingsTests : IDisposable
{
    private readonly TemporaryDirectory _directory = new();
    private readonly string _package;

    public SurroundingsTests(BuildPackage package)
    {
        _package = Path.Combine(_directory.Path, "package");
        package.Unpack(_package);

        // Outside git the state goes to the user's own directory, which is not for tests.
        Environment.SetEnvironmentVariable("CODERELAY_STATE", Path.Combine(_directory.Path, "state"));
    }

    [Fact]
    public void Without_git_the_packet_is_checked()
    {
        var root = Directory.CreateDirectory(Path.Combine(_directory.Path, "plain")).FullName;
        Sample.Write(root);

        var build = RecordedBuild.Run(BareProject.Write(Path.Combine(root, "src", "one"), _package));

        Assert.True(build.Succeeded);
        Assert.Equal(["warning"], build.Levels());
    }

    [Fact]
    public void Without_git_and_packet_nothing_happens() =>
        Quiet(BareProject.Write(Path.Combine(_directory.Path, "nothing"), _package));

    [Fact]
    public void A_repository_without_a_packet_is_left_alone()
    {
        using var repository = new TemporaryRepository();
        repository.Commit("Start");

        Quiet(BareProject.Write(repository.Path, _package));
    }

    [Fact]
    public void A_repository_without_a_commit_is_checked()
    {
        using var repository = new TemporaryRepository();
        Sample.Write(repository.Path);

        Assert.Equal(["warning"], RecordedBuild.Run(BareProject.Write(repository.Path, _package)).Levels());
    }

    [Fact]
    public void A_shallow_clone_is_checked()
    {
        using var origin = new TemporaryRepository();
        origin.Commit("Start");
        Sample.Write(origin.Path);
        origin.Commit("Add the packet");
        using var clone = new TemporaryRepository();
        clone.Git("fetch", "--quiet", "--depth=1", new Uri(origin.Path).AbsoluteUri, "main");
        clone.Git("checkout", "--quiet", "FETCH_HEAD");

        var build = RecordedBuild.Run(BareProject.Write(clone.Path, _package));

        Assert.True(build.Succeeded);
        Assert.Equal(["warning"], build.Levels());
    }

    [Fact]
    public void A_linked_worktree_is_told_about_its_own_packet()
    {
        using var repository = new TemporaryRepository();
        repository.Commit("Start");
        var worktree = Path.Combine(_directory.Path, "work tree");
        repository.Git("worktree", "add", "--quiet", worktree, "-b", "side");
        Sample.Write(worktree);

        var finding = Assert.Single(RecordedBuild.Run(BareProject.Write(worktree, _package)).Diagnostics, diagnostic => diagnostic.Code == Sample.Rule);

        Assert.Equal(Path.Combine(worktree, "HANDOFF.md"), finding.File);
    }

    [Fact]
    public void Projects_of_two_repositories_are_told_about_one_packet_each()
    {
        using var first = new TemporaryRepository();
        using var second = new TemporaryRepository();
        var projects = new[] { first, second }.Select(repository =>
        {
            Sample.Write(repository.Path);
            return BareProject.Write(repository.Path, _package);
        }).ToArray();
        var all = _directory.Write("all.proj", $"<Project><Target Name=\"Build\"><MSBuild Projects=\"{string.Join(';', projects)}\" Properties=\"Extra=1\" /><MSBuild Projects=\"{projects[0]}\" Properties=\"Extra=2\" /></Target></Project>");

        var files = RecordedBuild.Run(all).Diagnostics.Where(diagnostic => diagnostic.Code == Sample.Rule).Select(diagnostic => diagnostic.File);

        Assert.Equal([Path.Combine(first.Path, "HANDOFF.md"), Path.Combine(second.Path, "HANDOFF.md")], files);
    }

    [Fact]
    public void The_directory_to_check_can_be_given()
    {
        Sample.Write(Directory.CreateDirectory(Path.Combine(_directory.Path, "docs")).FullName);
        var project = BareProject.Write(Path.Combine(_directory.Path, "src"), _package);

        Assert.Equal(["warning"], RecordedBuild.Run(project, new Dictionary<string, string> { ["CodeRelayRoot"] = "../docs" }).Levels());
    }

    public void Dispose()
    {
        Environment.SetEnvironmentVariable("CODERELAY_STATE", null);
        _directory.Dispose();
    }

    private static void Quiet(string project)
    {
        var build = RecordedBuild.Run(project);

        Assert.True(build.Succeeded);
        Assert.Empty(build.Diagnostics);
        Assert.Empty(build.Messages);
    }
}
