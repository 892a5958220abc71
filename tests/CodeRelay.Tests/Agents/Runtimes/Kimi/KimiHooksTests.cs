using CodeRelay.Agents.Editing;
using CodeRelay.Agents.Runtimes;
using CodeRelay.Agents.Setup;

namespace CodeRelay.Tests.Agents.Runtimes.Kimi;

public sealed class KimiHooksTests
{
    private const string Config = ".kimi-code/config.toml";

    [Fact]
    public void Only_keys_that_kimi_code_knows_are_written()
    {
        using var workshop = new RuntimeWorkshop();
        workshop.Home.Write(Config, "theme = \"dark\"\n");

        workshop.Install(SettingsLevel.User, Kimi);

        var tables = TomlDocument.Parse(Config, System.Text.Encoding.UTF8.GetBytes(workshop.Home.Read(Config))).Tables;
        Assert.Equal(["SessionStart", "Stop", "PreCompact"], tables.Skip(1).Select(table => table["event"]!.Value));
        Assert.All(tables.Skip(1), table => Assert.Equal(["event", "command", "timeout"], table.Values.Select(value => Assert.Single(value.Key))));
        Assert.Equal("coderelay hook stop --runtime kimi", tables[2]["command"]!.Value);
    }

    [Fact]
    public void The_file_of_kimi_cli_is_taken_where_kimi_code_never_was()
    {
        using var workshop = new RuntimeWorkshop();
        workshop.Home.Write(".kimi/config.toml", "theme = \"dark\"\n");
        Assert.EndsWith(Path.Combine(".kimi", "config.toml"), Kimi.Hooks!.Settings(new SettingsScope(SettingsLevel.User, "/r", workshop.Environment))!.Path, StringComparison.Ordinal);

        workshop.Home.Write(Config, "");
        Assert.EndsWith(Path.Combine(".kimi-code", "config.toml"), Kimi.Hooks!.Settings(new SettingsScope(SettingsLevel.User, "/r", workshop.Environment))!.Path, StringComparison.Ordinal);
        Assert.Null(Kimi.Hooks!.Settings(new SettingsScope(SettingsLevel.Project, "/r", workshop.Environment)));
    }

    [Fact]
    public void Entries_that_lost_their_comments_in_a_migration_are_still_ours()
    {
        using var workshop = new RuntimeWorkshop();
        const string Foreign = "theme = \"dark\"\n\n[[hooks]]\nevent = \"Stop\"\ncommand = \"motd\"\n";
        workshop.Home.Write(Config, Foreign + "\n[[hooks]]\ncommand = \"coderelay hook stop --runtime kimi\"\nevent = \"Stop\"\ntimeout = 30\n");

        workshop.Install(SettingsLevel.User, Kimi);
        Assert.Equal(2, workshop.Home.Read(Config).Split("hook stop --runtime kimi").Length);
        workshop.Uninstall(SettingsLevel.User, Kimi);

        Assert.Equal(Foreign, workshop.Home.Read(Config));
    }

    [Fact]
    public void A_block_of_another_version_is_replaced()
    {
        using var workshop = new RuntimeWorkshop();
        workshop.Install(SettingsLevel.User, Kimi);
        var current = workshop.Home.Read(Config);
        workshop.Home.Write(Config, "a = 1\n\n" + current.Replace("timeout = 30", "timeout = 5", StringComparison.Ordinal) + "[b]\nc = 2\n");

        workshop.Install(SettingsLevel.User, Kimi);

        Assert.Equal("a = 1\n[b]\nc = 2\n\n" + current, workshop.Home.Read(Config));
    }

    [Theory]
    [InlineData("hooks = []\n", 1, 1)]
    [InlineData("a = 1\nhooks.x = 1\n", 2, 1)]
    [InlineData("a = 1\n  [hooks]\n", 2, 3)]
    [InlineData("[hooks.more]\n", 1, 1)]
    public void Hooks_of_another_shape_are_refused_with_their_place(string text, int line, int column)
    {
        using var workshop = new RuntimeWorkshop();
        var path = workshop.Home.Write(Config, text);

        var error = Assert.Throws<SettingsException>(() => workshop.Install(SettingsLevel.User, Kimi));

        Assert.Equal((path, line, column), (error.File, error.Line, error.Column));
        Assert.Equal(text, workshop.Home.Read(Config));
    }

    [Fact]
    public void At_project_level_it_says_where_its_hooks_are()
    {
        using var workshop = new RuntimeWorkshop();

        var installation = workshop.Install(Kimi);

        Assert.Equal(new FileChange("AGENTS.md", FileChangeKind.Wrote), Assert.Single(installation.Changes));
        Assert.Equal("Kimi has hooks only in the user's settings: coderelay hooks install --user --runtimes kimi", Assert.Single(installation.Open));
    }

    [Fact]
    public void The_newest_transcript_of_a_directory_is_found_by_the_hash_of_its_path()
    {
        using var workshop = new RuntimeWorkshop();
        var older = workshop.Home.Write(".kimi/sessions/c7344a2fb68e27bcfcb167d33a28ad5d/s1/context.jsonl", "{}\n");
        var newer = workshop.Home.Write(".kimi/sessions/c7344a2fb68e27bcfcb167d33a28ad5d/s2/context.jsonl", "{}\n");
        File.SetLastWriteTimeUtc(older, DateTime.UtcNow.AddHours(-1));

        Assert.Equal(newer, Kimi.LatestTranscript!("/src/app", workshop.Environment)?.FullName);
        Assert.Null(Kimi.LatestTranscript!("/src/other", workshop.Environment));
    }

    private static AgentRuntime Kimi => RuntimeCatalog.All.Single(runtime => runtime.Id == "kimi");
}
