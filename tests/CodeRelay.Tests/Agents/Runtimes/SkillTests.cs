using System.Text;
using CodeRelay.Agents.Runtimes;
using CodeRelay.Agents.Runtimes.Settings;
using CodeRelay.Agents.Setup;
using CodeRelay.Agents.Setup.Editing;
using CodeRelay.Agents.Setup.Skills;
using CodeRelay.Git;

namespace CodeRelay.Tests.Agents.Runtimes;

/// <summary>The skills: their form, where they go, and how they leave again.</summary>
public sealed class SkillTests
{
    private static readonly string[] Names = ["handoff", "takeover", "inbox", "wrap"];

    private static readonly string[] StandardFields = ["name", "description", "license", "compatibility", "metadata", "allowed-tools"];

    public static TheoryData<string> Skills => [.. Names];

    /// <summary>Runtime × level × where it looks.</summary>
    public static TheoryData<string, SettingsLevel, string> Places => new()
    {
        { "claude-code", SettingsLevel.Project, ".claude/skills" }, { "claude-code", SettingsLevel.User, ".claude/skills" },
        { "codex", SettingsLevel.Project, ".agents/skills" }, { "codex", SettingsLevel.User, ".agents/skills" },
        { "gemini", SettingsLevel.Project, ".agents/skills" }, { "copilot", SettingsLevel.User, ".agents/skills" },
        { "opencode", SettingsLevel.Project, ".agents/skills" }, { "cursor", SettingsLevel.Project, ".cursor/skills" },
        { "cline", SettingsLevel.User, ".cline/skills" }, { "kimi", SettingsLevel.Project, ".agents/skills" },
    };

    [Theory]
    [MemberData(nameof(Skills))]
    public void A_skill_has_only_fields_of_the_standard_within_their_limits(string name)
    {
        var skill = Skill.All.Single(skill => skill.Name == name);
        var fields = skill.Text.Split("---\n")[1].TrimEnd('\n').Split('\n').Select(line => line.Split(": ", 2)).ToDictionary(pair => pair[0], pair => pair[1], StringComparer.Ordinal);

        Assert.StartsWith("---\nname: ", skill.Text, StringComparison.Ordinal);
        Assert.Subset(StandardFields.ToHashSet(), fields.Keys.ToHashSet());
        Assert.Equal(name, fields["name"]);
        Assert.InRange(fields["description"].Length, 40, 1024);
        Assert.InRange(fields["compatibility"].Length, 1, 500);
        // A plain scalar of YAML, read alike by whoever splits at the first colon.
        Assert.All(fields.Values, value => Assert.True(!value.Contains(": ", StringComparison.Ordinal) && !value.Contains(" #", StringComparison.Ordinal)));
        Assert.InRange(skill.Text.Split('\n').Length, 10, 40);
        Assert.Contains(CompanionFile.Mark, skill.Text, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Places))]
    public void A_skill_is_installed_where_the_runtime_looks(string id, SettingsLevel level, string directory)
    {
        using var workshop = new RuntimeWorkshop();

        Install(workshop, level, Find(id));

        var root = level == SettingsLevel.Project ? (TemporaryDirectory)workshop.Repository : workshop.Home;
        Assert.All(Names, name => Assert.StartsWith($"---\nname: {name}\n", root.Read($"{directory}/{name}/SKILL.md"), StringComparison.Ordinal));
    }

    [Fact]
    public void Codex_finds_every_skill_in_the_directory_of_the_convention()
    {
        using var workshop = new RuntimeWorkshop();

        Install(workshop, SettingsLevel.Project, RuntimeWorkshop.Codex);

        Assert.Equal(Names.Order(), Directory.GetDirectories(Path.Combine(workshop.Repository.Path, ".agents", "skills")).Select(Path.GetFileName).Order());
        Assert.False(workshop.Repository.Exists(".claude"));
    }

    [Theory]
    [InlineData(SettingsLevel.Project)]
    [InlineData(SettingsLevel.User)]
    public void Three_installations_leave_what_one_left(SettingsLevel level)
    {
        using var workshop = new RuntimeWorkshop();
        Install(workshop, level, [.. RuntimeCatalog.All]);
        var (project, home) = (RuntimeWorkshop.Tree(workshop.Repository.Path), RuntimeWorkshop.Tree(workshop.Home.Path));

        Install(workshop, level, [.. RuntimeCatalog.All]);
        var third = Install(workshop, level, [.. RuntimeCatalog.All]);

        Assert.All(third.Changes, change => Assert.Equal(FileChangeKind.Kept, change.Kind));
        Assert.Equal(project, RuntimeWorkshop.Tree(workshop.Repository.Path));
        Assert.Equal(home, RuntimeWorkshop.Tree(workshop.Home.Path));
    }

    [Theory]
    [InlineData(SettingsLevel.Project, true)]
    [InlineData(SettingsLevel.User, true)]
    [InlineData(SettingsLevel.Project, false)]
    public void Uninstalling_leaves_nothing_of_ours_and_everything_else(SettingsLevel level, bool hasReceipt)
    {
        using var workshop = new RuntimeWorkshop();
        workshop.Repository.Write(".claude/skills/mine/SKILL.md", "---\nname: mine\n---\n");
        workshop.Home.Write(".agents/skills/mine/SKILL.md", "---\nname: mine\n---\n");
        var (project, home) = (RuntimeWorkshop.Tree(workshop.Repository.Path), RuntimeWorkshop.Tree(workshop.Home.Path));
        AgentRuntime[] runtimes = hasReceipt ? [.. RuntimeCatalog.All] : [RuntimeWorkshop.Claude, RuntimeWorkshop.Codex, Find("gemini")];
        Install(workshop, level, runtimes);
        if (!hasReceipt)
            File.Delete(Path.Combine(workshop.Repository.Path, ".git", "coderelay", "hooks.json"));

        workshop.Uninstall(level, runtimes);

        Assert.Equal(project, RuntimeWorkshop.Tree(workshop.Repository.Path));
        Assert.Equal(home, RuntimeWorkshop.Tree(workshop.Home.Path));
    }

    [Theory]
    [InlineData(".claude/skills/inbox/SKILL.md", "was not written by coderelay")]
    [InlineData(".claude/skills/inbox/notes.md", "is a directory that coderelay did not write")]
    [InlineData(".claude/skills/inbox/SKILL.md/x", "is a directory")]
    public void What_somebody_else_has_under_that_name_is_refused_before_anything_is_written(string file, string reason)
    {
        using var workshop = new RuntimeWorkshop();
        workshop.Repository.Write(file, "mine");
        var before = RuntimeWorkshop.Tree(workshop.Repository.Path);

        var error = Assert.Throws<IOException>(() => Install(workshop, SettingsLevel.Project, RuntimeWorkshop.Claude));
        workshop.Uninstall(RuntimeWorkshop.Claude);

        Assert.Contains(reason, error.Message, StringComparison.Ordinal);
        Assert.Equal(before, RuntimeWorkshop.Tree(workshop.Repository.Path));
    }

    [Fact]
    public void The_link_of_the_original_is_refused_and_what_it_leads_to_is_not_touched()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "links need rights there");
        using var workshop = new RuntimeWorkshop();
        workshop.Home.Write("clone/skill/SKILL.md", $"<!-- {CompanionFile.Mark} -->");
        Directory.CreateDirectory(Path.Combine(workshop.Home.Path, ".claude", "skills"));
        Directory.CreateSymbolicLink(Path.Combine(workshop.Home.Path, ".claude", "skills", "handoff"), Path.Combine(workshop.Home.Path, "clone", "skill"));
        var before = RuntimeWorkshop.Tree(workshop.Home.Path);

        var error = Assert.Throws<IOException>(() => Install(workshop, SettingsLevel.User, RuntimeWorkshop.Claude));
        workshop.Uninstall(SettingsLevel.User, RuntimeWorkshop.Claude);

        Assert.Contains("is a link to", error.Message, StringComparison.Ordinal);
        Assert.Equal(before, RuntimeWorkshop.Tree(workshop.Home.Path));
    }

    [Fact]
    public void A_skill_of_an_older_form_is_replaced()
    {
        using var workshop = new RuntimeWorkshop();
        workshop.Repository.Write(".agents/skills/wrap/SKILL.md", $"old\n<!-- {CompanionFile.Mark} -->\n");

        Install(workshop, SettingsLevel.Project, RuntimeWorkshop.Codex);

        Assert.Equal(Skill.All.Single(skill => skill.Name == "wrap").Text, workshop.Repository.Read(".agents/skills/wrap/SKILL.md"));
        workshop.Uninstall(RuntimeWorkshop.Codex);
        Assert.False(workshop.Repository.Exists(".agents"));
    }

    [Fact]
    public void They_come_only_when_asked_for()
    {
        using var workshop = new RuntimeWorkshop();

        workshop.Install(RuntimeWorkshop.Claude, RuntimeWorkshop.Codex);

        Assert.False(workshop.Repository.Exists(".agents") || workshop.Repository.Exists(".claude/skills"));
    }

    [Fact]
    public void Gemini_gets_them_as_slash_commands_too()
    {
        using var workshop = new RuntimeWorkshop();

        Install(workshop, SettingsLevel.Project, Find("gemini"));

        foreach (var skill in Skill.All)
        {
            var text = workshop.Repository.Read($".gemini/commands/{skill.Name}.toml");
            var toml = TomlDocument.Parse("command", Encoding.UTF8.GetBytes(text)).Tables[0];
            Assert.Equal(skill.Description, toml["description"]!.Value);
            Assert.Contains("coderelay ", toml["prompt"]!.Value, StringComparison.Ordinal);
            Assert.Contains("{{args}}", toml["prompt"]!.Value, StringComparison.Ordinal);
            Assert.DoesNotContain("<!--", text, StringComparison.Ordinal);
        }
    }

    private static HookInstallation Install(RuntimeWorkshop workshop, SettingsLevel level, params AgentRuntime[] runtimes) =>
        HookInstaller.Install(Repository.Discover(workshop.Repository.Path), runtimes, level, environment: workshop.Environment, extras: InstallExtras.Skills);

    private static AgentRuntime Find(string id) => RuntimeCatalog.All.Single(runtime => runtime.Id == id);
}
