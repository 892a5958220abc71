using System.Text;
using CodeRelay.Cli.CommandLine;

namespace CodeRelay.Cli.Tests;

public sealed class CheckTests
{
    [Fact]
    public void A_packet_that_is_a_contract_is_told_which_of_its_nine_items_are_open()
    {
        using var directory = new TemporaryDirectory();
        directory.Write("HANDOFF.md", "---\nlane: execute\n---\n# Handoff\n");

        var text = Coderelay.Run("check", directory.Path).Output;
        var json = Schemas.Verify("schemas/check-1.schema.json", Coderelay.Run("check --format json", directory.Path).Output);

        Assert.Contains("RLY4005 no-acceptance-gate (P2)\n", text, StringComparison.Ordinal);
        var items = json.GetProperty("findings").EnumerateArray().Select(finding => finding.TryGetProperty("item", out var item) ? item.GetString() : null);
        Assert.Equal(["P1", "P2", "P3", "P4", "P5", "P6", "P7", "P8", "P9"], items.OfType<string>().Distinct().Order(StringComparer.Ordinal));
    }

    private const string Schema = "schemas/check-1.schema.json";

    // Over a budget of four lines: a finding that depends on no other rule.
    private const string Configuration = "budgets: { HANDOFF.md: { lines: 4 } }\n";
    private const string Handoff = "# Handoff\n\n## Goal\n\nMake `parse()` accept CRLF.\n";

    [Fact]
    public void A_finding_is_shown_with_its_source_and_a_summary()
    {
        using var repo = Repository();

        var result = Coderelay.Run("check --rules RLY2001", repo.Path);

        Assert.StartsWith("""
            HANDOFF.md:1:1 warning RLY2001 file-over-budget
              HANDOFF.md has 5 lines (budget 4); delete or move what a session does not need at its start
               1 | # Handoff
                 | ^^^^^^^^^

            1 finding (1 warning) in 1 file ·
            """.ReplaceLineEndings("\n"), result.Output, StringComparison.Ordinal);
        Assert.Equal("", result.Error);
        Assert.Equal(ExitCode.Success, result.ExitCode);
    }

    [Fact]
    public void Json_follows_its_schema_and_nothing_else_is_on_standard_output()
    {
        using var repo = Repository();
        var head = repo.Commit("packet");

        var result = Coderelay.Run("check --format json", repo.Path);

        var json = Schemas.Verify(Schema, result.Output);
        Assert.Equal(repo.Path, json.GetProperty("root").GetString());
        Assert.Equal(head, json.GetProperty("head").GetString());
        Assert.Equal("main", json.GetProperty("branch").GetString());
        Assert.Contains(json.GetProperty("findings").EnumerateArray(), finding => finding.GetProperty("rule").GetString() == "RLY2001");
    }

    [Fact]
    public void Outside_git_there_is_no_head_and_that_is_fine()
    {
        using var directory = new TemporaryDirectory();
        directory.Write("HANDOFF.md", Handoff);

        var result = Coderelay.Run("check --format json", directory.Path);

        var json = Schemas.Verify(Schema, result.Output);
        Assert.Equal(System.Text.Json.JsonValueKind.Null, json.GetProperty("head").ValueKind);
        Assert.Equal(System.Text.Json.JsonValueKind.Null, json.GetProperty("branch").ValueKind);
    }

    [Fact]
    public void Without_a_packet_one_line_names_init()
    {
        using var repo = new TemporaryRepository();

        var result = Coderelay.Run("check", repo.Path);

        Assert.Equal(ExitCode.Success, result.ExitCode);
        Assert.Equal("", result.Output);
        Assert.Equal("there is no handoff packet here; `coderelay init` creates one\n", result.Error);
    }

    [Theory]
    [InlineData("HANDOFF_2026-05-01.md")]
    [InlineData("docs/auth-handover.md")]
    [InlineData("Übergabe.md")]
    [InlineData("docs/引き継ぎ.md")]
    public void Without_a_packet_what_is_called_like_one_is_told_of(string path)
    {
        using var repo = new TemporaryRepository();
        repo.Write(path, "# State\n");
        repo.Write("docs/handoffs-explained.md", "# How handoffs work\n");

        var result = Coderelay.Run("check", repo.Path);

        Assert.Equal(ExitCode.Success, result.ExitCode);
        Assert.Equal($"there is no handoff packet here; `coderelay init` creates one\nnote: {path}: not read, because a packet is named HANDOFF.md; rename it, or pass it to `coderelay check`\n", result.Error);
        Assert.Contains("in 1 file", Coderelay.Run($"check {path}", repo.Path).Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("error", ExitCode.Success)]
    [InlineData("warning", ExitCode.Findings)]
    [InlineData("info", ExitCode.Findings)]
    [InlineData("never", ExitCode.Success)]
    public void The_exit_code_follows_fail_on(string failOn, int expected)
    {
        using var repo = Repository();

        Assert.Equal(expected, Coderelay.Run($"check --rules RLY2001 --fail-on {failOn}", repo.Path).ExitCode);
    }

    [Theory]
    [InlineData("rules: { RLY2001: error }", "error", ExitCode.Findings)]
    [InlineData("rules: { file-over-budget: info }", "info", ExitCode.Success)]
    [InlineData("rules: { RLY2001: off }", null, ExitCode.Success)]
    public void Coderelay_yml_sets_severities(string rules, string? severity, int expected)
    {
        using var repo = Repository();
        repo.Write("coderelay.yml", Configuration + rules + "\n");

        var result = Coderelay.Run("check --rules RLY2001 --format json", repo.Path);

        Assert.Equal(expected, result.ExitCode);
        Assert.Equal(severity, Schemas.Verify(Schema, result.Output).GetProperty("findings").EnumerateArray().Select(finding => finding.GetProperty("severity").GetString()).SingleOrDefault());
    }

    [Fact]
    public void Editorconfig_beats_coderelay_yml_for_the_files_of_its_section()
    {
        using var repo = Repository();
        repo.Write("coderelay.yml", Configuration + "rules: { RLY2001: info }\n");
        repo.Write(".editorconfig", "root = true\n[HANDOFF.md]\ndotnet_diagnostic.RLY2001.severity = error\n");

        Assert.Equal(ExitCode.Findings, Coderelay.Run("check --rules RLY2001", repo.Path).ExitCode);
    }

    [Theory]
    [InlineData("rulez: {}\n", "coderelay.yml(1,1): unknown key 'rulez'; valid are ")]
    [InlineData("budgets:\n  HANDOFF.md: { lines: none }\n", "coderelay.yml(2,24): 'none' is not a budget")]
    [InlineData("rules:\n  RLY0000: error\n", "coderelay.yml(2,3): unknown rule 'RLY0000'; valid are ")]
    public void A_mistake_in_the_configuration_names_file_line_and_what_is_valid(string yaml, string expected)
    {
        using var repo = Repository();
        repo.Write("coderelay.yml", yaml);

        var result = Coderelay.Run("check", repo.Path);

        Assert.Equal(ExitCode.Usage, result.ExitCode);
        Assert.StartsWith($"coderelay: {expected}", result.Error, StringComparison.Ordinal);
        Assert.Equal("", result.Output);
    }

    [Fact]
    public void A_suppressed_finding_is_counted_and_not_shown()
    {
        using var repo = Repository();
        repo.Write("HANDOFF.md", "<!-- coderelay-disable-next-line RLY2001: the reviewer wants it long -->\n" + Handoff);
        repo.Write("TASKS.md", "# Tasks\n");

        // The comment covers line 2; the finding is reported at line 1.
        Assert.Equal(ExitCode.Findings, Coderelay.Run("check --rules RLY2001 --fail-on warning", repo.Path).ExitCode);
        repo.Write("HANDOFF.md", "<!-- coderelay-disable RLY2001: the reviewer wants it long -->\n" + Handoff);
        var result = Coderelay.Run("check --rules RLY2001 --fail-on warning", repo.Path);

        Assert.Equal(ExitCode.Success, result.ExitCode);
        Assert.Contains("1 suppressed", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_baseline_hides_what_it_knows_and_nothing_new()
    {
        using var repo = Repository();

        var written = Coderelay.Run("check --write-baseline", repo.Path);
        Assert.Equal(ExitCode.Success, written.ExitCode);
        Assert.Equal("", written.Output);
        var known = Coderelay.Run("check --rules RLY2001 --fail-on info", repo.Path);
        Assert.Equal(ExitCode.Success, known.ExitCode);
        Assert.Contains("in the baseline", known.Output, StringComparison.Ordinal);

        repo.Write("src/HANDOFF.md", Handoff);
        var result = Coderelay.Run("check --rules RLY2001 --format json", repo.Path);
        var finding = Assert.Single(Schemas.Verify(Schema, result.Output).GetProperty("findings").EnumerateArray());
        Assert.Equal("src/HANDOFF.md", finding.GetProperty("file").GetString());
    }

    [Fact]
    public void A_baseline_may_lie_elsewhere_and_must_be_one()
    {
        using var repo = Repository();

        Coderelay.Run("check --write-baseline --baseline eng/known.json", repo.Path);

        Assert.Contains("in the baseline", Coderelay.Run("check --rules RLY2001 --baseline eng/known.json", repo.Path).Output, StringComparison.Ordinal);
        Assert.Equal(ExitCode.Usage, Coderelay.Run("check --baseline missing.json", repo.Path).ExitCode);
        var wrong = Coderelay.Run("check --baseline coderelay.yml", repo.Path);
        Assert.Equal(ExitCode.Usage, wrong.ExitCode);
        Assert.Equal("coderelay: coderelay.yml(1,1): not valid JSON\n", wrong.Error);
    }

    [Fact]
    public void Paths_globs_and_directories_are_judged_instead_of_the_packet()
    {
        using var repo = Repository();
        repo.Write("coderelay.yml", "budgets: { HANDOFF.md: { lines: 4 }, a.md: { lines: 1 }, b.md: { lines: 1 } }\n");
        repo.Write("notes/a.md", "1\n2\n");
        repo.Write("notes/deep er/b.md", "1\n2\n");
        repo.Write(".gitignore", "ignored/\n");
        repo.Write("ignored/a.md", "1\n2\n");

        string[] Files(params string[] paths) =>
            [.. Schemas.Verify(Schema, Coderelay.Run(["check", "--rules", "RLY2001", "--format", "json", .. paths], Path.Combine(repo.Path, "notes")).Output)
                .GetProperty("findings").EnumerateArray().Select(finding => finding.GetProperty("file").GetString()!)];

        Assert.Equal(["notes/a.md"], Files("a.md"));
        Assert.Equal(["notes/a.md"], Files("*.md"));
        Assert.Equal(["notes/a.md", "notes/deep er/b.md"], Files("."));
        Assert.Equal(["notes/a.md", "notes/deep er/b.md"], Files("**/*.md", "a.md"));
        Assert.Equal(["notes/deep er/b.md"], Files("deep er"));
        Assert.Equal(["HANDOFF.md", "notes/a.md", "notes/deep er/b.md"], Files(".."));
        Assert.Equal(["ignored/a.md"], Files("../ignored/a.md"));
        Assert.Equal(["HANDOFF.md"], Files());
    }

    [Theory]
    [InlineData("missing.md", "'missing.md' does not exist")]
    [InlineData("*.txt", "'*.txt' matches no file")]
    [InlineData("../", "'../' is outside '")]
    [InlineData("--bogus", "unknown option '--bogus'")]
    public void A_path_that_cannot_be_judged_is_wrong_usage(string path, string expected)
    {
        using var repo = Repository();

        var result = Coderelay.Run(["check", path], repo.Path);

        Assert.Equal(ExitCode.Usage, result.ExitCode);
        Assert.StartsWith($"coderelay: {expected}", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_link_out_of_the_repository_is_not_read()
    {
        using var outside = new TemporaryDirectory();
        using var repo = Repository();
        File.CreateSymbolicLink(Path.Combine(repo.Path, "link.md"), outside.Write("secret.md", "secret"));

        var result = Coderelay.Run("check link.md", repo.Path);

        Assert.Equal(ExitCode.Usage, result.ExitCode);
        Assert.DoesNotContain("secret", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Standard_input_stands_for_a_file_that_need_not_exist()
    {
        using var repo = new TemporaryRepository();
        repo.Write("coderelay.yml", Configuration);

        var result = Coderelay.Run(["check", "--stdin", "--stdin-path", "docs/HANDOFF.md", "--rules", "RLY2001", "--format", "json"], repo.Path, Handoff);

        Assert.Equal("docs/HANDOFF.md", Assert.Single(Schemas.Verify(Schema, result.Output).GetProperty("findings").EnumerateArray()).GetProperty("file").GetString());
        Assert.Contains("in 1 file", Coderelay.Run(["check", "-"], repo.Path, "text\n").Output, StringComparison.Ordinal);
        Assert.Equal(ExitCode.Usage, Coderelay.Run(["check", "-", "HANDOFF.md"], repo.Path).ExitCode);
        Assert.Equal(ExitCode.Usage, Coderelay.Run(["check", "--stdin-path", "HANDOFF.md"], repo.Path).ExitCode);
    }

    [Fact]
    public void The_output_file_holds_what_standard_output_would()
    {
        using var repo = Repository();
        var expected = Coderelay.Run("check --rules RLY2001 --format sarif", repo.Path).Output;

        var result = Coderelay.Run("check --rules RLY2001 --format sarif --output out/report.sarif", repo.Path);

        Assert.Equal("", result.Output);
        Assert.Equal(Encoding.UTF8.GetBytes(expected), File.ReadAllBytes(Path.Combine(repo.Path, "out", "report.sarif")));
    }

    [Fact]
    public void Rules_are_chosen_by_id_beginning_or_name_and_a_misspelt_one_is_guessed()
    {
        using var repo = Repository();

        Assert.Contains("RLY2001", Coderelay.Run("check --rules rly2", repo.Path).Output, StringComparison.Ordinal);
        Assert.Contains("RLY2001", Coderelay.Run("check --rules file-over-budget", repo.Path).Output, StringComparison.Ordinal);
        var result = Coderelay.Run("check --rules file-over-budgte", repo.Path);
        Assert.Equal(ExitCode.Usage, result.ExitCode);
        Assert.Contains("did you mean file-over-budget?", result.Error, StringComparison.Ordinal);
    }

    private static TemporaryRepository Repository()
    {
        var repo = new TemporaryRepository("path with späces");
        repo.Write("coderelay.yml", Configuration);
        repo.Write("HANDOFF.md", Handoff);
        return repo;
    }
}
