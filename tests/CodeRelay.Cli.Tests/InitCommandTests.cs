using CodeRelay.Cli.CommandLine;

namespace CodeRelay.Cli.Tests;

/// <summary>`coderelay init` as users run it: a process in a real repository.</summary>
public sealed class InitCommandTests
{
    private const string Schema = "schemas/init-1.schema.json";

    [Fact]
    public void An_empty_repository_gets_packet_configuration_and_hooks()
    {
        using var repository = new TemporaryRepository();

        var result = Coderelay.Run("init", repository.Path);

        Assert.Equal(ExitCode.Success, result.ExitCode);
        Assert.All(result.Output.TrimEnd('\n').Split('\n'), line => Assert.StartsWith("wrote   ", line, StringComparison.Ordinal));
        Assert.All(
            ["HANDOFF.md", "TASKS.md", "DECISIONS.md", "PROJECT_CONTEXT.md", "TAKEOVER_PROMPTS.md", "SESSION_CHECKLIST.md", "AGENTS.md", "CLAUDE.md", "coderelay.yml", ".claude/settings.json", ".codex/hooks.json"],
            file => Assert.Contains($"wrote   {file}\n", result.Output, StringComparison.Ordinal));
        Assert.Contains("/hooks", result.Error, StringComparison.Ordinal);
        Assert.Contains("no .NET project", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Files_of_the_user_are_merged_and_a_second_run_keeps_everything()
    {
        using var repository = new TemporaryRepository("with spaces and ü");
        repository.Write("AGENTS.md", "\uFEFFours\r\n");
        repository.Write("CLAUDE.md", "ours\n");
        repository.Write("Directory.Build.targets", "<Project />\n");
        repository.Write("src/app/app.csproj", "<Project />\n");
        repository.Write(".claude/settings.json", "{\n  // ours\n  \"permissions\": {}\n}\n");

        var first = Coderelay.Run("init", repository.Path);
        var second = Coderelay.Run("init", repository.Path);

        Assert.All(
            ["AGENTS.md", "CLAUDE.md", "Directory.Build.targets", ".claude/settings.json"],
            file => Assert.Contains($"merged  {file}\n", first.Output, StringComparison.Ordinal));
        Assert.StartsWith("\uFEFFours\r\n", System.Text.Encoding.UTF8.GetString(File.ReadAllBytes(Path.Combine(repository.Path, "AGENTS.md"))), StringComparison.Ordinal);
        Assert.Equal("ours\n\n@AGENTS.md\n", repository.Read("CLAUDE.md"));
        Assert.Contains("\"CodeRelay.Build\"", repository.Read("Directory.Build.targets"), StringComparison.Ordinal);
        Assert.Contains("// ours", repository.Read(".claude/settings.json"), StringComparison.Ordinal);
        Assert.All(second.Output.TrimEnd('\n').Split('\n'), line => Assert.StartsWith("kept    ", line, StringComparison.Ordinal));
        Assert.Contains("nothing was changed", second.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_sub_directory_and_a_linked_worktree_mean_their_root()
    {
        using var repository = new TemporaryRepository();
        repository.Write("deep/down/file.txt", "x");
        repository.Commit("begin");
        repository.Git("worktree", "add", "--quiet", "linked", "-b", "other");

        Coderelay.Run("init --packet-dir docs", Path.Combine(repository.Path, "deep", "down"));
        Directory.CreateDirectory(Path.Combine(repository.Path, "linked", "sub"));
        Coderelay.Run("init", Path.Combine(repository.Path, "linked", "sub"));

        Assert.True(repository.Exists("docs/HANDOFF.md"));
        Assert.True(repository.Exists("linked/HANDOFF.md"));
        Assert.False(repository.Exists("deep/down/AGENTS.md"));
        Assert.False(repository.Exists("linked/sub/AGENTS.md"));
    }

    [Fact]
    public void A_dry_run_says_the_same_and_changes_nothing()
    {
        using var repository = new TemporaryRepository();
        repository.Write("AGENTS.md", "ours\n");
        repository.Commit("begin");

        var planned = Coderelay.Run("init --dry-run --gate azure", repository.Path);

        Assert.Equal("", repository.Git("status", "--porcelain"));
        Assert.Contains("nothing was changed", planned.Error, StringComparison.Ordinal);
        Assert.Equal(Coderelay.Run("init --gate azure", repository.Path).Output, planned.Output);
    }

    [Fact]
    public void Json_says_what_the_text_says()
    {
        using var repository = new TemporaryRepository();
        repository.Write("HANDOFF.md", "# Ours\n");
        repository.Write("CLAUDE.md", "@AGENTS.md\n");

        var text = Coderelay.Run("init --force --dry-run", repository.Path);
        var json = Schemas.Verify(Schema, Coderelay.Run("init --force --format json", repository.Path).Output);

        var lines = json.GetProperty("files").EnumerateArray().Select(file =>
            $"{file.GetProperty("action").GetString(),-7} {file.GetProperty("path").GetString()}{Remark(file.GetProperty("backup").GetString() is { } backup ? $"before: {backup}" : file.GetProperty("note").GetString())}");
        Assert.Equal(text.Output.TrimEnd('\n').Split('\n'), lines);
        Assert.Contains("wrote   HANDOFF.md (before: HANDOFF.md.bak)", text.Output, StringComparison.Ordinal);
        Assert.Contains("kept    CLAUDE.md (imports AGENTS.md)", text.Output, StringComparison.Ordinal);
        Assert.False(json.GetProperty("dryRun").GetBoolean());
        Assert.Equal("# Ours\n", repository.Read("HANDOFF.md.bak"));
    }

    [Fact]
    public void Only_the_named_agents_get_hooks()
    {
        using var codex = new TemporaryRepository();
        using var claude = new TemporaryRepository();

        Coderelay.Run("init --runtimes codex", codex.Path);
        Coderelay.Run("init --agents claude", claude.Path);

        Assert.Equal((true, false, false), (codex.Exists(".codex/hooks.json"), codex.Exists(".claude"), codex.Exists("CLAUDE.md")));
        Assert.Equal((false, true, true), (claude.Exists(".codex"), claude.Exists(".claude/settings.json"), claude.Exists("CLAUDE.md")));
    }

    [Fact]
    public void Profile_gate_and_build_check_are_chosen()
    {
        using var repository = new TemporaryRepository();
        repository.Write("app.sln", "");

        Coderelay.Run("init --profile contract --gate github --no-build-check", repository.Path);

        Assert.Contains("## Review", repository.Read("HANDOFF.md"), StringComparison.Ordinal);
        Assert.Contains("profile: contract", repository.Read("coderelay.yml"), StringComparison.Ordinal);
        Assert.True(repository.Exists(".github/workflows/coderelay.yml"));
        Assert.False(repository.Exists("Directory.Build.targets"));
    }

    [Fact]
    public void Outside_git_it_works_and_says_what_is_missing()
    {
        using var directory = new TemporaryDirectory();
        using var state = new TemporaryDirectory();

        var result = Coderelay.Run(["init"], directory.Path, environment: new Dictionary<string, string?> { ["CODERELAY_STATE"] = state.Path });

        Assert.Equal(ExitCode.Success, result.ExitCode);
        Assert.True(directory.Exists("HANDOFF.md"));
        Assert.Contains("not a git repository", result.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("init --runtimes nobody", "unknown runtime 'nobody'; valid are claude-code, codex")]
    [InlineData("init --gate jenkins", "unknown value 'jenkins' for --gate; valid are none, github, azure")]
    [InlineData("init --packet-dir ../outside", "packet directory '../outside' cannot be used")]
    public void Wrong_values_are_named_with_the_valid_ones(string arguments, string message)
    {
        using var repository = new TemporaryRepository();

        var result = Coderelay.Run(arguments, repository.Path);

        Assert.Equal(ExitCode.Usage, result.ExitCode);
        Assert.Contains(message, result.Error, StringComparison.Ordinal);
        Assert.Equal("", repository.Git("status", "--porcelain"));
    }

    [Theory]
    [InlineData(".claude/settings.json", "{\n  \"hooks\": }\n", "settings.json(2,12)")]
    [InlineData("coderelay.yml", "pakket: src\n", "coderelay.yml(1,1): unknown key 'pakket'")]
    [InlineData("Directory.Build.targets", "<Project>\n", "Directory.Build.targets(2,1)")]
    public void A_file_that_does_not_parse_is_named_with_its_place_and_nothing_is_changed(string path, string content, string message)
    {
        using var repository = new TemporaryRepository();
        repository.Write(path, content);
        repository.Write("app.csproj", "<Project />");
        repository.Commit("begin");

        var result = Coderelay.Run("init", repository.Path);

        Assert.Equal(ExitCode.Usage, result.ExitCode);
        Assert.Contains(message, result.Error, StringComparison.Ordinal);
        Assert.Equal("", result.Output);
        Assert.Equal("", repository.Git("status", "--porcelain"));
    }

    [Fact]
    public void A_read_only_file_is_named_and_nothing_is_changed()
    {
        using var repository = new TemporaryRepository();
        var file = new FileInfo(repository.Write("AGENTS.md", "ours\n"));
        repository.Commit("begin");
        file.IsReadOnly = true;

        var result = Coderelay.Run("init", repository.Path);

        Assert.Equal(ExitCode.Environment, result.ExitCode);
        Assert.Contains("AGENTS.md is read-only", result.Error, StringComparison.Ordinal);
        Assert.Equal("", repository.Git("status", "--porcelain", "--untracked-files=all"));
        file.IsReadOnly = false;
    }

    private static string Remark(string? text) => text is null ? "" : $" ({text})";
}
