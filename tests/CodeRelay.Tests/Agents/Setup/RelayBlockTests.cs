using System.Text;
using CodeRelay.Agents.Editing;
using CodeRelay.Agents.Runtimes;
using CodeRelay.Agents.Setup;
using CodeRelay.Git;
using CodeRelay.Tests.Agents.Runtimes;

namespace CodeRelay.Tests.Agents.Setup;

/// <summary>What stands in instruction files where no hook can tell it.</summary>
public sealed class RelayBlockTests
{
    private const string Begin = "<!-- coderelay:relay:begin -->";

    /// <summary>Runtime × the file that gets the block in a project without any.</summary>
    public static TheoryData<string, string> Files => new()
    {
        { "opencode", "AGENTS.md" },
        { "kimi", "AGENTS.md" },
        { "goose", "AGENTS.md" },
        { "cline", "AGENTS.md" },
        { "windsurf", ".windsurf/rules/coderelay.md" },
        { "aider", "AGENTS.md" },
        { "amp", "AGENTS.md" },
        { "generic", "AGENTS.md" },
    };

    [Theory]
    [MemberData(nameof(Files))]
    public void It_says_in_eight_lines_where_the_packet_is_and_what_to_run_when(string id, string file)
    {
        using var workshop = new RuntimeWorkshop();
        workshop.Repository.Write("docs/HANDOFF.md", "# Handoff\n");

        workshop.Install(Find(id));

        var text = workshop.Repository.Read(file);
        Assert.All(["`docs/HANDOFF.md`", "`coderelay inbox take --all`", "`coderelay check`", "`coderelay handoff --from-packet`"], part => Assert.Contains(part, text, StringComparison.Ordinal));
        Assert.Equal(8, text[text.IndexOf(Begin, StringComparison.Ordinal)..].TrimEnd('\n').Split('\n').Length);
    }

    [Theory]
    [InlineData("ours\n")]
    [InlineData("ours")]
    [InlineData("ours\n\n\n")]
    [InlineData("\uFEFFours\r\n\r\n- more\r\n")]
    [InlineData("")]
    [InlineData("<!-- coderelay:begin -->\nreading order\n<!-- coderelay:end -->\n")]
    public void Uninstalling_gives_back_the_bytes_and_what_was_added_meanwhile_stays(string before)
    {
        using var workshop = new RuntimeWorkshop();
        workshop.Repository.Write("AGENTS.md", before);
        var tree = RuntimeWorkshop.Tree(workshop.Repository.Path);

        workshop.Install(Find("amp"));
        Assert.Contains(Begin, workshop.Repository.Read("AGENTS.md"), StringComparison.Ordinal);
        workshop.Uninstall(Find("amp"));
        Assert.Equal(tree, RuntimeWorkshop.Tree(workshop.Repository.Path));

        workshop.Install(Find("amp"));
        File.AppendAllText(Path.Combine(workshop.Repository.Path, "AGENTS.md"), "added\n");
        workshop.Uninstall(Find("amp"));
        Assert.Equal([.. Encoding.UTF8.GetBytes(before), .. "added\n"u8], File.ReadAllBytes(Path.Combine(workshop.Repository.Path, "AGENTS.md")));
    }

    [Theory]
    [InlineData("opencode")]
    [InlineData("amp")]
    public void A_file_that_is_read_because_no_other_is_there_is_not_hidden_by_a_new_one(string id)
    {
        using var workshop = new RuntimeWorkshop();
        workshop.Repository.Write("CLAUDE.md", "ours\n");

        workshop.Install(Find(id));

        Assert.False(workshop.Repository.Exists("AGENTS.md"));
        Assert.StartsWith($"ours\n\n{Begin}\n", workshop.Repository.Read("CLAUDE.md"), StringComparison.Ordinal);
    }

    [Fact]
    public void Many_runtimes_share_one_block_even_through_a_link()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "links need rights there");
        using var workshop = new RuntimeWorkshop();
        workshop.Repository.Write("AGENTS.md", "ours\n");
        File.CreateSymbolicLink(Path.Combine(workshop.Repository.Path, "CLAUDE.md"), "AGENTS.md");

        HookInstaller.Install(Repository.Discover(workshop.Repository.Path), RuntimeCatalog.All, SettingsLevel.Project, environment: workshop.Environment, extras: InstallExtras.Block);

        Assert.Equal(2, workshop.Repository.Read("AGENTS.md").Split(Begin).Length);
        Assert.Equal("AGENTS.md", new FileInfo(Path.Combine(workshop.Repository.Path, "CLAUDE.md")).LinkTarget);
    }

    [Fact]
    public void A_rule_file_of_windsurf_says_that_it_is_always_read_and_goes_as_a_whole()
    {
        using var workshop = new RuntimeWorkshop();
        var before = RuntimeWorkshop.Tree(workshop.Repository.Path);

        workshop.Install(Find("windsurf"));
        Assert.StartsWith($"---\ntrigger: always_on\n---\n\n{Begin}\n", workshop.Repository.Read(".windsurf/rules/coderelay.md"), StringComparison.Ordinal);
        workshop.Uninstall(Find("windsurf"));

        Assert.Equal(before, RuntimeWorkshop.Tree(workshop.Repository.Path));
    }

    [Fact]
    public void Where_hooks_tell_the_same_it_comes_only_when_asked_for()
    {
        using var workshop = new RuntimeWorkshop();
        var repository = Repository.Discover(workshop.Repository.Path);
        workshop.Install(RuntimeWorkshop.Codex);
        workshop.Install(SettingsLevel.User, RuntimeWorkshop.Codex);
        Assert.False(workshop.Repository.Exists("AGENTS.md") || workshop.Home.Exists(".codex/AGENTS.md"));

        HookInstaller.Install(repository, [RuntimeWorkshop.Codex], SettingsLevel.User, environment: workshop.Environment, extras: InstallExtras.Block);

        Assert.Contains("If a repository has a `HANDOFF.md`", workshop.Home.Read(".codex/AGENTS.md"), StringComparison.Ordinal);
        workshop.Uninstall(SettingsLevel.User, RuntimeWorkshop.Codex);
        Assert.False(workshop.Home.Exists(".codex"));
    }

    [Fact]
    public void An_override_of_codex_gets_it_because_the_other_file_is_not_read()
    {
        using var workshop = new RuntimeWorkshop();
        workshop.Home.Write(".codex/AGENTS.md", "plain\n");
        workshop.Home.Write(".codex/AGENTS.override.md", "mine\n");

        HookInstaller.Install(Repository.Discover(workshop.Repository.Path), [RuntimeWorkshop.Codex], SettingsLevel.User, environment: workshop.Environment, extras: InstallExtras.Block);

        Assert.Equal("plain\n", workshop.Home.Read(".codex/AGENTS.md"));
        Assert.Contains(Begin, workshop.Home.Read(".codex/AGENTS.override.md"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_packet_that_moved_is_named_anew_in_place()
    {
        using var workshop = new RuntimeWorkshop();
        workshop.Repository.Write("AGENTS.md", "above\n");
        workshop.Install(Find("cline"));
        File.AppendAllText(Path.Combine(workshop.Repository.Path, "AGENTS.md"), "below\n");
        var before = workshop.Repository.Read("AGENTS.md");
        workshop.Repository.Write("docs/HANDOFF.md", "# Handoff\n");

        workshop.Install(Find("cline"));

        Assert.Equal(before.Replace("- `HANDOFF.md` describes", "- `docs/HANDOFF.md` describes", StringComparison.Ordinal), workshop.Repository.Read("AGENTS.md"));
    }

    [Fact]
    public void A_marker_without_its_other_half_stops_everything_before_anything_is_written()
    {
        using var workshop = new RuntimeWorkshop();
        workshop.Repository.Write("AGENTS.md", $"ours\n{Begin}\n");
        var before = RuntimeWorkshop.Tree(workshop.Repository.Path);

        var error = Assert.Throws<SettingsException>(() => workshop.Install(RuntimeWorkshop.Claude, Find("amp")));

        Assert.Contains("AGENTS.md", error.Message, StringComparison.Ordinal);
        Assert.Equal(before, RuntimeWorkshop.Tree(workshop.Repository.Path));
    }

    private static AgentRuntime Find(string id) => RuntimeCatalog.All.Single(runtime => runtime.Id == id);
}
