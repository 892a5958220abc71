using CodeRelay.Agents.Runtimes;
using CodeRelay.Agents.Setup;
using CodeRelay.Agents.Setup.Editing;
using CodeRelay.Agents.Setup.Scaffolding;
using CodeRelay.Analysis;
using CodeRelay.Git;

namespace CodeRelay.Tests.Agents.Setup.Scaffolding;

/// <summary>Plans and their execution in real directories.</summary>
public sealed class ScaffoldTests
{
    private static readonly ScaffoldOptions Default = new() { Version = "1.2.3" };

    [Fact]
    public void Three_runs_leave_what_one_run_left()
    {
        using var repository = new TemporaryRepository();
        repository.Write("AGENTS.md", "ours");
        repository.Write("CLAUDE.md", "ours too\r\n");
        repository.Write("Directory.Build.targets", "<Project />");
        repository.Write("app.csproj", "<Project />");

        Scaffold(repository);
        var once = Snapshot(repository);
        var second = Scaffold(repository);
        Scaffold(repository);

        Assert.Equal(once, Snapshot(repository));
        Assert.All(second.Files, file => Assert.Equal(FileChangeKind.Kept, file.Kind));
    }

    [Fact]
    public void For_runtimes_without_hooks_the_instructions_say_what_no_hook_can_and_the_plan_is_what_happens()
    {
        using var repository = new TemporaryRepository();
        repository.Write("CLAUDE.md", "ours\n");
        var options = Default with { Runtimes = RuntimeCatalog.All };

        var first = Scaffold(repository, options);
        var second = Scaffold(repository, options);

        Assert.Equal(first.Files.Select(file => file.Path).Order(StringComparer.Ordinal), Snapshot(repository).Select(file => file.Path).Order(StringComparer.Ordinal));
        Assert.All(second.Files, file => Assert.Equal(FileChangeKind.Kept, file.Kind));
        Assert.Contains("<!-- coderelay:end -->\n\n<!-- coderelay:relay:begin -->\n", repository.Read("AGENTS.md"), StringComparison.Ordinal);
        Assert.DoesNotContain("coderelay:relay", repository.Read("CLAUDE.md"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("docs/HANDOFF.md", "docs/TASKS.md", "packet: docs\n")]
    [InlineData("src/handoff.md", "src/TASKS.md", "packet: src\n")]
    [InlineData(".agents/HANDOFF.md", ".agents/TASKS.md", "packet: .agents\n")]
    [InlineData("HANDOFF.md", "TASKS.md", "packet: .\n")]
    public void A_packet_stays_where_it_is(string existing, string beside, string setting)
    {
        using var repository = new TemporaryRepository();
        repository.Write(existing, "# Ours\n");

        var plan = Scaffold(repository);

        Assert.Equal("# Ours\n", repository.Read(existing));
        Assert.Equal(FileChangeKind.Kept, plan.Files.Single(file => file.Path == existing).Kind);
        Assert.True(repository.Exists(beside));
        Assert.Contains(setting, repository.Read("coderelay.yml"), StringComparison.Ordinal);
        Assert.Contains($"`{existing}`", repository.Read("AGENTS.md"), StringComparison.Ordinal);
        Assert.Single(Snapshot(repository), file => file.Path.EndsWith("handoff.md", StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public void Several_packets_are_all_named_in_the_configuration()
    {
        using var repository = new TemporaryRepository();
        repository.Write("HANDOFF.md", "# One\n");
        repository.Write("docs/HANDOFF.md", "# Two\n");

        Scaffold(repository);

        Assert.Contains("packet: [., docs]\n", repository.Read("coderelay.yml"), StringComparison.Ordinal);
        Assert.Equal(["", "docs"], Configuration.Load(Repository.Discover(repository.Path)).PacketDirectories);
    }

    [Theory]
    [InlineData("../elsewhere")]
    [InlineData("/elsewhere")]
    [InlineData("a/../../b")]
    [InlineData(".git/packet")]
    [InlineData("C:\\packet")]
    [InlineData("a#b")]
    public void A_packet_directory_outside_or_unsuitable_is_refused(string directory)
    {
        using var repository = new TemporaryRepository();

        var refusal = Assert.Throws<ScaffoldException>(() => Scaffold(repository, Default with { PacketDirectory = directory }));

        Assert.StartsWith($"packet directory '{directory}' cannot be used", refusal.Message, StringComparison.Ordinal);
        Assert.Empty(Snapshot(repository));
    }

    [Fact]
    public void A_second_packet_elsewhere_is_refused()
    {
        using var repository = new TemporaryRepository();
        repository.Write("docs/HANDOFF.md", "# Ours\n");

        var refusal = Assert.Throws<ScaffoldException>(() => Scaffold(repository, Default with { PacketDirectory = "src" }));

        Assert.StartsWith("the packet is in 'docs', not in 'src'", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_linked_CLAUDE_file_is_not_made_to_import_itself()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "symbolic links need a privilege on Windows");
        using var repository = new TemporaryRepository();
        repository.Write("AGENTS.md", "ours\n");
        File.CreateSymbolicLink(Path.Combine(repository.Path, "CLAUDE.md"), "AGENTS.md");

        Scaffold(repository);

        Assert.DoesNotContain("@AGENTS.md", repository.Read("AGENTS.md"), StringComparison.Ordinal);
        Assert.Equal("AGENTS.md", new FileInfo(Path.Combine(repository.Path, "CLAUDE.md")).LinkTarget);
    }

    [Fact]
    public void A_link_that_leads_out_of_the_repository_is_refused()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "symbolic links need a privilege on Windows");
        using var repository = new TemporaryRepository();
        using var outside = new TemporaryDirectory();
        var target = outside.Write("AGENTS.md", "theirs\n");
        File.CreateSymbolicLink(Path.Combine(repository.Path, "AGENTS.md"), target);

        Assert.Throws<ScaffoldException>(() => Scaffold(repository));

        Assert.Equal("theirs\n", File.ReadAllText(target));
        Assert.False(repository.Exists("HANDOFF.md"));
    }

    [Fact]
    public void Force_writes_anew_and_never_loses_what_was_there()
    {
        using var repository = new TemporaryRepository();
        repository.Write("HANDOFF.md", "first\n");
        repository.Write("AGENTS.md", "rules\n");

        Scaffold(repository, Default with { Force = true });
        repository.Write("HANDOFF.md", "second\n");
        Scaffold(repository, Default with { Force = true });
        repository.Write("HANDOFF.md", "first\n");
        Scaffold(repository, Default with { Force = true });

        Assert.StartsWith("# Handoff\n", repository.Read("HANDOFF.md"), StringComparison.Ordinal);
        Assert.Equal("first\n", repository.Read("HANDOFF.md.bak"));
        Assert.Equal("second\n", repository.Read("HANDOFF.md.bak.2"));
        Assert.False(repository.Exists("HANDOFF.md.bak.3"));
        Assert.StartsWith("rules\n", repository.Read("AGENTS.md"), StringComparison.Ordinal);
        Assert.False(repository.Exists("AGENTS.md.bak"));
    }

    [Theory]
    [InlineData(".claude/settings.json", "{ \"hooks\": [ }")]
    [InlineData("Directory.Build.targets", "<Project>")]
    [InlineData("AGENTS.md", "<!-- coderelay:begin -->\n")]
    public void A_file_that_cannot_be_merged_leaves_everything_as_it_was(string path, string content)
    {
        using var repository = new TemporaryRepository();
        repository.Write("app.csproj", "<Project />");
        repository.Write(path, content);
        var before = Snapshot(repository);

        var refusal = Assert.ThrowsAny<Exception>(() => Scaffold(repository));

        Assert.True(refusal is ScaffoldException or SettingsException, refusal.ToString());
        Assert.Contains(path, refusal.Message.Replace('\\', '/'), StringComparison.Ordinal);
        Assert.Equal(before, Snapshot(repository));
    }

    [Theory]
    [InlineData("AGENTS.md")]
    [InlineData(".claude/settings.json")]
    public void A_read_only_file_leaves_everything_as_it_was(string path)
    {
        using var repository = new TemporaryRepository();
        var file = new FileInfo(repository.Write(path, path.EndsWith(".json", StringComparison.Ordinal) ? "{}\n" : "ours\n")) { IsReadOnly = true };
        var before = Snapshot(repository);

        var refusal = Assert.Throws<IOException>(() => Scaffold(repository));

        Assert.Equal($"{path} is read-only; make it writable. Nothing was changed", refusal.Message);
        Assert.Equal(before, Snapshot(repository));
        file.IsReadOnly = false;
    }

    [Fact]
    public void A_file_in_the_place_of_a_directory_leaves_everything_as_it_was()
    {
        using var repository = new TemporaryRepository();
        repository.Write("docs", "a file\n");
        var before = Snapshot(repository);

        var refusal = Assert.Throws<IOException>(() => Scaffold(repository, Default with { PacketDirectory = "docs/handoff" }));

        Assert.StartsWith("docs is a file where a directory is needed", refusal.Message, StringComparison.Ordinal);
        Assert.Equal(before, Snapshot(repository));
    }

    [Fact]
    public void What_was_written_before_a_failure_is_taken_back()
    {
        using var repository = new TemporaryRepository();
        repository.Write("AGENTS.md", "ours\n");
        var opened = Repository.Discover(repository.Path);
        var plan = ScaffoldPlanner.Plan(opened, new Configuration(), Default with { PacketDirectory = "docs/handoff" });
        var before = Snapshot(repository);
        // The plan was made for a file; what stands there now cannot be replaced by one.
        var blocked = plan with { Files = [.. plan.Files, new ScaffoldFile("blocked/inner", FileChangeKind.Wrote) { Content = [1] }, new ScaffoldFile("blocked", FileChangeKind.Wrote) { Content = [2] }] };

        Assert.Throws<IOException>(() => ScaffoldWriter.Apply(opened, blocked));

        Assert.Equal(before, Snapshot(repository));
        Assert.False(repository.Exists("docs"));
        Assert.False(repository.Exists("blocked"));
    }

    [Theory]
    [InlineData("Directory.Packages.props", "<Project><ItemGroup><GlobalPackageReference Include=\"CodeRelay.Build\" Version=\"1.0.0\" /></ItemGroup></Project>")]
    [InlineData("Directory.Build.props", "<Project><ItemGroup><PackageReference Include=\"CodeRelay.Build\" Version=\"1.0.0\" /></ItemGroup></Project>")]
    public void A_repository_that_refers_to_the_package_gets_no_second_reference(string path, string content)
    {
        using var repository = new TemporaryRepository();
        repository.Write("app.csproj", "<Project />");
        repository.Write(path, content);

        var plan = Scaffold(repository);

        Assert.False(repository.Exists("Directory.Build.targets"));
        Assert.Equal("refers to CodeRelay.Build", plan.Files.Single(file => file.Path == path).Note);
    }

    [Fact]
    public void A_repository_without_a_project_gets_no_build_file()
    {
        using var repository = new TemporaryRepository();
        repository.Write("package.json", "{}");

        var plan = Scaffold(repository);

        Assert.False(repository.Exists("Directory.Build.targets"));
        Assert.Contains(plan.Notes, note => note.StartsWith("no .NET project", StringComparison.Ordinal));
    }

    [Fact]
    public void A_build_file_that_hides_the_one_at_the_root_is_named()
    {
        using var repository = new TemporaryRepository();
        repository.Write("src/app.csproj", "<Project />");
        repository.Write("src/Directory.Build.targets", "<Project />");
        repository.Write("tests/app.tests.csproj", "<Project />");
        repository.Write("templates/Directory.Build.targets", "<Project />");
        repository.Write("tests/Directory.Build.targets", "<Project><Import Project=\"../Directory.Build.targets\" /></Project>");

        var plan = Scaffold(repository);

        Assert.Contains(plan.Notes, note => note.StartsWith("src/Directory.Build.targets hides", StringComparison.Ordinal));
        Assert.DoesNotContain(plan.Notes, note => note.StartsWith("tests/", StringComparison.Ordinal));
        Assert.DoesNotContain(plan.Notes, note => note.StartsWith("templates/", StringComparison.Ordinal));
    }

    private static ScaffoldPlan Scaffold(TemporaryDirectory directory, ScaffoldOptions? options = null)
    {
        var repository = Repository.Discover(directory.Path);
        var plan = ScaffoldPlanner.Plan(repository, Configuration.Load(repository), options ?? Default);
        ScaffoldWriter.Apply(repository, plan);
        return plan;
    }

    private static (string Path, string Content)[] Snapshot(TemporaryDirectory directory) =>
        [.. Directory.EnumerateFiles(directory.Path, "*", SearchOption.AllDirectories)
            .Select(file => (Path: Path.GetRelativePath(directory.Path, file).Replace('\\', '/'), Content: Convert.ToHexString(File.ReadAllBytes(file))))
            .Where(file => !file.Path.StartsWith(".git/", StringComparison.Ordinal))
            .OrderBy(file => file.Path, StringComparer.Ordinal)];
}
