using CodeRelay.Agents.Runtimes;

namespace CodeRelay.Tests.Agents.Runtimes;

/// <summary>What every runtime says of itself, and what of it is found on a machine.</summary>
public sealed class RuntimeFactsTests
{
    private static readonly string[] Ids = ["claude-code", "codex", "gemini", "copilot", "vscode", "cursor", "opencode", "qwen", "kimi", "goose", "cline", "windsurf", "aider", "amp", "generic"];

    public static TheoryData<string> Runtimes => [.. RuntimeCatalog.All.Select(runtime => runtime.Id)];

    /// <summary>Runtime × stop × start × compaction, by the comparison of their documentation.</summary>
    public static TheoryData<string, StopPower, bool, bool> Powers => new()
    {
        { "claude-code", StopPower.Block, true, true },
        { "codex", StopPower.Block, true, true },
        { "gemini", StopPower.Block, true, true },
        { "copilot", StopPower.Block, true, true },
        { "vscode", StopPower.Block, true, true },
        { "cursor", StopPower.FollowUp, true, true },
        { "opencode", StopPower.None, false, true },
        { "qwen", StopPower.Block, true, true },
        { "kimi", StopPower.Block, false, true },
        { "goose", StopPower.Block, false, false },
        { "cline", StopPower.None, false, false },
        { "windsurf", StopPower.None, false, false },
        { "aider", StopPower.None, false, false },
        { "amp", StopPower.None, false, false },
        { "generic", StopPower.None, false, false },
    };

    /// <summary>Runtime × something of its own in the repository or the home directory.</summary>
    public static TheoryData<string, string> Traces => new()
    {
        { "claude-code", "project/.claude/x" }, { "claude-code", "home/.claude/x" },
        { "codex", "project/.codex/x" }, { "codex", "home/.codex/x" },
        { "gemini", "project/.gemini/settings.json" }, { "gemini", "home/.gemini/x" },
        { "copilot", "project/.github/copilot-instructions.md" }, { "copilot", "home/.copilot/x" },
        { "vscode", "project/.vscode/settings.json" },
        { "cursor", "project/.cursor/rules/a.mdc" }, { "cursor", "home/.cursor/x" },
        { "opencode", "project/opencode.json" }, { "opencode", "home/.config/opencode/x" },
        { "qwen", "project/.qwen/x" }, { "qwen", "home/.qwen/x" },
        { "kimi", "home/.kimi/config.toml" }, { "kimi", "home/.kimi-code/config.toml" },
        { "goose", "project/.goosehints" }, { "goose", "home/.config/goose/config.yaml" },
        { "cline", "project/.clinerules/a.md" }, { "cline", "home/.cline/x" },
        { "windsurf", "project/.windsurf/x" }, { "windsurf", "home/.codeium/windsurf/x" },
        { "aider", "project/.aider.conf.yml" }, { "aider", "home/.aider.conf.yml" },
        { "amp", "home/.amp/AGENTS.md" },
    };

    [Fact]
    public void The_ids_are_those_that_scripts_rely_on()
    {
        Assert.Equal(Ids, RuntimeCatalog.All.Select(runtime => runtime.Id));
        Assert.Equal(["claude-code", "codex"], RuntimeCatalog.Default.Select(runtime => runtime.Id));
        var names = RuntimeCatalog.All.SelectMany(runtime => runtime.Aliases.Append(runtime.Id)).ToArray();
        Assert.Equal(names.Length, names.Distinct().Count());
    }

    [Theory]
    [MemberData(nameof(Powers))]
    public void What_hooks_can_do_is_what_the_runtime_documents(string id, StopPower stop, bool start, bool compact)
    {
        var runtime = Runtime(id);
        Assert.Equal(new HookCapabilities(stop, start, compact), runtime.Capabilities);
        Assert.Equal(stop == StopPower.None, (runtime.Hooks?.Block("x") ?? HookAnswer.Silent) == HookAnswer.Silent);
        Assert.Equal(!start, (runtime.Hooks?.Inject("x") ?? HookAnswer.Silent) == HookAnswer.Silent);
    }

    [Theory]
    [MemberData(nameof(Powers))]
    public void What_hooks_cannot_do_is_said(string id, StopPower stop, bool start, bool compact)
    {
        var notes = string.Join(' ', Runtime(id).Notes);
        Assert.True((stop != StopPower.None && start && compact) || notes.Length > 0, "says nothing of what it cannot do");
        if (stop != StopPower.Block)
            Assert.Matches("be blocked|block the agent|at (its|their) stop|nothing is installed", notes);
        if (!start)
            Assert.Contains("AGENTS.md", string.Join(' ', Runtime(id).Instructions.Files) + notes, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Traces))]
    public void It_is_found_by_what_it_leaves(string id, string trace)
    {
        using var workshop = new RuntimeWorkshop();
        Assert.False(Runtime(id).IsDetected(workshop.Repository.Path, workshop.Environment));

        (trace.StartsWith("home/", StringComparison.Ordinal) ? workshop.Home : workshop.Repository).Write(trace[(trace.IndexOf('/', StringComparison.Ordinal) + 1)..], "");

        Assert.True(Runtime(id).IsDetected(workshop.Repository.Path, workshop.Environment));
    }

    [Theory]
    [MemberData(nameof(Runtimes))]
    public void It_is_found_by_its_program(string id)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "a program is a file with an extension there");
        using var workshop = new RuntimeWorkshop();
        var runtime = Runtime(id);
        workshop.Set("PATH", Path.Combine(workshop.Home.Path, "bin"));
        if (runtime.Program.Length > 0 && !OperatingSystem.IsWindows())
            File.SetUnixFileMode(workshop.Home.Write($"bin/{runtime.Program}", ""), UnixFileMode.UserRead | UnixFileMode.UserExecute);

        Assert.Equal(id != "generic", runtime.IsDetected(workshop.Repository.Path, workshop.Environment));
    }

    [Theory]
    [MemberData(nameof(Runtimes))]
    public void Servers_are_read_where_they_are_registered(string id)
    {
        using var workshop = new RuntimeWorkshop();
        var runtime = Runtime(id);
        var places = new[] { SettingsLevel.Project, SettingsLevel.User }.Select(level => runtime.Mcp?.Place(new SettingsScope(level, workshop.Repository.Path, workshop.Environment))).OfType<McpPlace>().ToArray();
        foreach (var place in places.Where(place => place.Format == McpFormat.Json))
        {
            Assert.True(Path.IsPathFullyQualified(place.Path));
            Directory.CreateDirectory(Path.GetDirectoryName(place.Path)!);
            File.WriteAllText(place.Path, $"{{ // lenient\n \"{Assert.Single(place.Keys)}\": {{ \"{Path.GetFileName(place.Path)}\": {{}} }}, }}");
        }

        if (runtime.Mcp?.Names(new SettingsScope(SettingsLevel.Project, workshop.Repository.Path, workshop.Environment)) is { } servers && places.All(place => place.Format == McpFormat.Json))
            Assert.Equal(places.Select(place => Path.GetFileName(place.Path)).Distinct().Order(), servers.Order());
    }

    [Theory]
    [MemberData(nameof(Runtimes))]
    public void Instruction_files_are_named_from_the_root(string id) =>
        Assert.All(Runtime(id).Instructions.Files, file => Assert.Matches("^[A-Za-z0-9._/-]+$", file));

    private static AgentRuntime Runtime(string id) => RuntimeCatalog.All.Single(runtime => runtime.Id == id);
}
