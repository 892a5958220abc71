using System.Text.Json;
using CodeRelay.Agents.Editing;
using CodeRelay.Agents.Runtimes;
using CodeRelay.Agents.Setup;
using CodeRelay.Files;
using CodeRelay.Git;
using CodeRelay.Tests.Agents.Runtimes;
using YamlDotNet.RepresentationModel;

namespace CodeRelay.Tests.Agents.Setup.Servers;

/// <summary>What holds for the MCP server in the settings of every runtime that has a place for it, at both levels.</summary>
public sealed class EveryRuntimeServerTests
{
    /// <summary>Runtime × level × sample; -1 is no file at all.</summary>
    public static TheoryData<string, SettingsLevel, int> Rows => new(
        from place in Registrations
        from sample in Enumerable.Range(-1, SampleServers.Of(place.Place).Count + 1)
        select (place.Id, place.Level, sample));

    public static TheoryData<string, SettingsLevel> Places => new(Registrations.Select(place => (place.Id, place.Level)));

    private static IEnumerable<(string Id, SettingsLevel Level, McpPlace Place)> Registrations =>
        from runtime in RuntimeCatalog.All
        from level in new[] { SettingsLevel.Project, SettingsLevel.User }
        let place = runtime.Mcp?.Place(new SettingsScope(level, Path.GetTempPath(), new UserEnvironment(Path.GetTempPath(), _ => null)))
        where place is not null
        select (runtime.Id, level, place);

    [Theory]
    [MemberData(nameof(Rows))]
    public void Registering_adds_the_entry_once_and_uninstalling_gives_back_every_byte(string id, SettingsLevel level, int sample)
    {
        using var bench = new Bench(id, level);
        var before = bench.Write(sample < 0 ? null : SampleServers.Of(bench.Place)[sample]);

        for (var round = 0; round < 3; round++)
            Assert.Equal(round > 0, bench.Install().Changes.All(change => change.Kind == FileChangeKind.Kept));
        Assert.Equal("coderelay mcp", string.Join(' ', bench.ReadEntry()));
        Assert.Contains("coderelay", bench.Runtime.Mcp!.Names(new SettingsScope(SettingsLevel.Project, bench.Workshop.Repository.Path, bench.Workshop.Environment)) ?? new HashSet<string> { "coderelay" });
        Assert.True(bench.IsRegistered);
        bench.Workshop.Uninstall(level, bench.Runtime);

        Assert.Equal(before, bench.Trees);
        Assert.False(bench.IsRegistered);
    }

    [Theory]
    [MemberData(nameof(Rows))]
    public void Without_a_receipt_nothing_of_ours_is_left_and_the_foreign_lines_are(string id, SettingsLevel level, int sample)
    {
        using var bench = new Bench(id, level);
        var text = sample < 0 ? null : SampleServers.Of(bench.Place)[sample];
        bench.Write(text);
        bench.Install();
        foreach (var receipts in Directory.GetFiles(level == SettingsLevel.Project ? bench.Workshop.Repository.Path : bench.Workshop.Home.Path, "hooks.json", SearchOption.AllDirectories).Where(file => Path.GetFileName(Path.GetDirectoryName(file)) == "coderelay" && !file.Contains("plugins", StringComparison.Ordinal)))
            File.Delete(receipts);

        bench.Workshop.Uninstall(level, bench.Runtime);

        Assert.True(Directory.Exists(bench.Workshop.Repository.Path) && Directory.Exists(bench.Workshop.Home.Path));
        Assert.False(File.Exists(bench.Place.Path) && File.ReadAllText(bench.Place.Path).Contains("coderelay", StringComparison.Ordinal));
        foreach (var word in (text ?? "").TrimStart('\uFEFF').Split([' ', '\t', '\r', '\n', ',', '[', ']', '{', '}', '"', '\'', '~'], StringSplitOptions.RemoveEmptyEntries).Where(word => word.TrimEnd(':') != bench.Place.Keys[0] && word != "hooks"))
            Assert.Contains(word, File.ReadAllText(bench.Place.Path), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Places))]
    public void What_was_added_in_the_meantime_stays(string id, SettingsLevel level)
    {
        using var bench = new Bench(id, level);
        bench.Write(SampleServers.Of(bench.Place)[2]);
        bench.Install();
        var with = File.ReadAllText(bench.Place.Path);
        var added = bench.Place.Format switch
        {
            McpFormat.Json => with.Insert(with.LastIndexOf('}'), "\n, \"mine\": 1\n"),
            McpFormat.Toml => with + "\n[tui]\nmine = 1\n",
            _ => with + "mine: 1\n",
        };
        File.WriteAllText(bench.Place.Path, added);

        bench.Workshop.Uninstall(level, bench.Runtime);

        var rest = File.ReadAllText(bench.Place.Path);
        Assert.Contains("mine", rest, StringComparison.Ordinal);
        Assert.DoesNotContain("coderelay", rest, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Places))]
    public void A_server_that_somebody_registered_by_hand_is_not_registered_twice_and_stays_theirs(string id, SettingsLevel level)
    {
        using var bench = new Bench(id, level);
        var before = bench.Write(SampleServers.ByHand(bench.Place));
        Assert.True(bench.IsRegistered);

        bench.Install();
        Assert.DoesNotContain("\"coderelay\"", File.ReadAllText(bench.Place.Path), StringComparison.Ordinal);
        Assert.DoesNotContain("coderelay:", File.ReadAllText(bench.Place.Path), StringComparison.Ordinal);
        bench.Workshop.Uninstall(level, bench.Runtime);

        Assert.Equal(before, bench.Trees);
    }

    [Theory]
    [MemberData(nameof(Places))]
    public void A_server_of_somebody_else_with_our_name_is_refused_and_nothing_is_changed(string id, SettingsLevel level)
    {
        using var bench = new Bench(id, level);
        var before = bench.Write(SampleServers.Namesake(bench.Place));

        var error = Assert.Throws<SettingsException>(() => bench.Install());

        Assert.StartsWith($"{bench.Place.Path}(", error.Message, StringComparison.Ordinal);
        Assert.Contains("another server is called 'coderelay' here", error.Message, StringComparison.Ordinal);
        Assert.Equal(before, bench.Trees);
        Assert.False(bench.IsRegistered);
    }

    [Theory]
    [MemberData(nameof(Places))]
    public void A_file_that_does_not_parse_stops_everything_before_anything_is_written(string id, SettingsLevel level)
    {
        using var bench = new Bench(id, level);
        var (text, line, column) = SampleServers.Broken(bench.Place);
        var before = bench.Write(text);

        var error = Assert.Throws<SettingsException>(() => bench.Install());

        Assert.Equal((bench.Place.Path, line, column), (error.File, error.Line, error.Column));
        Assert.Equal(before, bench.Trees);
        Assert.Contains(bench.Status.Open, step => step == error.Message);
    }

    [Theory]
    [InlineData(SettingsLevel.Project)]
    [InlineData(SettingsLevel.User)]
    public void All_at_once_come_and_go_without_a_trace(SettingsLevel level)
    {
        using var workshop = new RuntimeWorkshop();
        var (project, home) = (RuntimeWorkshop.Tree(workshop.Repository.Path), RuntimeWorkshop.Tree(workshop.Home.Path));

        HookInstaller.Install(Repository.Discover(workshop.Repository.Path), RuntimeCatalog.All, level, dryRun: false, workshop.Environment, InstallExtras.Mcp | InstallExtras.Skills | InstallExtras.Block);
        foreach (var runtime in RuntimeCatalog.All)
            workshop.Uninstall(level, runtime);

        Assert.Equal(project, RuntimeWorkshop.Tree(workshop.Repository.Path));
        Assert.Equal(home, RuntimeWorkshop.Tree(workshop.Home.Path));
    }

    [Fact]
    public void Where_a_runtime_has_no_place_for_a_server_it_is_said()
    {
        using var workshop = new RuntimeWorkshop();
        IReadOnlyList<string> Open(string id, SettingsLevel level) => HookInstaller.Install(Repository.Discover(workshop.Repository.Path), [.. RuntimeCatalog.All.Where(runtime => runtime.Id == id)], level, dryRun: true, workshop.Environment, InstallExtras.Mcp).Open;

        Assert.Contains("Aider does not support MCP servers", Open("aider", SettingsLevel.Project));
        Assert.Contains("it is not known where Local model registers MCP servers", Open("generic", SettingsLevel.Project));
        Assert.Contains("Windsurf reads MCP servers only from the user's settings: coderelay hooks install --mcp --user --runtimes windsurf", Open("windsurf", SettingsLevel.Project));
        Assert.Contains("VS Code reads MCP servers only from a project's settings: coderelay hooks install --mcp --project --runtimes vscode", Open("vscode", SettingsLevel.User));
        Assert.Contains("Aider does not support MCP servers", HookStatus.Read(RuntimeCatalog.All.Single(runtime => runtime.Id == "aider"), Repository.Discover(workshop.Repository.Path), workshop.Environment).Open);
    }

    [Theory]
    [InlineData("mcp_servers = { docs = { command = \"npx\" } }\n", 1)]
    [InlineData("\n[[mcp_servers]]\nname = \"x\"\n", 2)]
    [InlineData("[mcp_servers]\ncoderelay = { command = \"other\" }\n", 2)]
    public void A_config_of_codex_that_leaves_no_place_for_a_table_is_refused_there(string text, int line)
    {
        using var bench = new Bench("codex", SettingsLevel.Project);
        bench.Write(text);

        Assert.Equal(line, Assert.Throws<SettingsException>(() => bench.Install()).Line);
        Assert.Equal(text, File.ReadAllText(bench.Place.Path));
    }

    [Fact]
    public void What_an_installation_remembers_of_settings_is_for_their_owner_only()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "modes of Unix");
        using var bench = new Bench("claude-code", SettingsLevel.User);
        bench.Write("{ \"oauth\": \"secret\" }\n");
        bench.Install();

        var receipts = Directory.GetFiles(bench.Workshop.Home.Path, "hooks.json", SearchOption.AllDirectories).Single(file => Path.GetFileName(Path.GetDirectoryName(file)) == "coderelay");
        if (!OperatingSystem.IsWindows())
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(receipts));
    }

    private sealed class Bench(string id, SettingsLevel level) : IDisposable
    {
        public RuntimeWorkshop Workshop { get; } = new();

        public AgentRuntime Runtime { get; } = RuntimeCatalog.All.Single(runtime => runtime.Id == id);

        public McpPlace Place => Runtime.Mcp!.Place(new SettingsScope(level, Repository.Discover(Workshop.Repository.Path).Root, Workshop.Environment))!;

        public HookStatus Status => HookStatus.Read(Runtime, Repository.Discover(Workshop.Repository.Path), Workshop.Environment);

        public bool IsRegistered => (level == SettingsLevel.Project ? Status.ProjectServer : Status.UserServer).IsInstalled;

        public IReadOnlyList<string> Trees => [.. RuntimeWorkshop.Tree(Workshop.Repository.Path), .. RuntimeWorkshop.Tree(Workshop.Home.Path)];

        public HookInstallation Install() => HookInstaller.Install(Repository.Discover(Workshop.Repository.Path), [Runtime], level, dryRun: false, Workshop.Environment, InstallExtras.Mcp);

        public IReadOnlyList<string> Write(string? text)
        {
            if (text is null)
                return Trees;
            Directory.CreateDirectory(Path.GetDirectoryName(Place.Path)!);
            File.WriteAllText(Place.Path, text);
            if (!OperatingSystem.IsWindows())
                File.SetUnixFileMode(Place.Path, UnixFileMode.UserRead | UnixFileMode.UserWrite);
            return Trees;
        }

        /// <summary>The command line of our entry, as a reader of the format finds it.</summary>
        public IReadOnlyList<string> ReadEntry() => Place.Format switch
        {
            McpFormat.Toml => ReadToml(),
            McpFormat.Yaml => ReadYaml(),
            _ => ReadJson(),
        };

        public void Dispose() => Workshop.Dispose();

        private IReadOnlyList<string> ReadJson()
        {
            using var json = JsonDocument.Parse(File.ReadAllText(Place.Path), new JsonDocumentOptions { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true });
            var entry = json.RootElement.GetProperty(Place.Keys[0]).GetProperty("coderelay");
            var type = entry.TryGetProperty("type", out var given) ? given.GetString() : null;
            Assert.Equal(Place.Shape switch { McpEntryShape.TypedCommandAndArgs => "stdio", McpEntryShape.CommandAndArgs => null, _ => "local" }, type);
            Assert.Equal(Place.Shape == McpEntryShape.LocalWithTools, entry.TryGetProperty("tools", out _));
            return Place.Shape == McpEntryShape.CommandList ? [.. Strings(entry.GetProperty("command"))] : [entry.GetProperty("command").GetString()!, .. Strings(entry.GetProperty("args"))];
        }

        private IReadOnlyList<string> ReadToml()
        {
            var document = TomlDocument.Parse(Place.Path, File.ReadAllBytes(Place.Path));
            var table = document.Tables.Single(table => table.Name.SequenceEqual(["mcp_servers", "coderelay"]));
            Assert.Equal("[\"mcp\"]", document.Text[table["args"]!.Start..table["args"]!.End].Split('=')[1].Trim());
            return [table["command"]!.Value!, "mcp"];
        }

        private IReadOnlyList<string> ReadYaml()
        {
            var yaml = new YamlStream();
            yaml.Load(new StringReader(File.ReadAllText(Place.Path)));
            var entry = (YamlMappingNode)yaml.Documents[0].RootNode["extensions"]["coderelay"];
            Assert.Equal(["enabled", "type", "name", "description", "cmd", "args", "timeout"], entry.Children.Keys.Select(key => key.ToString()));
            Assert.Equal(("true", "stdio", "coderelay"), (entry["enabled"].ToString(), entry["type"].ToString(), entry["name"].ToString()));
            return [entry["cmd"].ToString(), .. ((YamlSequenceNode)entry["args"]).Children.Select(item => item.ToString())];
        }

        private static IEnumerable<string> Strings(JsonElement list) => list.EnumerateArray().Select(item => item.GetString()!);
    }
}
