using System.Text.Json;
using System.Text.Json.Nodes;
using CodeRelay.Agents.Runtimes;
using CodeRelay.Files;

namespace CodeRelay.Tests.Agents.Runtimes.Fallback;

/// <summary>The hook lines of project settings, run by real shells as the runtimes run them.</summary>
public sealed class HookLineTests
{
    private const string Payload = """{"session_id":"s","hook_event_name":"Stop","stop_hook_active":false}""";

    /// <summary>Shell × runtime; a shell that is not there is skipped.</summary>
    public static TheoryData<string, string> Lines => new(
        from shell in new[] { "sh", "dash", "bash", "zsh" }
        from runtime in new[] { "claude-code", "codex" }
        select (shell, runtime));

    [Theory]
    [MemberData(nameof(Lines))]
    public void Without_the_command_the_five_minute_rule_holds(string shell, string runtime)
    {
        using var project = new Project(shell, runtime);
        project.WriteHandoff("HANDOFF.md", age: 298);
        project.AssertSilent(Payload);

        project.WriteHandoff("HANDOFF.md", age: 301);
        Assert.StartsWith("HANDOFF.md was last written 5 minutes ago", project.Reason(Payload), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Lines))]
    public void Without_command_and_packet_there_is_nothing_to_say(string shell, string runtime)
    {
        using var project = new Project(shell, runtime);

        project.AssertSilent(Payload);
        project.AssertSilent(Payload, name: "SessionStart");
    }

    [Theory]
    [MemberData(nameof(Lines))]
    public void Without_the_script_too_the_agent_is_let_go(string shell, string runtime)
    {
        using var project = new Project(shell, runtime);
        project.WriteHandoff("HANDOFF.md", age: 4000);
        foreach (var script in Directory.GetFiles(project.Path, "coderelay-hook.*", SearchOption.AllDirectories))
            File.Delete(script);

        project.AssertSilent(Payload);
    }

    [Theory]
    [MemberData(nameof(Lines))]
    public void The_command_gets_the_call_where_it_is_installed(string shell, string runtime)
    {
        using var project = new Project(shell, runtime);
        project.WriteHandoff("HANDOFF.md", age: 4000);
        project.InstallCommand("printf '%s ' \"$@\"; cat");

        Assert.Equal($"hook stop --runtime {runtime} {Payload}", project.Run(Payload).Output);
        Assert.Equal($"hook session-start --runtime {runtime} {Payload}", project.Run(Payload, name: "SessionStart").Output);
    }

    [Theory]
    [InlineData("""{ "stop_hook_active" : true }""")]
    [InlineData("{\n  \"cwd\": \"/x\",\n  \"stop_hook_active\":\ttrue\n}")]
    [InlineData("""{"background_tasks": [ {"id": "b1"} ], "stop_hook_active": false}""")]
    public void Loops_and_background_work_are_let_go_by_the_script(string payload)
    {
        using var project = new Project("sh", "claude-code");
        project.WriteHandoff("HANDOFF.md", age: 4000);

        project.AssertSilent(payload);
    }

    [Theory]
    [InlineData("""{"background_tasks": [ ], "stop_hook_active": false}""")]
    [InlineData("""{"last_assistant_message": "I set \"stop_hook_active\":true and \"background_tasks\":[1]"}""")]
    [InlineData("")]
    [InlineData("no json")]
    public void Words_in_a_message_do_not_pass_for_flags(string payload)
    {
        using var project = new Project("sh", "codex");
        project.WriteHandoff("HANDOFF.md", age: 4000);

        project.Reason(payload);
    }

    [Theory]
    [InlineData("src/HANDOFF.md")]
    [InlineData(".coderelay/HANDOFF.md")]
    [InlineData("a b/\"ü\"/HANDOFF.md")]
    public void The_script_finds_the_packet_from_a_sub_directory(string path)
    {
        using var project = new Project("sh", "codex") { Below = "sub dir" };
        project.WriteHandoff(path, age: 4000);

        Assert.StartsWith(path + " was last written 66 minutes ago", project.Reason(Payload), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("templates/new/HANDOFF.md")]
    [InlineData("notes/Archive/HANDOFF.md")]
    [InlineData("examples/HANDOFF.md")]
    public void Forms_and_records_of_other_times_are_nobodys_packet(string path)
    {
        using var project = new Project("sh", "codex");
        project.WriteHandoff(path, age: 4000);

        project.AssertSilent(Payload);
    }

    [Fact]
    public void Of_several_packets_the_script_always_takes_the_same()
    {
        using var project = new Project("sh", "codex");
        project.WriteHandoff("z/HANDOFF.md", age: 4000);
        project.WriteHandoff("b/c/HANDOFF.md", age: 10);
        project.WriteHandoff("node_modules/HANDOFF.md", age: 10);
        project.AssertSilent(Payload);

        project.WriteHandoff("docs/HANDOFF.md", age: 4000);
        Assert.StartsWith("docs/HANDOFF.md", project.Reason(Payload), StringComparison.Ordinal);
    }

    [Fact]
    public void The_kill_switch_silences_the_script()
    {
        using var project = new Project("sh", "claude-code");
        project.WriteHandoff("HANDOFF.md", age: 4000);

        project.AssertSilent(Payload, disabled: true);
    }

    [Theory]
    [InlineData("pwsh")]
    [InlineData("powershell")]
    public void PowerShell_does_the_same(string shell)
    {
        using var project = new Project(shell, "codex");
        project.WriteHandoff("src/HANDOFF.md", age: 290);
        project.AssertSilent(Payload);
        project.AssertSilent(Payload, name: "SessionStart");

        project.WriteHandoff("src/HANDOFF.md", age: 301);
        Assert.StartsWith("src/HANDOFF.md was last written 5 minutes ago", project.Reason(Payload), StringComparison.Ordinal);
        project.AssertSilent("""{ "stop_hook_active" : true }""");
        project.AssertSilent("""{"background_tasks": [ {"id": "b1"} ]}""");
        project.AssertSilent("no json");
        project.AssertSilent(Payload, disabled: true);
    }

    /// <summary>A repository with the hooks installed, a shell, and no coderelay on PATH.</summary>
    private sealed class Project : IDisposable
    {
        private readonly RuntimeWorkshop _workshop = new();
        private readonly TemporaryDirectory _bin = new();
        private readonly string _shell;
        private readonly AgentRuntime _runtime;

        public Project(string shell, string runtime)
        {
            Assert.SkipWhen(ExecutableFinder.Find(shell) is null, $"{shell} is not here");
            Assert.SkipWhen(OperatingSystem.IsWindows() && shell is "sh" or "dash" or "zsh", "the lines of Windows run in PowerShell");
            _shell = ExecutableFinder.Find(shell)!;
            _runtime = RuntimeCatalog.All.Single(candidate => candidate.Id == runtime);
            _workshop.Install(_runtime);
        }

        public string Path => _workshop.Repository.Path;

        /// <summary>The directory below the top level that the session runs in.</summary>
        public string Below { get; init; } = "";

        public void WriteHandoff(string path, double age) =>
            File.SetLastWriteTimeUtc(_workshop.Repository.Write(path, "# Handoff\n"), DateTime.UtcNow.AddSeconds(-age));

        public void InstallCommand(string body)
        {
            var command = _bin.Write("coderelay", $"#!/bin/sh\n{body}\n");
            if (!OperatingSystem.IsWindows())
                File.SetUnixFileMode(command, UnixFileMode.UserRead | UnixFileMode.UserExecute);
        }

        public ProcessResult Run(string payload, string name = "Stop", bool disabled = false)
        {
            var settings = _runtime.Hooks!.Settings(new SettingsScope(SettingsLevel.Project, Path, _workshop.Environment))!;
            var handler = JsonNode.Parse(File.ReadAllText(settings.Path))!["hooks"]![name]![0]!["hooks"]![0]!;
            var isPowerShell = _shell.Contains("pwsh", StringComparison.Ordinal) || _shell.Contains("powershell", StringComparison.OrdinalIgnoreCase);
            var line = (string)(handler[isPowerShell ? "commandWindows" : "command"] ?? handler["command"])!;
            var directory = System.IO.Path.Combine(Path, Below);
            Directory.CreateDirectory(directory);
            return ProcessRunner.Run(_shell, isPowerShell ? ["-NoProfile", "-Command", line.Replace("powershell ", $"& '{_shell}' ", StringComparison.Ordinal)] : ["-c", line], directory, payload, new Dictionary<string, string?>
            {
                ["PATH"] = $"{_bin.Path}{System.IO.Path.PathSeparator}{string.Join(System.IO.Path.PathSeparator, Environment.GetEnvironmentVariable("PATH")!.Split(System.IO.Path.PathSeparator).Where(entry => !File.Exists(System.IO.Path.Combine(entry, "coderelay"))))}",
                ["CLAUDE_PROJECT_DIR"] = Path,
                ["CODERELAY_DISABLED"] = disabled ? "1" : null,
            });
        }

        public void AssertSilent(string payload, string name = "Stop", bool disabled = false)
        {
            var result = Run(payload, name, disabled);
            Assert.Equal((0, ""), (result.ExitCode, result.Output));
        }

        public string Reason(string payload)
        {
            var result = Run(payload);
            Assert.True(result.ExitCode == 0, result.Error);
            using var json = JsonDocument.Parse(result.Output);
            Assert.Equal(["decision", "reason"], json.RootElement.EnumerateObject().Select(member => member.Name));
            Assert.Equal("block", json.RootElement.GetProperty("decision").GetString());
            var reason = json.RootElement.GetProperty("reason").GetString()!;
            Assert.InRange(reason.Length, 1, 1000);
            return reason;
        }

        public void Dispose()
        {
            _workshop.Dispose();
            _bin.Dispose();
        }
    }
}
