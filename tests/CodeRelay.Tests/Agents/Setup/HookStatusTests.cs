using CodeRelay.Agents.Runtimes;
using CodeRelay.Agents.Setup;
using CodeRelay.Git;
using CodeRelay.Tests.Agents.Runtimes;

namespace CodeRelay.Tests.Agents.Setup;

/// <summary>Which hooks would really fire, and what keeps the others from it.</summary>
public sealed class HookStatusTests
{
    [Fact]
    public void Nothing_fires_where_nothing_is_installed()
    {
        using var workshop = WithCommand();

        Assert.All(RuntimeCatalog.All, runtime => Assert.Equal(HookReadiness.No, Read(workshop, runtime.Id).Readiness));
    }

    [Theory]
    [InlineData("claude-code", HookReadiness.AfterTrust)]
    [InlineData("codex", HookReadiness.AfterTrust)]
    [InlineData("gemini", HookReadiness.AfterTrust)]
    [InlineData("copilot", HookReadiness.AfterTrust)]
    [InlineData("vscode", HookReadiness.AfterTrust)]
    [InlineData("cursor", HookReadiness.Yes)]
    [InlineData("opencode", HookReadiness.No)]
    [InlineData("goose", HookReadiness.Yes)]
    [InlineData("aider", HookReadiness.Yes)]
    [InlineData("cline", HookReadiness.No)]
    public void In_a_project_some_wait_for_trust(string id, HookReadiness expected)
    {
        using var workshop = WithCommand();
        workshop.Install(Runtime(id));

        Assert.Equal(expected, Read(workshop, id).Readiness);
    }

    [Theory]
    [InlineData("1.14.2", HookReadiness.Yes)]
    [InlineData("2.0.7", HookReadiness.No)]
    public void The_plugin_of_opencode_fires_in_version_1_only(string version, HookReadiness expected)
    {
        using var workshop = WithCommand();
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(workshop.Home.Write("bin/opencode", $"#!/bin/sh\necho {version}\n"), UnixFileMode.UserRead | UnixFileMode.UserExecute);
        workshop.Install(Runtime("opencode"));

        var status = Read(workshop, "opencode");

        Assert.Equal((version, expected), (status.Version, status.Readiness));
    }

    [Theory]
    [InlineData("gemini")]
    [InlineData("copilot")]
    [InlineData("qwen")]
    [InlineData("kimi")]
    [InlineData("goose")]
    public void Without_the_command_a_bare_line_does_nothing(string id)
    {
        using var workshop = new RuntimeWorkshop();
        workshop.Install(SettingsLevel.User, Runtime(id));

        var status = Read(workshop, id);

        Assert.Equal(HookReadiness.No, status.Readiness);
        Assert.Contains(status.Open, step => step.Contains("not on PATH", StringComparison.Ordinal));
    }

    [Fact]
    public void Without_the_command_a_script_steps_in()
    {
        using var workshop = new RuntimeWorkshop();
        workshop.Install(RuntimeWorkshop.Claude);

        Assert.Equal(HookReadiness.AfterTrust, Read(workshop, "claude-code").Readiness);
    }

    [Theory]
    [InlineData("gemini", ".gemini/settings.json", "{ \"hooksConfig\": { \"enabled\": false } }", "hooksConfig.enabled")]
    [InlineData("qwen", ".qwen/settings.json", "{ \"disableAllHooks\": true }", "disableAllHooks")]
    [InlineData("claude-code", ".claude/settings.json", "{ \"disableAllHooks\": true }", "disableAllHooks")]
    public void Hooks_that_are_switched_off_do_not_fire_and_the_switch_is_named(string id, string file, string settings, string name)
    {
        using var workshop = WithCommand();
        workshop.Repository.Write(file, settings);
        workshop.Install(Runtime(id));

        var status = Read(workshop, id);

        Assert.Equal(HookReadiness.No, status.Readiness);
        Assert.Contains(status.Open, step => step.Contains(name, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("vscode")]
    [InlineData("copilot")]
    public void Who_reads_claudes_settings_needs_nothing_more(string id)
    {
        using var workshop = WithCommand();
        workshop.Install(RuntimeWorkshop.Claude);

        var status = Read(workshop, id);

        Assert.Equal((HookReadiness.AfterTrust, false), (status.Readiness, status.Project.IsInstalled));
        Assert.Contains(status.Open, step => step.Contains("nothing more has to be installed", StringComparison.Ordinal));
        Assert.DoesNotContain(status.Open, step => step.Contains("not installed", StringComparison.Ordinal));

        workshop.Install(Runtime(id));
        Assert.Contains(Read(workshop, id).Open, step => step.Contains("get one answer", StringComparison.Ordinal));
    }

    [Fact]
    public void VS_Code_and_Copilot_share_one_file_and_one_entry()
    {
        using var workshop = WithCommand();

        var installation = workshop.Install(Runtime("vscode"), Runtime("copilot"));

        Assert.Equal(".github/hooks/coderelay.json", Assert.Single(installation.Changes).Path);
        Assert.All(new[] { "vscode", "copilot" }, id => Assert.True(Read(workshop, id).Project.IsInstalled));
    }

    [Theory]
    [InlineData("claude-code", ".claude/settings.json", "/home/dev/agent-handoff/adapters/claude-code/hooks/surface-handoffs.sh")]
    [InlineData("codex", ".codex/hooks.json", "/home/dev/agent-handoff/adapters/codex-cli/hooks/surface-handoffs.sh")]
    public void The_hook_of_agent_handoff_is_told_and_left_alone(string id, string file, string script)
    {
        using var workshop = WithCommand();
        var before = $$$"""{"hooks":{"SessionStart":[{"hooks":[{"type":"command","command":"{{{script}}}"}]}]}}""";
        workshop.Repository.Write(file, before);
        workshop.Install(Runtime(id));

        Assert.Single(Read(workshop, id).Open, step => step.Contains("agent-handoff", StringComparison.Ordinal));
        Assert.Contains(script, workshop.Repository.Read(file), StringComparison.Ordinal);
        workshop.Uninstall(Runtime(id));
        Assert.Equal(before, workshop.Repository.Read(file));
    }

    [Fact]
    public void Settings_that_lack_one_of_our_events_are_of_an_older_form()
    {
        using var workshop = WithCommand();
        workshop.Repository.Write(".claude/settings.json", """{"hooks":{"SessionStart":[{"hooks":[{"type":"command","command":"coderelay hook session-start --runtime claude-code || exit 0"}]}]}}""");

        Assert.Contains(Read(workshop, "claude-code").Open, step => step.Contains("older version", StringComparison.Ordinal));
    }

    [Fact]
    public void Every_runtime_tells_what_it_cannot_do()
    {
        using var workshop = WithCommand();

        Assert.All(RuntimeCatalog.All, runtime => Assert.All(runtime.Notes, note => Assert.Contains(note, Read(workshop, runtime.Id).Open)));
    }

    private static RuntimeWorkshop WithCommand()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "a program is a file with an extension there");
        var workshop = new RuntimeWorkshop();
        workshop.Set("PATH", Path.Combine(workshop.Home.Path, "bin"));
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(workshop.Home.Write("bin/coderelay", "#!/bin/sh\n"), UnixFileMode.UserRead | UnixFileMode.UserExecute);
        return workshop;
    }

    private static AgentRuntime Runtime(string id) => RuntimeCatalog.All.Single(runtime => runtime.Id == id);

    private static HookStatus Read(RuntimeWorkshop workshop, string id) => HookStatus.Read(Runtime(id), Repository.Discover(workshop.Repository.Path), workshop.Environment);
}
