using CodeRelay.Agents.Editing;
using CodeRelay.Agents.Runtimes;
using CodeRelay.Agents.Runtimes.Settings;
using CodeRelay.Agents.Setup;
using CodeRelay.Files;
using CodeRelay.Git;
using CodeRelay.Tests.Agents.Runtimes;

namespace CodeRelay.Tests.Agents.Setup;

/// <summary>What holds for every runtime of the catalogue, at both levels, on settings that are there already.</summary>
public sealed class EveryRuntimeInstallTests
{
    /// <summary>Runtime × level × sample; -1 is no file at all.</summary>
    public static TheoryData<string, SettingsLevel, int> Rows => new(
        from runtime in RuntimeCatalog.All
        from level in new[] { SettingsLevel.Project, SettingsLevel.User }
        let settings = runtime.Hooks?.Settings(new SettingsScope(level, Path.GetTempPath(), new UserEnvironment(Path.GetTempPath(), _ => null)))
        from sample in settings is null ? [-1] : Enumerable.Range(-1, SampleSettings.Of(settings).Count + 1)
        select (runtime.Id, level, sample));

    public static TheoryData<string, SettingsLevel> Levels => new(
        from runtime in RuntimeCatalog.All
        from level in new[] { SettingsLevel.Project, SettingsLevel.User }
        where runtime.Hooks?.Settings(new SettingsScope(level, Path.GetTempPath(), new UserEnvironment(Path.GetTempPath(), _ => null))) is not null
        select (runtime.Id, level));

    [Theory]
    [MemberData(nameof(Rows))]
    public void Uninstalling_gives_back_every_byte_mode_link_and_directory(string id, SettingsLevel level, int sample)
    {
        using var place = new Place(id, level);
        var before = place.Write(sample);

        for (var round = 0; round < 3; round++)
            Assert.Equal(round > 0 || (place.Settings is null && place.Block is null), place.Workshop.Install(level, place.Runtime).Changes.All(change => change.Kind == FileChangeKind.Kept));
        Assert.Equal(place.Settings is not null, place.IsInstalled);
        place.AssertOneEntryEach();
        place.Workshop.Uninstall(level, place.Runtime);

        Assert.Equal(before, place.Trees);
        Assert.False(place.IsInstalled);
    }

    [Theory]
    [MemberData(nameof(Rows))]
    public void Without_a_receipt_nothing_of_ours_is_left_and_the_foreign_lines_are(string id, SettingsLevel level, int sample)
    {
        using var place = new Place(id, level);
        place.Write(sample);
        place.Workshop.Install(level, place.Runtime);
        foreach (var receipts in Directory.GetFiles(place.Root(level), "hooks.json", SearchOption.AllDirectories).Where(file => Path.GetFileName(Path.GetDirectoryName(file)) == "coderelay" && !file.Contains("plugins", StringComparison.Ordinal)))
            File.Delete(receipts);

        place.Workshop.Uninstall(level, place.Runtime);

        Assert.DoesNotContain(place.Trees, line => line.Contains("coderelay hook", StringComparison.Ordinal));
        if (sample >= 0 && place.Settings is { } settings && SampleSettings.Of(settings)[sample] is { Length: > 0 } text && (!settings.IsOwnFile || text.Contains("command", StringComparison.Ordinal)))
            Assert.All(Words(text), word => Assert.Contains(word, File.ReadAllText(settings.Path), StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Levels))]
    public void Mode_and_link_of_the_settings_are_kept(string id, SettingsLevel level)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "modes and links of Unix");
        using var place = new Place(id, level);
        var settings = place.Settings!;
        var target = place.Workshop.Home.Write("dotfiles/settings", SampleSettings.Of(settings) is [_, var content, ..] ? content : settings.Template.Replace("30_000", "10_000", StringComparison.Ordinal));
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(target, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        Directory.CreateDirectory(Path.GetDirectoryName(settings.Path)!);
        File.CreateSymbolicLink(settings.Path, target);
        var before = place.Trees;

        place.Workshop.Install(level, place.Runtime);
        Assert.Equal(target, new FileInfo(settings.Path).LinkTarget);
        Assert.Contains("coderelay", File.ReadAllText(target), StringComparison.Ordinal);
        if (!OperatingSystem.IsWindows())
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(target));
        place.Workshop.Uninstall(level, place.Runtime);

        if (SampleSettings.Of(settings).Count > 0)
            Assert.Equal(before, place.Trees);
    }

    [Theory]
    [MemberData(nameof(Levels))]
    public void A_file_that_does_not_parse_stops_everything_before_anything_is_written(string id, SettingsLevel level)
    {
        using var place = new Place(id, level);
        var settings = place.Settings!;
        Assert.SkipWhen(settings.Path.EndsWith(".js", StringComparison.Ordinal), "a file of ours as a whole");
        var (text, line, column) = SampleSettings.Broken(settings);
        Directory.CreateDirectory(Path.GetDirectoryName(settings.Path)!);
        File.WriteAllText(settings.Path, text);
        var before = place.Trees;

        var error = Assert.Throws<SettingsException>(() => place.Workshop.Install(level, [.. RuntimeCatalog.All.Where(runtime => runtime != place.Runtime), place.Runtime]));

        Assert.Equal(before, place.Trees);
        Assert.Equal((settings.Path, line, column), (error.File, error.Line, error.Column));
        Assert.StartsWith($"{settings.Path}({line},{column}): ", error.Message, StringComparison.Ordinal);
        Assert.Contains(HookStatus.Read(place.Runtime, Repository.Discover(place.Workshop.Repository.Path), place.Workshop.Environment).Open, step => step == error.Message);
    }

    [Theory]
    [MemberData(nameof(Levels))]
    public void A_directory_where_a_file_of_ours_must_go_is_refused_and_nothing_is_changed(string id, SettingsLevel level)
    {
        using var place = new Place(id, level);
        Directory.CreateDirectory(Path.Combine(place.Settings!.Path, "in the way"));
        var before = place.Trees;

        var error = Assert.Throws<IOException>(() => place.Workshop.Install(level, [.. RuntimeCatalog.All.Where(runtime => runtime != place.Runtime), place.Runtime]));

        Assert.Contains(place.Settings!.Path, error.Message, StringComparison.Ordinal);
        Assert.Equal(before, place.Trees);
    }

    [Theory]
    [InlineData(SettingsLevel.Project)]
    [InlineData(SettingsLevel.User)]
    public void All_at_once_come_and_go_without_a_trace(SettingsLevel level)
    {
        using var workshop = new RuntimeWorkshop();
        var (project, home) = (RuntimeWorkshop.Tree(workshop.Repository.Path), RuntimeWorkshop.Tree(workshop.Home.Path));

        var installation = workshop.Install(level, [.. RuntimeCatalog.All]);
        Assert.Equal(installation.Changes.Count, installation.Changes.DistinctBy(change => change.Path).Count());
        foreach (var runtime in RuntimeCatalog.All)
            workshop.Uninstall(level, runtime);

        Assert.Equal(project, RuntimeWorkshop.Tree(workshop.Repository.Path));
        Assert.Equal(home, RuntimeWorkshop.Tree(workshop.Home.Path));
    }

    [Fact]
    public void A_plugin_of_the_same_name_by_somebody_else_is_not_touched()
    {
        using var place = new Place("opencode", SettingsLevel.Project);
        place.Workshop.Repository.Write(".opencode/plugins/coderelay.js", "export const Mine = async () => ({})\n");
        var before = place.Trees;

        var error = Assert.Throws<SettingsException>(() => place.Workshop.Install(place.Runtime));
        place.Workshop.Uninstall(place.Runtime);

        Assert.Contains("was not written by coderelay", error.Message, StringComparison.Ordinal);
        Assert.Equal(before, place.Trees);
    }

    [Fact]
    public void A_broken_config_of_codex_stops_its_install_too()
    {
        using var place = new Place("codex", SettingsLevel.Project);
        var config = place.Workshop.Repository.Write(".codex/config.toml", "[features]\ncodex_hooks = \n");
        var before = place.Trees;

        var error = Assert.Throws<SettingsException>(() => place.Workshop.Install(place.Runtime));

        Assert.Equal((config, 2, 15), (error.File, error.Line, error.Column));
        Assert.Equal(before, place.Trees);
    }

    // Foreign words that no edit may lose; those of YAML may stand in another form afterwards, as items of a list.
    private static IEnumerable<string> Words(string text) =>
        text.TrimStart('\uFEFF').Split([' ', '\t', '\r', '\n', ',', '[', ']', '{', '}', '"', '\''], StringSplitOptions.RemoveEmptyEntries).Where(word => word is not ("~" or "read:" or "hooks" or ":"));

    private sealed class Place : IDisposable
    {
        private readonly SettingsLevel _level;

        public Place(string id, SettingsLevel level)
        {
            Runtime = RuntimeCatalog.All.Single(runtime => runtime.Id == id);
            _level = level;
        }

        public RuntimeWorkshop Workshop { get; } = new();

        public AgentRuntime Runtime { get; }

        public HookSettings? Settings => Runtime.Hooks?.Settings(new SettingsScope(_level, Repository.Discover(Workshop.Repository.Path).Root, Workshop.Environment));

        public string? Block => RelayBlock.IsNeededBy(Runtime) ? RelayBlock.Place(Runtime, new SettingsScope(_level, Workshop.Repository.Path, Workshop.Environment)) : null;

        public bool IsInstalled => HookStatus.IsInstalled(Runtime, _level, Repository.Discover(Workshop.Repository.Path), Workshop.Environment);

        public IReadOnlyList<string> Trees => [.. RuntimeWorkshop.Tree(Workshop.Repository.Path), .. RuntimeWorkshop.Tree(Workshop.Home.Path)];

        public string Root(SettingsLevel level) => level == SettingsLevel.Project ? Workshop.Repository.Path : Workshop.Home.Path;

        public IReadOnlyList<string> Write(int sample)
        {
            if (sample >= 0)
            {
                Directory.CreateDirectory(Path.GetDirectoryName(Settings!.Path)!);
                File.WriteAllText(Settings.Path, SampleSettings.Of(Settings)[sample]);
                if (!OperatingSystem.IsWindows())
                    File.SetUnixFileMode(Settings.Path, UnixFileMode.UserRead | UnixFileMode.UserWrite);
            }

            return Trees;
        }

        public void AssertOneEntryEach()
        {
            if (Settings is not { } settings)
                return;
            var text = File.ReadAllText(settings.Path);
            foreach (var line in HookEventNames.All.Select(name => $"hook {name} --runtime {Runtime.Id}").Append("- HANDOFF.md"))
                Assert.True(Count(text, line) == Count(settings.Template, line) || (line[0] == '-' && Count(text, "HANDOFF.md") == 1), $"{line} in {text}");
        }

        public void Dispose() => Workshop.Dispose();

        private static int Count(string text, string part) => text.Split(part).Length - 1;
    }
}
