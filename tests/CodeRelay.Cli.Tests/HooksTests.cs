using System.Text.Json;

namespace CodeRelay.Cli.Tests;

/// <summary>`coderelay hooks` as users run it.</summary>
public sealed class HooksTests
{
    private const string Schema = "schemas/hooks-1.schema.json";

    [Fact]
    public void Installing_tells_what_it_did_to_each_file_and_what_is_left_to_do()
    {
        using var place = new Place();
        place.Repository.Write(".claude/settings.json", "{\n  \"model\": \"opus\"\n}\n");

        var first = place.Run("hooks install --runtimes claude,codex", "sub");
        var second = place.Run("hooks install --runtimes claude-code --runtimes codex");

        Assert.Equal((0, ""), (first.ExitCode, first.Error));
        Assert.StartsWith(
            "merged  .claude/settings.json\nwrote   .claude/hooks/coderelay-hook.sh\nwrote   .claude/hooks/.gitattributes\nwrote   .codex/hooks.json\nwrote   .codex/hooks/coderelay-hook.sh\nwrote   .codex/hooks/coderelay-hook.ps1\nopen    ",
            first.Output,
            StringComparison.Ordinal);
        Assert.Contains("/hooks", first.Output, StringComparison.Ordinal);
        Assert.Equal(6, second.Output.Split('\n').Count(line => line.StartsWith("kept    ", StringComparison.Ordinal)));
    }

    [Fact]
    public void Uninstalling_gives_everything_back()
    {
        using var place = new Place();
        var settings = place.Repository.Write(".claude/settings.json", "{ // mine\n}");
        place.Run("hooks install --runtimes all");

        var result = place.Run("hooks uninstall --runtimes all");

        Assert.Equal((0, ""), (result.ExitCode, result.Error));
        Assert.Equal("{ // mine\n}", File.ReadAllText(settings));
        Assert.Equal([".claude/settings.json"], Files(place));
        Assert.Equal("nothing to do\n", place.Run("hooks uninstall --runtimes codex").Output);
    }

    [Fact]
    public void The_mcp_server_is_registered_on_request_told_by_the_status_and_gone_with_the_hooks()
    {
        using var place = new Place();
        var settings = place.Repository.Write(".mcp.json", "{\n  \"mcpServers\": { \"docs\": { \"url\": \"http://localhost:1\" } } // mine\n}");

        Assert.DoesNotContain("registered", place.Run("hooks install --runtimes claude-code").Output, StringComparison.Ordinal);
        var install = place.Run("hooks install --mcp --runtimes claude-code,copilot,aider,kimi");
        var status = place.Run("hooks status --runtimes claude-code,copilot,aider");
        var json = Schemas.Verify(Schema, place.Run("hooks status --runtimes claude-code --format json").Output).GetProperty("runtimes")[0].GetProperty("mcp");

        Assert.Equal((0, ""), (install.ExitCode, install.Error));
        Assert.Contains("merged  .mcp.json\n", install.Output, StringComparison.Ordinal);
        Assert.Contains("open    Claude Code asks once before it starts a server of .mcp.json", install.Output, StringComparison.Ordinal);
        Assert.Contains("open    Aider does not support MCP servers\n", install.Output, StringComparison.Ordinal);
        Assert.Contains("open    Kimi reads MCP servers only from the user's settings: coderelay hooks install --mcp --user --runtimes kimi\n", install.Output, StringComparison.Ordinal);
        Assert.Equal(2, status.Output.Split('\n').Count(line => line.StartsWith("  mcp      registered     .mcp.json", StringComparison.Ordinal)));
        Assert.Contains("  open     Aider does not support MCP servers\n", status.Output, StringComparison.Ordinal);
        Assert.True(json.GetProperty("project").GetProperty("installed").GetBoolean());
        Assert.False(json.GetProperty("user").GetProperty("installed").GetBoolean());
        Assert.Equal("coderelay", JsonDocument.Parse(File.ReadAllText(settings), new JsonDocumentOptions { CommentHandling = JsonCommentHandling.Skip }).RootElement.GetProperty("mcpServers").GetProperty("coderelay").GetProperty("command").GetString());

        place.Run("hooks uninstall --runtimes all");
        Assert.Equal("{\n  \"mcpServers\": { \"docs\": { \"url\": \"http://localhost:1\" } } // mine\n}", File.ReadAllText(settings));
    }

    [Fact]
    public void A_settings_file_that_does_not_parse_changes_nothing_and_is_named_with_its_place()
    {
        using var place = new Place();
        var settings = place.Repository.Write(".codex/hooks.json", "{\n  \"hooks\": {,}\n}\n");

        var result = place.Run("hooks install --runtimes all");

        Assert.Equal((2, ""), (result.ExitCode, result.Output));
        Assert.Contains($"{settings}(2,13): not valid JSON", result.Error, StringComparison.Ordinal);
        Assert.False(place.Repository.Exists(".claude"));
    }

    [Theory]
    [InlineData(".aider.conf.yml", "model: opus\n  read: [\n", "(2,7)")]
    [InlineData(".cursor/hooks.json", "{ \"version\": 1,, }", "(1,16)")]
    [InlineData(".codex/config.toml", "[features\n", "(1,10)")]
    public void Settings_in_any_format_stop_all_installs(string file, string text, string position)
    {
        using var place = new Place();
        var settings = place.Repository.Write(file, text);

        var result = place.Run("hooks install --runtimes all");

        Assert.Equal((2, ""), (result.ExitCode, result.Output));
        Assert.Contains($"{settings}{position}: not valid", result.Error, StringComparison.Ordinal);
        Assert.Equal([file], Files(place));
    }

    [Fact]
    public void A_directory_in_the_way_is_refused()
    {
        using var place = new Place();
        Directory.CreateDirectory(Path.Combine(place.Repository.Path, ".opencode", "plugins", "coderelay.js"));

        var result = place.Run("hooks install --runtimes claude-code,opencode");

        Assert.Equal((3, ""), (result.ExitCode, result.Output));
        Assert.Contains("coderelay.js is a directory and is in the place of our file", result.Error, StringComparison.Ordinal);
        Assert.Empty(Files(place));
    }

    [Fact]
    public void A_runtime_without_hooks_says_so()
    {
        using var place = new Place();

        var result = place.Run("hooks install --runtimes amp,kimi");

        Assert.Equal((0, ""), (result.ExitCode, result.Error));
        Assert.StartsWith("wrote   AGENTS.md\nopen    Kimi has hooks only in the user's settings: coderelay hooks install --user --runtimes kimi\nopen    Amp has no known hook", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Skills_come_when_asked_for_and_go_with_the_hooks()
    {
        using var place = new Place();

        var installed = place.Run("hooks install --runtimes claude-code,codex --skills");
        Assert.Equal((0, ""), (installed.ExitCode, installed.Error));
        Assert.Contains("\nwrote   .claude/skills/handoff/SKILL.md\n", installed.Output, StringComparison.Ordinal);
        Assert.Contains("\nwrote   .agents/skills/wrap/SKILL.md\n", installed.Output, StringComparison.Ordinal);
        place.Run("hooks uninstall --runtimes claude-code,codex");

        Assert.Empty(Files(place));
    }

    [Fact]
    public void The_lines_for_codex_come_when_asked_for()
    {
        using var place = new Place();
        place.Home.Write(".codex/AGENTS.md", "mine");

        place.Run("hooks install --user --runtimes codex --block");
        Assert.StartsWith("mine\n\n<!-- coderelay:relay:begin -->\n", place.Home.Read(".codex/AGENTS.md"), StringComparison.Ordinal);
        place.Run("hooks uninstall --user --runtimes codex");

        Assert.Equal("mine", place.Home.Read(".codex/AGENTS.md"));
    }

    [Fact]
    public void A_dry_run_changes_nothing()
    {
        using var place = new Place();

        var result = place.Run("hooks install --runtimes codex --dry-run");

        Assert.StartsWith("nothing was changed; without --dry-run:\nwrote   .codex/hooks.json\n", result.Output, StringComparison.Ordinal);
        Assert.False(place.Repository.Exists(".codex"));
    }

    [Fact]
    public void At_user_level_the_settings_in_the_home_directory_are_meant()
    {
        using var place = new Place();

        var result = place.Run("hooks install --user --runtimes claude-code");

        Assert.StartsWith($"wrote   {Path.Combine(place.Home.Path, ".claude", "settings.json")}\nopen    ", result.Output, StringComparison.Ordinal);
        Assert.False(place.Repository.Exists(".claude"));
    }

    [Fact]
    public void Only_runtimes_that_are_found_get_hooks_unless_they_are_named()
    {
        using var place = new Place();
        var nothing = place.Run("hooks install");
        Assert.Equal((3, ""), (nothing.ExitCode, nothing.Output));
        Assert.Contains("--runtimes", nothing.Error, StringComparison.Ordinal);

        Directory.CreateDirectory(Path.Combine(place.Home.Path, ".codex"));
        place.Run("hooks install");

        Assert.True(place.Repository.Exists(".codex/hooks.json"));
        Assert.False(place.Repository.Exists(".claude"));
    }

    [Theory]
    [InlineData("hooks", "install, uninstall, status")]
    [InlineData("hooks install --runtimes nonsense", "unknown runtime 'nonsense'; valid are claude-code, codex")]
    [InlineData("hooks install --user --project", "exclude each other")]
    [InlineData("hooks status --format xml", "valid are text, json")]
    public void Wrong_usage_names_what_is_valid(string line, string expected)
    {
        using var place = new Place();

        var result = place.Run(line);

        Assert.Equal((2, ""), (result.ExitCode, result.Output));
        Assert.Contains(expected, result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void The_status_is_the_shape_that_scripts_rely_on()
    {
        using var place = new Place();
        var claude = place.Program("claude", "echo '2.1.240 (Claude Code)'");
        place.Run("hooks install --runtimes claude-code");
        place.Run("hooks install --runtimes codex --user");

        var json = Schemas.Verify(Schema, place.Run("hooks status --format json").Output);

        var runtimes = json.GetProperty("runtimes").EnumerateArray().ToDictionary(runtime => runtime.GetProperty("id").GetString()!);
        Assert.Equal(["claude-code", "codex", "gemini", "copilot", "vscode", "cursor", "opencode", "qwen", "kimi", "goose", "cline", "windsurf", "aider", "amp", "generic"], runtimes.Keys);
        Assert.True(runtimes["claude-code"].GetProperty("detected").GetBoolean());
        Assert.Equal(claude ? "2.1.240" : null, runtimes["claude-code"].GetProperty("version").GetString());
        Assert.Equal("""{"installed":true,"file":".claude/settings.json"}""", Compact(runtimes["claude-code"].GetProperty("project")));
        Assert.False(runtimes["claude-code"].GetProperty("user").GetProperty("installed").GetBoolean());
        Assert.True(runtimes["codex"].GetProperty("user").GetProperty("installed").GetBoolean());
        Assert.Equal(Path.Combine(place.Home.Path, ".codex", "hooks.json"), runtimes["codex"].GetProperty("user").GetProperty("file").GetString());
        Assert.Equal("""{"installed":false,"file":null}""", Compact(runtimes["kimi"].GetProperty("project")));
        Assert.Equal(["follow-up", "inject", "yes", "no"], new[] { "stop", "sessionStart", "preCompact", "fires" }.Select(name => runtimes["cursor"].GetProperty(name).GetString()));
        Assert.Contains(runtimes["codex"].GetProperty("open").EnumerateArray(), step => step.GetString()!.Contains("/hooks", StringComparison.Ordinal));
    }

    [Fact]
    public void Installing_as_json_has_the_same_shape_with_the_changes()
    {
        using var place = new Place();

        var json = Schemas.Verify(Schema, place.Run("hooks install --runtimes codex --format json").Output);

        Assert.Equal(["wrote", "wrote", "wrote"], json.GetProperty("changes").EnumerateArray().Select(change => change.GetProperty("change").GetString()!));
        Assert.Equal("codex", Assert.Single(json.GetProperty("runtimes").EnumerateArray()).GetProperty("id").GetString());
    }

    [Fact]
    public void The_status_as_text_names_each_runtime_with_its_levels()
    {
        using var place = new Place();
        place.Run("hooks install --runtimes claude-code");

        var lines = place.Run("hooks status").Output.Split('\n');

        Assert.Equal("claude-code  Claude Code (no program on PATH)", lines[0]);
        Assert.Equal("  project  installed      .claude/settings.json", lines[1]);
        Assert.Equal("  can      stop block, session-start inject, pre-compact yes", lines[3]);
        Assert.Equal("  fires    after-trust", lines[4]);
        Assert.Contains("codex        not found", lines);
        Assert.Equal("  can      stop none, session-start none, pre-compact none", lines[Array.IndexOf(lines, "windsurf     not found") + 1]);
        Assert.Contains(lines, line => line.StartsWith("  open     Windsurf has no event at the start of a session", StringComparison.Ordinal));
    }

    private static IEnumerable<string> Files(Place place) =>
        Directory.GetFiles(place.Repository.Path, "*", SearchOption.AllDirectories).Select(file => Path.GetRelativePath(place.Repository.Path, file).Replace('\\', '/')).Where(file => !file.StartsWith(".git/", StringComparison.Ordinal));

    private static string Compact(JsonElement element) => JsonSerializer.Serialize(element);
}
