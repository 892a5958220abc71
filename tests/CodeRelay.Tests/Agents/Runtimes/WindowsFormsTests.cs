using System.Text.Json.Nodes;
using CodeRelay.Agents.Runtimes;
using CodeRelay.Agents.Runtimes.Cursor;
using CodeRelay.Agents.Runtimes.Gemini;
using CodeRelay.Agents.Runtimes.Settings;
using CodeRelay.Files;

namespace CodeRelay.Tests.Agents.Runtimes;

/// <summary>What is written for Windows, as text: in PowerShell a quoted program is no call, and its version 5.1 does not know "or else".</summary>
public sealed class WindowsFormsTests
{
    private static readonly UserEnvironment Home = new("/home/dev", _ => null);

    [Theory]
    [InlineData("sessionStart", "session-start")]
    [InlineData("agentStop", "stop")]
    [InlineData("PreCompact", "pre-compact")]
    public void Copilot_and_VS_Code_have_a_line_for_each_shell(string name, string command)
    {
        foreach (var level in new[] { SettingsLevel.Project, SettingsLevel.User })
        {
            var entry = Hooks(Runtime("copilot").Hooks!.Settings(new SettingsScope(level, "/r", Home))!)[name]![0]!;
            Assert.Equal($"coderelay hook {command} --runtime copilot || exit 0", (string?)entry["bash"]);
            Assert.Equal($"coderelay hook {command} --runtime copilot; exit 0", (string?)entry["powershell"]);
            Assert.Null(entry["command"]);
        }
    }

    [Theory]
    [InlineData("SessionStart", "session-start")]
    [InlineData("Stop", "stop")]
    [InlineData("PreCompact", "pre-compact")]
    public void Codex_starts_a_script_by_a_bare_program(string name, string command) =>
        Assert.Equal(
            $"powershell -NoProfile -ExecutionPolicy Bypass -File .codex/hooks/coderelay-hook.ps1 {command}",
            (string?)Hooks(Runtime("codex").Hooks!.Settings(new SettingsScope(SettingsLevel.Project, "/r", Home))!)[name]![0]!["hooks"]![0]!["commandWindows"]);

    [Theory]
    [InlineData("claude-code")]
    [InlineData("codex")]
    [InlineData("qwen")]
    public void Lines_of_the_user_run_in_every_shell(string id) =>
        Assert.All(Hooks(Runtime(id).Hooks!.Settings(new SettingsScope(SettingsLevel.User, "/r", Home))!), member => Assert.Matches($"^coderelay hook [a-z-]+ --runtime {id}$", (string)member.Value![0]!["hooks"]![0]!["command"]!));

    [Fact]
    public void Gemini_takes_every_code_but_0_and_1_as_a_denial_so_only_powershell_gets_the_bare_line()
    {
        var windows = Hooks(GeminiRuntime.Settings(new SettingsScope(SettingsLevel.User, "/r", Home), isWindows: true));
        var unix = Hooks(GeminiRuntime.Settings(new SettingsScope(SettingsLevel.User, "/r", Home), isWindows: false));

        Assert.Equal("coderelay hook stop --runtime gemini", (string?)windows["AfterAgent"]![0]!["hooks"]![0]!["command"]);
        Assert.Equal("coderelay hook stop --runtime gemini || exit 0", (string?)unix["AfterAgent"]![0]!["hooks"]![0]!["command"]);
        Assert.Equal(30_000, (int?)unix["AfterAgent"]![0]!["hooks"]![0]!["timeout"]);
    }

    [Theory]
    [InlineData("sessionStart", "session-start")]
    [InlineData("stop", "stop")]
    [InlineData("preCompact", "pre-compact")]
    public void Cursor_starts_a_cmd(string name, string command)
    {
        var project = CursorHooks.Settings(new SettingsScope(SettingsLevel.Project, "/r", Home), isWindows: true);
        var script = Assert.Single(project.Companions);

        Assert.Equal($@".cursor\hooks\coderelay-hook.cmd {command}", (string?)Hooks(project)[name]![0]!["command"]);
        Assert.EndsWith($"coderelay-hook.cmd {command}", (string?)Hooks(CursorHooks.Settings(new SettingsScope(SettingsLevel.User, "/r", Home), isWindows: true))[name]![0]!["command"], StringComparison.Ordinal);
        Assert.Equal(Path.Combine("/r", ".cursor", "hooks", "coderelay-hook.cmd"), script.Path);
        Assert.Contains("coderelay hook %1 --runtime cursor\r\nexit /b 0\r\n", script.Content, StringComparison.Ordinal);
        Assert.Contains(CompanionFile.Mark, script.Content, StringComparison.Ordinal);
        Assert.Empty(CursorHooks.Settings(new SettingsScope(SettingsLevel.Project, "/r", Home), isWindows: false).Companions);
    }

    [Fact]
    public void Kimis_line_lets_its_exit_code_through() =>
        Assert.DoesNotContain("exit", Runtime("kimi").Hooks!.Settings(new SettingsScope(SettingsLevel.User, "/r", Home))!.Template, StringComparison.Ordinal);

    [Fact]
    public void Goose_gets_no_matcher_because_a_star_would_switch_the_rule_off() =>
        Assert.DoesNotContain("matcher", Runtime("goose").Hooks!.Settings(new SettingsScope(SettingsLevel.Project, "/r", Home))!.Template, StringComparison.Ordinal);

    private static AgentRuntime Runtime(string id) => RuntimeCatalog.All.Single(runtime => runtime.Id == id);

    private static JsonObject Hooks(HookSettings settings) => JsonNode.Parse(settings.Template)!["hooks"]!.AsObject();
}
