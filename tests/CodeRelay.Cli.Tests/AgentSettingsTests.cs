using System.Text.Json;
using CodeRelay.Cli.CommandLine;

namespace CodeRelay.Cli.Tests;

/// <summary>Findings in settings files of agents, which are no documents of the packet.</summary>
public sealed class AgentSettingsTests
{
    private const string Broken = "{\n  \"hooks\": {,}\n}\n";

    [Fact]
    public void Check_shows_the_line_of_the_settings_file()
    {
        using var repo = Repository();

        var result = Coderelay.Run("check --rules RLY8", repo.Path);

        Assert.StartsWith("""
            .claude/settings.json:2:13 warning RLY8003 settings-do-not-parse
              Claude Code cannot read .claude/settings.json: not valid JSON; repair it, because the runtime may ignore the whole file
               2 |   "hooks": {,}
                 |             ^^
            """, result.Output, StringComparison.Ordinal);
        Assert.Equal(ExitCode.Findings, Coderelay.Run("check --rules RLY8 --fail-on warning", repo.Path).ExitCode);
    }

    [Theory]
    [InlineData("msbuild", "settings.json(2,13,2,15): warning RLY8003: ")]
    [InlineData("github", "file=.claude/settings.json,line=2,")]
    [InlineData("azure", ".claude/settings.json")]
    [InlineData("gitlab", "\"path\": \".claude/settings.json\"")]
    [InlineData("sarif", "\"uri\": \".claude/settings.json\"")]
    public void Every_format_carries_the_place(string format, string expected)
    {
        using var repo = Repository();

        Assert.Contains(expected, Coderelay.Run($"check --rules RLY8 --format {format}", repo.Path).Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_without_packet_or_instructions_beside_it_is_judged_as_well()
    {
        using var repo = new TemporaryRepository();
        repo.Write(".claude/settings.json", Broken);

        Assert.Equal([("RLY8003", 2)], Findings(repo, "check"));
    }

    [Fact]
    public void Named_files_are_judged_without_the_settings()
    {
        using var repo = Repository();

        Assert.Empty(Findings(repo, "check HANDOFF.md --rules RLY8"));
    }

    [Fact]
    public void The_baseline_knows_the_finding_until_the_line_changes()
    {
        using var repo = Repository();
        Coderelay.Run("check --write-baseline", repo.Path);

        Assert.Empty(Findings(repo, "check"));
        repo.Write(".claude/settings.json", "{\n\n  \"hooks\": {,}\n}\n");
        Assert.Empty(Findings(repo, "check"));
        repo.Write(".claude/settings.json", "{\n  \"hooks\": [,]\n}\n");
        Assert.Equal([("RLY8003", 2)], Findings(repo, "check"));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_branch_answers_for_the_settings_that_it_touched(bool isCommitted)
    {
        using var repo = Repository();
        repo.Commit("Begin");
        repo.Git("branch", "--move", "main");
        repo.Git("switch", "--quiet", "--create", "side");

        Assert.Empty(Findings(repo, "check --since main"));
        repo.Write(".codex/hooks.json", Broken);
        if (isCommitted)
            repo.Commit("Add hooks");
        Assert.Equal([("RLY8003", 2)], Findings(repo, "check --since main --rules RLY8"));
    }

    [Fact]
    public void Fix_imports_what_CLAUDE_md_hides()
    {
        using var repo = new TemporaryRepository();
        repo.Write("AGENTS.md", "# Rules\n");
        repo.Write("CLAUDE.md", "# Claude\n");
        repo.Commit("Begin");

        Coderelay.Run("fix", repo.Path);

        Assert.Equal("# Claude\n\n@AGENTS.md\n", repo.Read("CLAUDE.md"));
    }

    private static TemporaryRepository Repository()
    {
        var repo = new TemporaryRepository();
        repo.Write("HANDOFF.md", "# Handoff\n");
        repo.Write(".claude/settings.json", Broken);
        return repo;
    }

    private static IEnumerable<(string? Rule, int Line)> Findings(TemporaryRepository repo, string arguments)
    {
        var json = Schemas.Verify("schemas/check-1.schema.json", Coderelay.Run(arguments + " --format json", repo.Path).Output);
        return json.GetProperty("findings").EnumerateArray().Where(finding => finding.GetProperty("file").GetString()!.StartsWith('.')).Select(Place);
    }

    private static (string? Rule, int Line) Place(JsonElement finding) => (finding.GetProperty("rule").GetString(), finding.GetProperty("line").GetInt32());
}
