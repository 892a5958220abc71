using System.Text;
using System.Text.Json;
using CodeRelay.Agents.Editing;
using CodeRelay.Agents.Runtimes;
using CodeRelay.Agents.Setup;
using CodeRelay.Tests.Agents.Runtimes;

namespace CodeRelay.Tests.Agents.Setup;

public sealed class HookInstallerTests
{
    private static readonly AgentRuntime[] Both = [RuntimeWorkshop.Claude, RuntimeWorkshop.Codex];

    /// <summary>Settings as people write them; each must come back byte for byte.</summary>
    public static TheoryData<string> Settings => new()
    {
        "{}",
        "{ }",
        "{}\n",
        "{\n}\n",
        "{\r\n}\r\n",
        "{\"hooks\":{}}",
        "{\"hooks\":{\"Stop\":[]}}",
        "{\n  \"hooks\": {\n    \"Stop\": []\n  }\n}\n",
        "{\"model\":\"opus\"}",
        "{ \"model\": \"opus\" }\n",
        "{\n  \"model\": \"opus\"\n}",
        "{\r\n\t\"model\": \"opus\",\r\n\t\"env\": { \"A\": \"ü\" }\r\n}\r\n",
        "\uFEFF{\n    \"model\": \"opus\"\n}\n",
        "// mine\n{\n  // the model\n  \"model\": \"opus\" // cheap\n  /* end */\n}\n// after\n",
        "{\n  \"model\": \"opus\",\n  \"list\": [1, 2,],\n}\n",
        """
        {
          "hooks": {
            "PreToolUse": [ { "matcher": "Bash", "hooks": [ { "type": "command", "command": "guard" } ] } ],
            "Stop": [
              {
                "hooks": [
                  { "type": "command", "command": "say done" } // keep
                ]
              } // and this
            ],
            "SessionStart": [ { "hooks": [ { "type": "command", "command": "motd" } ] }, ],
          },
          "permissions": { "allow": ["Bash(git status)"] },
        }
        """,
    };

    [Theory]
    [MemberData(nameof(Settings))]
    public void Uninstalling_gives_back_the_bytes_that_were_there(string before)
    {
        using var workshop = new RuntimeWorkshop();
        workshop.Repository.Write(".claude/settings.json", before);
        workshop.Repository.Write(".codex/hooks.json", before);
        var tree = RuntimeWorkshop.Tree(workshop.Repository.Path);

        workshop.Install(Both);
        Assert.Equal(1, CountOurs(workshop, ".claude/settings.json", "Stop"));
        Assert.Equal(1, CountOurs(workshop, ".codex/hooks.json", "SessionStart"));
        workshop.Uninstall(Both);

        Assert.Equal(tree, RuntimeWorkshop.Tree(workshop.Repository.Path));
    }

    [Theory]
    [MemberData(nameof(Settings))]
    public void Without_a_receipt_foreign_content_survives_all_the_same(string before)
    {
        using var workshop = new RuntimeWorkshop();
        workshop.Repository.Write(".claude/settings.json", before);
        workshop.Install(Both);
        File.Delete(Path.Combine(workshop.Repository.Path, ".git", "coderelay", "hooks.json"));

        workshop.Uninstall(Both);

        var after = workshop.Repository.Exists(".claude/settings.json") ? workshop.Repository.Read(".claude/settings.json") : "{}";
        Assert.DoesNotContain("coderelay", after, StringComparison.Ordinal);
        Assert.Equal(WithoutEmptyHooks(before), WithoutEmptyHooks(after));
        Assert.False(workshop.Repository.Exists(".codex"));
    }

    [Theory]
    [MemberData(nameof(Settings))]
    public void Every_line_that_was_there_is_still_there(string before)
    {
        using var workshop = new RuntimeWorkshop();
        workshop.Repository.Write(".claude/settings.json", before);

        workshop.Install(Both);

        var position = 0;
        var after = Encoding.UTF8.GetString(File.ReadAllBytes(Path.Combine(workshop.Repository.Path, ".claude/settings.json")));
        foreach (var piece in before.Split([' ', '\t', '\r', '\n'], StringSplitOptions.RemoveEmptyEntries).SelectMany(word => word.Select(character => character)))
        {
            position = after.IndexOf(piece, position) + 1;
            Assert.True(position > 0, $"'{piece}' is missing in {after}");
        }
    }

    [Fact]
    public void Indentation_is_that_of_the_file_when_a_comment_stands_before_its_first_key()
    {
        using var workshop = new RuntimeWorkshop();
        workshop.Repository.Write(".claude/settings.json", "{\n\t/* first */ \"model\": \"opus\",\n\t\"env\": {}\n}\n");

        workshop.Install(Both);

        Assert.DoesNotContain("  ", workshop.Repository.Read(".claude/settings.json").Replace("\t", "", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Fact]
    public void Three_installations_leave_one_entry_each()
    {
        using var workshop = new RuntimeWorkshop();
        workshop.Install(Both);
        var tree = RuntimeWorkshop.Tree(workshop.Repository.Path);

        workshop.Install(Both);
        var third = workshop.Install(Both);

        Assert.All(third.Changes, change => Assert.Equal(FileChangeKind.Kept, change.Kind));
        Assert.Equal(tree, RuntimeWorkshop.Tree(workshop.Repository.Path));
        Assert.Equal(1, CountOurs(workshop, ".claude/settings.json", "Stop"));
        Assert.Equal(1, CountOurs(workshop, ".claude/settings.json", "SessionStart"));
    }

    [Fact]
    public void Where_nothing_was_nothing_is_left()
    {
        using var workshop = new RuntimeWorkshop();
        var tree = RuntimeWorkshop.Tree(workshop.Repository.Path);

        var installation = workshop.Install(Both);
        workshop.Uninstall(RuntimeWorkshop.Claude);
        Assert.True(workshop.Repository.Exists(".codex/hooks.json"));
        workshop.Uninstall(RuntimeWorkshop.Codex);

        Assert.Equal(
            [".claude/settings.json", ".claude/hooks/coderelay-hook.sh", ".claude/hooks/.gitattributes", ".codex/hooks.json", ".codex/hooks/coderelay-hook.sh", ".codex/hooks/coderelay-hook.ps1"],
            installation.Changes.Where(change => change.Kind == FileChangeKind.Wrote).Select(change => change.Path));
        Assert.Equal(tree, RuntimeWorkshop.Tree(workshop.Repository.Path));
    }

    [Fact]
    public void At_user_level_the_home_directory_is_as_before_too()
    {
        using var workshop = new RuntimeWorkshop();
        workshop.Home.Write(".claude/settings.json", "{\n  \"model\": \"opus\"\n}\n");
        var tree = RuntimeWorkshop.Tree(workshop.Home.Path);

        workshop.Install(SettingsLevel.User, Both);
        Assert.Contains("\"coderelay hook stop --runtime claude-code\"", workshop.Home.Read(".claude/settings.json"), StringComparison.Ordinal);
        Assert.Contains("\"coderelay hook stop --runtime codex\"", workshop.Home.Read(".codex/hooks.json"), StringComparison.Ordinal);
        Assert.DoesNotContain("commandWindows", workshop.Home.Read(".codex/hooks.json"), StringComparison.Ordinal);
        workshop.Uninstall(SettingsLevel.User, Both);

        Assert.Equal(tree, RuntimeWorkshop.Tree(workshop.Home.Path));
    }

    [Fact]
    public void The_variables_that_move_the_settings_are_obeyed()
    {
        using var workshop = new RuntimeWorkshop();
        workshop.Set("CLAUDE_CONFIG_DIR", Path.Combine(workshop.Home.Path, "c"));
        workshop.Set("CODEX_HOME", Path.Combine(workshop.Home.Path, "x"));

        workshop.Install(SettingsLevel.User, Both);

        Assert.True(workshop.Home.Exists("c/settings.json"));
        Assert.True(workshop.Home.Exists("x/hooks.json"));
        Assert.False(workshop.Home.Exists(".claude"));
    }

    [Theory]
    [InlineData("{\n  \"a\": 1,\n  \"b\" 2\n}\n", 3, 7)]
    [InlineData("\uFEFF{\"ü\": tru}", 1, 10)]
    [InlineData("{\"a\":1} x", 1, 9)]
    [InlineData("[]", 1, 1)]
    [InlineData("{\n  \"hooks\": []\n}", 2, 12)]
    [InlineData("{\n  \"hooks\": { \"Stop\": {} }\n}", 2, 22)]
    public void What_does_not_parse_stops_everything_before_anything_is_written(string settings, int line, int column)
    {
        using var workshop = new RuntimeWorkshop();
        var path = workshop.Repository.Write(".codex/hooks.json", settings);
        workshop.Repository.Write(".codex/config.toml", "[features]\ncodex_hooks = true\n");
        var tree = RuntimeWorkshop.Tree(workshop.Repository.Path);

        var error = Assert.Throws<SettingsException>(() => workshop.Install(Both));

        Assert.Equal(tree, RuntimeWorkshop.Tree(workshop.Repository.Path));
        Assert.Equal((path, line, column), (error.File, error.Line, error.Column));
        Assert.StartsWith($"{path}({line},{column}): ", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Bytes_that_are_no_text_are_refused_where_they_stand()
    {
        using var workshop = new RuntimeWorkshop();
        workshop.Repository.Write(".claude/settings.json", "");
        File.WriteAllBytes(Path.Combine(workshop.Repository.Path, ".claude/settings.json"), [.. "{\n  \"a\": \""u8, 0xC3, 0x28, .. "\"\n}"u8]);

        var error = Assert.Throws<SettingsException>(() => workshop.Install(Both));

        Assert.Equal((2, 9), (error.Line, error.Column));
    }

    [Fact]
    public void Mode_and_link_of_the_settings_are_kept()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "modes and links of Unix");
        using var workshop = new RuntimeWorkshop();
        var target = workshop.Home.Write("dotfiles/claude.json", "{}");
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(target, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        Directory.CreateDirectory(Path.Combine(workshop.Repository.Path, ".claude"));
        var link = Path.Combine(workshop.Repository.Path, ".claude", "settings.json");
        File.CreateSymbolicLink(link, target);
        var (tree, home) = (RuntimeWorkshop.Tree(workshop.Repository.Path), RuntimeWorkshop.Tree(workshop.Home.Path));

        workshop.Install(Both);
        Assert.Equal(target, new FileInfo(link).LinkTarget);
        Assert.Contains("coderelay", File.ReadAllText(target), StringComparison.Ordinal);
        if (!OperatingSystem.IsWindows())
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(target));
        workshop.Uninstall(Both);

        Assert.Equal(tree, RuntimeWorkshop.Tree(workshop.Repository.Path));
        Assert.Equal(home, RuntimeWorkshop.Tree(workshop.Home.Path));
    }

    [Fact]
    public void What_the_user_added_in_the_meantime_stays()
    {
        using var workshop = new RuntimeWorkshop();
        workshop.Install(Both);
        var path = Path.Combine(workshop.Repository.Path, ".claude", "settings.json");
        File.WriteAllText(path, File.ReadAllText(path).Replace("{\n  \"hooks\"", "{\n  \"model\": \"opus\",\n  \"hooks\"", StringComparison.Ordinal));

        workshop.Uninstall(Both);

        Assert.Equal("{\n  \"model\": \"opus\"\n}\n", File.ReadAllText(path));
    }

    [Fact]
    public void A_container_that_was_there_before_stays_when_the_rest_of_the_file_changed()
    {
        using var workshop = new RuntimeWorkshop();
        var path = workshop.Repository.Write(".claude/settings.json", "{\n  \"hooks\": {\n    \"Stop\": []\n  }\n}\n");
        workshop.Install(Both);
        File.WriteAllText(path, File.ReadAllText(path).Replace("{\n  \"hooks\"", "{\n  \"model\": \"opus\",\n  \"hooks\"", StringComparison.Ordinal));

        workshop.Uninstall(Both);

        Assert.Equal("{\n  \"model\": \"opus\",\n  \"hooks\": {\n    \"Stop\": []\n  }\n}\n", File.ReadAllText(path));
    }

    [Fact]
    public void A_script_that_the_user_made_his_own_is_left_alone()
    {
        using var workshop = new RuntimeWorkshop();
        var script = workshop.Repository.Write(".claude/hooks/coderelay-hook.sh", "#!/bin/sh\nexit 0\n");

        var installation = workshop.Install(RuntimeWorkshop.Claude);
        workshop.Uninstall(RuntimeWorkshop.Claude);

        Assert.Contains(installation.Changes, change => change is { Path: ".claude/hooks/coderelay-hook.sh", Kind: FileChangeKind.Kept });
        Assert.Equal("#!/bin/sh\nexit 0\n", File.ReadAllText(script));
    }

    [Fact]
    public void When_one_file_cannot_be_written_the_others_are_taken_back()
    {
        using var workshop = new RuntimeWorkshop();
        workshop.Repository.Write(".claude/settings.json", "{}");
        Directory.CreateDirectory(Path.Combine(workshop.Repository.Path, ".codex", "hooks", "coderelay-hook.ps1", "in the way"));
        var tree = RuntimeWorkshop.Tree(workshop.Repository.Path);

        Assert.ThrowsAny<IOException>(() => workshop.Install(Both));

        Assert.Equal(tree, RuntimeWorkshop.Tree(workshop.Repository.Path));
    }

    [Fact]
    public void A_dry_run_tells_and_does_nothing()
    {
        using var workshop = new RuntimeWorkshop();
        var tree = RuntimeWorkshop.Tree(workshop.Repository.Path);

        var installation = HookInstaller.Install(CodeRelay.Git.Repository.Discover(workshop.Repository.Path), Both, SettingsLevel.Project, dryRun: true, workshop.Environment);

        Assert.All(installation.Changes, change => Assert.Equal(FileChangeKind.Wrote, change.Kind));
        Assert.Equal(6, installation.Changes.Count);
        Assert.Equal(tree, RuntimeWorkshop.Tree(workshop.Repository.Path));
    }

    [Fact]
    public void The_open_trust_steps_are_told()
    {
        using var workshop = new RuntimeWorkshop();

        var installation = workshop.Install(Both);

        Assert.Contains(installation.Open, step => step.Contains("/hooks", StringComparison.Ordinal));
        Assert.Contains(installation.Open, step => step.Contains("trust dialog", StringComparison.Ordinal));
    }

    private static int CountOurs(RuntimeWorkshop workshop, string file, string name)
    {
        using var document = JsonDocument.Parse(workshop.Repository.Read(file).TrimStart('\uFEFF'), new JsonDocumentOptions { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip });
        return document.RootElement.GetProperty("hooks").GetProperty(name).EnumerateArray()
            .SelectMany(group => group.GetProperty("hooks").EnumerateArray())
            .Count(handler => handler.GetProperty("command").GetString()!.StartsWith("coderelay hook ", StringComparison.Ordinal));
    }

    private static string WithoutEmptyHooks(string json)
    {
        var node = System.Text.Json.Nodes.JsonNode.Parse(json.TrimStart('\uFEFF'), documentOptions: new JsonDocumentOptions { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip })!;
        if (node["hooks"] is { } hooks && hooks.ToJsonString() is "{}" or "{\"Stop\":[]}")
            node.AsObject().Remove("hooks");
        return node.ToJsonString();
    }
}
