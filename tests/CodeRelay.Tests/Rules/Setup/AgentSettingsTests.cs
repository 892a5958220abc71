using CodeRelay.Analysis;

namespace CodeRelay.Tests.Rules.Setup;

/// <summary>The rules about settings that come with a repository: RLY8001 to RLY8004 and RLY8006.</summary>
public sealed class AgentSettingsTests
{
    private const string Claude = ".claude/settings.json";
    private const string Stop = "{ \"hooks\": [{ \"type\": \"command\", \"command\": \"coderelay hook stop --runtime claude-code || exit 0\" }] }";
    private const string Start = "{ \"hooks\": [{ \"type\": \"command\", \"command\": \"coderelay hook session-start --runtime claude-code || exit 0\" }] }";
    private const string Compact = "{ \"hooks\": [{ \"type\": \"command\", \"command\": \"coderelay hook pre-compact --runtime claude-code || exit 0\" }] }";

    [Fact]
    public void A_repository_that_never_heard_of_CodeRelay_gets_no_finding_about_hooks()
    {
        using var directory = new TemporaryDirectory();
        directory.Write(Claude, "{ \"disableAllHooks\": true, \"hooks\": { \"Stop\": [{ \"hooks\": [{ \"type\": \"command\", \"command\": \"./gone.sh\" }] }] } }");
        directory.Write(".codex/hooks.json", "{ \"version\": 1, \"hooks\": {} }");
        directory.Write(".gemini/settings.json", "{ \"hooksConfig\": { \"enabled\": false } }");

        Assert.Empty(directory.Findings("RLY8"));
    }

    [Fact]
    public void A_switch_is_found_behind_a_byte_order_mark_comments_and_CRLF()
    {
        using var directory = new TemporaryDirectory();
        directory.Write(Claude, $"\uFEFF{{\r\n  // The team's settings.\r\n  \"disableAllHooks\": true,\r\n  \"hooks\": {{ \"SessionStart\": [{Start}], \"Stop\": [{Stop}], \"PreCompact\": [{Compact}], }}\r\n}}\r\n");

        var finding = Assert.Single(directory.Findings("RLY8"));

        Assert.Equal(("RLY8001", Claude, 3, 3), Place(finding));
        Assert.Equal(27, finding.Range.EndColumn);
        Assert.StartsWith("hooks are switched off by disableAllHooks in .claude/settings.json, so", finding.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Codex_can_be_switched_off_in_another_file()
    {
        using var directory = new TemporaryDirectory();
        directory.Write(".codex/hooks.json", Codex(""));
        directory.Write(".codex/config.toml", "model = \"x\"\n\n[features]\nhooks = false\n");

        Assert.Equal(("RLY8001", ".codex/config.toml", 4, 1), Place(Assert.Single(directory.Findings("RLY8001"), finding => finding.File == ".codex/config.toml")));
    }

    [Fact]
    public void What_the_user_switched_off_for_themselves_is_no_finding()
    {
        using var directory = new TemporaryDirectory();
        directory.Write(".gemini/settings.json", """
            { "hooks": {
              "SessionStart": [{ "hooks": [{ "type": "command", "command": "coderelay hook session-start --runtime gemini" }] }],
              "AfterAgent": [{ "hooks": [{ "type": "command", "command": "coderelay hook stop --runtime gemini" }] }],
              "PreCompress": [{ "hooks": [{ "type": "command", "command": "coderelay hook pre-compact --runtime gemini" }] }] } }
            """);
        directory.Write(".claude/settings.local.json", "{ \"disableAllHooks\": true }");

        Assert.Empty(directory.Findings("RLY8"));
    }

    [Fact]
    public void Missing_events_are_named()
    {
        using var directory = new TemporaryDirectory();
        directory.Write(Claude, $"{{\n  \"hooks\": {{\n    \"Stop\": [{Stop}]\n  }}\n}}\n");

        var finding = Assert.Single(directory.Findings("RLY8001"));

        Assert.Equal(3, finding.Range.Line);
        Assert.Contains("for Stop but none for SessionStart and PreCompact, so Claude Code", finding.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_two_runtimes_share_is_reported_once()
    {
        using var directory = new TemporaryDirectory();
        directory.Write(".github/hooks/coderelay.json", "{ \"version\": 1, \"hooks\": {,} }");
        directory.Write(".mcp.json", "{");

        Assert.Equal([("RLY8003", ".github/hooks/coderelay.json"), ("RLY8003", ".mcp.json")], directory.Findings("RLY8").Select(finding => (finding.Rule.Id, finding.File)));
    }

    [Theory]
    [InlineData(Claude, "{\n  \"a\": 1 \"b\": 2\n}\n", 2)]
    [InlineData(".codex/config.toml", "[features]\nhooks = = true\n", 2)]
    [InlineData(".vscode/mcp.json", "{\r\n\r\n  \"servers\": [}\r\n", 3)]
    public void A_file_that_does_not_parse_is_reported_at_its_line(string file, string text, int line)
    {
        using var directory = new TemporaryDirectory();
        directory.Write(file, text);

        var finding = Assert.Single(directory.Findings("RLY8"));

        Assert.Equal(("RLY8003", file, line), (finding.Rule.Id, finding.File, finding.Range.Line));
    }

    [Theory]
    [InlineData(Claude, "")]
    [InlineData(Claude, "  \n")]
    [InlineData(Claude, "// nothing but a comment\n{ \"permissions\": { \"allow\": [], }, }")]
    public void An_empty_file_and_comments_are_no_fault(string file, string text)
    {
        using var directory = new TemporaryDirectory();
        directory.Write(file, text);

        Assert.Empty(directory.Findings("RLY8"));
    }

    [Fact]
    public void Settings_behind_a_link_that_leads_out_are_not_read()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "links need a right there");
        using var directory = new TemporaryDirectory();
        using var elsewhere = new TemporaryDirectory();
        Directory.CreateDirectory(Path.Combine(directory.Path, ".claude"));
        File.CreateSymbolicLink(Path.Combine(directory.Path, Claude), elsewhere.Write("settings.json", "{,}"));

        Assert.Empty(directory.Findings("RLY8"));
    }

    [Fact]
    public void Each_key_that_Codex_refuses_is_reported_at_its_place()
    {
        using var directory = new TemporaryDirectory();
        directory.Write(".codex/hooks.json", Codex("\"version\": 1,\n  \"$schema\": \"x\",\n  "));

        Assert.Equal([("RLY8004", ".codex/hooks.json", 2, 3), ("RLY8004", ".codex/hooks.json", 3, 3)], directory.Findings("RLY8004").Select(Place));
    }

    [Fact]
    public void A_script_has_to_be_there_on_every_system()
    {
        using var directory = new TemporaryDirectory();
        directory.Write(".codex/hooks.json", """
            { "hooks": { "Stop": [{ "hooks": [{
              "type": "command",
              "command": "coderelay hook stop --runtime codex || exit 0",
              "commandWindows": "powershell -NoProfile -ExecutionPolicy Bypass -File .codex/hooks/coderelay-hook.ps1 stop" }] }] } }
            """);

        var finding = Assert.Single(directory.Findings("RLY8006"));

        Assert.Contains("names .codex/hooks/coderelay-hook.ps1, which does not exist", finding.Message, StringComparison.Ordinal);
        directory.Write(".codex/hooks/coderelay-hook.ps1", "exit 0");
        Assert.Empty(directory.Findings("RLY8006"));
    }

    [Theory]
    [InlineData("# Written by `coderelay hooks install`\n", 1)]
    [InlineData("# somebody else's\n", 0)]
    public void A_script_that_is_started_directly_has_to_be_executable_where_we_wrote_it(string text, int findings)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "there is no such right there");
        using var directory = new TemporaryDirectory();
        directory.Write(Claude, "{ \"hooks\": { \"Stop\": [{ \"hooks\": [{ \"type\": \"command\", \"command\": \"\\\"$CLAUDE_PROJECT_DIR\\\"/.claude/hooks/coderelay-hook.sh stop\" }] }] } }");
        directory.Write(".claude/hooks/coderelay-hook.sh", "#!/bin/sh\n" + text);

        Assert.Equal(findings, directory.Findings("RLY8006").Count);
    }

    [Theory]
    [InlineData("$HOME/bin/coderelay-hook.sh stop")]
    [InlineData("sh ~/coderelay-hook.sh stop")]
    [InlineData("sh /opt/coderelay-hook.sh stop")]
    [InlineData("coderelay hook stop")]
    public void What_depends_on_the_machine_is_doctors(string command)
    {
        using var directory = new TemporaryDirectory();
        directory.Write(Claude, $"{{ \"hooks\": {{ \"Stop\": [{{ \"hooks\": [{{ \"type\": \"command\", \"command\": \"{command}\" }}] }}] }} }}");

        Assert.Empty(directory.Findings("RLY8006"));
    }

    [Fact]
    public void What_the_installer_writes_has_no_finding()
    {
        using var repository = new TemporaryRepository();
        CodeRelay.Agents.Setup.HookInstaller.Install(CodeRelay.Git.Repository.Discover(repository.Path), CodeRelay.Agents.Runtimes.RuntimeCatalog.All, CodeRelay.Agents.Runtimes.SettingsLevel.Project);

        Assert.Empty(repository.Findings("RLY8"));
    }

    [Fact]
    public void Severities_hold_for_the_settings_file()
    {
        using var directory = new TemporaryDirectory();
        directory.Write(".mcp.json", "{");
        directory.Write(Claude, "{");
        directory.Write(".editorconfig", "[.claude/**]\ndotnet_diagnostic.RLY8003.severity = error\n");
        directory.Write("coderelay.yml", "rules: { settings-do-not-parse: off }\n");

        Assert.Equal([(Claude, Severity.Error)], directory.Findings("RLY8003").Select(finding => (finding.File, finding.Severity)));
    }

    private static string Codex(string before) =>
        $"{{\n  {before}\"hooks\": {{ \"Stop\": [{{ \"hooks\": [{{ \"type\": \"command\", \"command\": \"coderelay hook stop --runtime codex || exit 0\" }}] }}] }}\n}}\n";

    private static (string Rule, string File, int Line, int Column) Place(Finding finding) => (finding.Rule.Id, finding.File, finding.Range.Line, finding.Range.Column);
}
