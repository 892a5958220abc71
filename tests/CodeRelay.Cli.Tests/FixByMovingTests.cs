using System.Text;
using CodeRelay.Cli.CommandLine;

namespace CodeRelay.Cli.Tests;

public sealed class FixByMovingTests
{
    private const string Handoff = "# Handoff\n\n## Goal\n\nStore the ETag per feed.\n\n## Next steps\n\n1. [x] T-1 Parse Atom feeds\n2. [ ] T-2 Store the ETag per feed\n3. [x] T-3 Rename the option, because the old name misled everybody\n";

    private const string Tasks = "# Tasks\n\n## In progress\n\n- [x] T-4 Poll feeds every hour\n  - [x] the timer\n\n  Measured on two machines.\n- [-] T-2 Store the ETag per feed\n\n## Done\n\n* [x] T-0 Begin\n\n## Ideas\n\n- [ ] Feeds of feeds\n";

    [Theory]
    [InlineData("\n", "")]
    [InlineData("\r\n", "\uFEFF")]
    public void A_finished_task_goes_to_the_archive_with_all_that_is_below_it(string lineBreak, string mark)
    {
        using var repo = Repository(mark, lineBreak, ("HANDOFF.md", Handoff), ("TASKS.md", Tasks));

        var result = Coderelay.Run("fix --rules RLY7009", repo.Path);

        Assert.Equal(ExitCode.Success, result.ExitCode);
        Assert.Equal(
            mark + "# Tasks\n\n## In progress\n\n- [-] T-2 Store the ETag per feed\n\n## Done\n\n* [x] T-0 Begin\n* [x] T-1 Parse Atom feeds\n* [x] T-4 Poll feeds every hour\n  - [x] the timer\n\n  Measured on two machines.\n\n## Ideas\n\n- [ ] Feeds of feeds\n".Replace("\n", lineBreak, StringComparison.Ordinal),
            Text(repo, "TASKS.md"));
        Assert.Equal(
            mark + Handoff.Replace("1. [x] T-1 Parse Atom feeds\n2. ", "1. ", StringComparison.Ordinal).Replace("3. [x]", "2. [x]", StringComparison.Ordinal).Replace("\n", lineBreak, StringComparison.Ordinal),
            Text(repo, "HANDOFF.md"));
        Assert.Contains("  safe: move the finished task to \"Done\"\n  = document TASKS.md:11: ## Done\n", result.Output.ReplaceLineEndings("\n"), StringComparison.Ordinal);
        Assert.Contains("\n+* [x] T-1 Parse Atom feeds\n", result.Output.ReplaceLineEndings("\n"), StringComparison.Ordinal);
        Assert.StartsWith("nothing to fix", Coderelay.Run("fix --allow-dirty --rules RLY7009", repo.Path).Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_an_archive_git_keeps_what_is_taken_out()
    {
        using var repo = Repository("", "\n", ("HANDOFF.md", "# Handoff\n\n## Next steps\n\n1. [x] Parse Atom feeds\n2. [ ] Store the ETag per feed\n"));

        var result = Coderelay.Run("fix", repo.Path);

        Assert.Contains("safe: delete the finished task, which git keeps", result.Output, StringComparison.Ordinal);
        Assert.Equal("# Handoff\n\n## Next steps\n\n1. [ ] Store the ETag per feed\n", repo.Read("HANDOFF.md"));
    }

    [Fact]
    public void What_git_does_not_have_is_not_taken_out_even_when_dirty_files_may_be_changed()
    {
        using var repo = Repository("", "\n", ("HANDOFF.md", "# Handoff\n\n## Next steps\n\n1. [ ] Store the ETag per feed\n"));
        const string Edited = "# Handoff\n\n## Next steps\n\n1. [x] Parse Atom feeds\n2. [ ] Store the ETag per feed\n";
        repo.Write("HANDOFF.md", Edited);

        Coderelay.Run("fix --allow-dirty", repo.Path);

        Assert.Equal(Edited, repo.Read("HANDOFF.md"));
    }

    [Theory]
    [InlineData("1. [x] T-1 Parse Atom feeds\n2. [ ] T-2 Build on T-1\n")]
    [InlineData("- [x] Parse Atom feeds\n  - [ ] with namespaces\n- [ ] Store the ETag\n")]
    [InlineData("- [x] Parse Atom feeds, never with a stream\n- [ ] Store the ETag\n")]
    [InlineData("- [x] Parse Atom feeds\n- [ ] Parse Atom feeds\n")]
    [InlineData("> - [x] Parse Atom feeds\n> - [ ] Store the ETag\n")]
    public void What_is_still_needed_stays(string steps)
    {
        using var repo = Repository("", "\n", ("HANDOFF.md", $"# Handoff\n\n## Next steps\n\n{steps}"));

        Assert.StartsWith("nothing to fix", Coderelay.Run("fix --rules RLY7009", repo.Path).Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("## Done\n", "## Done\n\n- [x] Parse Atom feeds\n")]
    [InlineData("## Done", "## Done\n\n- [x] Parse Atom feeds\n")]
    [InlineData("## Erledigt\n\n3. one\n", "## Erledigt\n\n3. one\n4. [x] Parse Atom feeds\n")]
    [InlineData("## Archive\n\nOld ones.\n\n## Ideas\n", "## Archive\n\nOld ones.\n\n- [x] Parse Atom feeds\n\n## Ideas\n")]
    [InlineData("## Archive\n## Ideas\n", "## Archive\n\n- [x] Parse Atom feeds\n\n## Ideas\n")]
    [InlineData("## Done\n\n| Task |\n|---|\n| one |\n", null)]
    public void The_archive_keeps_its_form(string archive, string? expected)
    {
        const string Open = "# Tasks\n\n## Next\n\n- [ ] Store the ETag\n\n";
        using var repo = Repository("", "\n", ("HANDOFF.md", "# Handoff\n\nNothing in progress.\n"), ("TASKS.md", Open.Replace("- [ ]", "- [x] Parse Atom feeds\n- [ ]", StringComparison.Ordinal) + archive));
        var before = repo.Read("TASKS.md");

        Coderelay.Run("fix --rules RLY7009", repo.Path);

        Assert.Equal(expected is null ? before : Open + expected, repo.Read("TASKS.md"));
    }

    [Theory]
    [InlineData("\n")]
    [InlineData("\r\n")]
    public void A_section_of_finished_work_makes_room_by_moving_beside_the_packet(string lineBreak)
    {
        using var repo = Repository("", lineBreak, ("coderelay.yml", "budgets: { HANDOFF.md: { lines: 14 } }\n"), ("docs/HANDOFF.md", WithLog));

        var safe = Coderelay.Run("fix", repo.Path);
        var result = Coderelay.Run("fix --unsafe", repo.Path);

        Assert.Contains("with --unsafe", safe.Output, StringComparison.Ordinal);
        Assert.Contains("unsafe: move \"Done\" to ARCHIVE.md", result.Output, StringComparison.Ordinal);
        Assert.Equal("# Handoff\n\n## Goal\n\nStore the ETag per feed.\n\n## Next\n\n1. [ ] the column\n".Replace("\n", lineBreak, StringComparison.Ordinal), repo.Read("docs/HANDOFF.md"));
        Assert.Equal("## Done\n\n- parsed Atom feeds\n- polled feeds\n\n### Spikes\n\n| What | When |\n|---|---|\n| stream | May |\n".Replace("\n", lineBreak, StringComparison.Ordinal), repo.Read("docs/ARCHIVE.md"));
        Assert.StartsWith("nothing to fix", Coderelay.Run("fix --unsafe --allow-dirty", repo.Path).Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Of_finished_tasks_those_that_are_needed_stay_under_their_heading()
    {
        const string Log = "# Tasks\n\n## Next\n\n- [ ] the column\n\n## Done\n\n- [x] parse Atom feeds\n- [x] poll feeds\n- [x] never poll more than hourly: the hosts ban us\n- [x] cache icons\n";
        using var repo = Repository("", "\n", ("coderelay.yml", "budgets: { TASKS.md: { lines: 8 } }\n"), ("HANDOFF.md", "# Handoff\n\nNothing in progress.\n"), ("TASKS.md", Log), ("ARCHIVE.md", "# Archive\n\nOlder."));

        Coderelay.Run("fix --unsafe", repo.Path);

        Assert.EndsWith("## Done\n\n- [x] never poll more than hourly: the hosts ban us\n", repo.Read("TASKS.md"), StringComparison.Ordinal);
        Assert.Equal("# Archive\n\nOlder.\n\n## Done\n\n- [x] parse Atom feeds\n- [x] poll feeds\n- [x] cache icons\n", repo.Read("ARCHIVE.md"));
    }

    [Theory]
    [InlineData("- never poll more than hourly: the hosts ban us\n")]
    [InlineData("- staging is green now\n")]
    [InlineData("- run `make test ARGS=-v` to see it\n")]
    public void A_report_with_something_that_is_needed_stays_whole(string needed)
    {
        var log = WithLog.Replace("- polled feeds\n", "- polled feeds\n" + needed, StringComparison.Ordinal);
        using var repo = Repository("", "\n", ("coderelay.yml", "budgets: { HANDOFF.md: { lines: 14 } }\n"), ("HANDOFF.md", log));

        Coderelay.Run("fix --unsafe --rules RLY2001", repo.Path);

        Assert.Equal(log, repo.Read("HANDOFF.md"));
        Assert.False(File.Exists(Path.Combine(repo.Path, "ARCHIVE.md")));
    }

    [Fact]
    public void A_new_file_is_shown_like_any_other_and_nothing_is_written_where_its_place_is_taken()
    {
        using var repo = Repository("", "\n", ("coderelay.yml", "budgets: { HANDOFF.md: { lines: 14 } }\n"), ("HANDOFF.md", WithLog));
        var diff = Schemas.Verify("schemas/fix-1.schema.json", Coderelay.Run("fix --unsafe --dry-run --format json", repo.Path).Output).GetProperty("files").EnumerateArray().ToArray();
        Directory.CreateDirectory(Path.Combine(repo.Path, "ARCHIVE.md"));

        var result = Coderelay.Run("fix --unsafe", repo.Path);

        Assert.Equal(["HANDOFF.md", "ARCHIVE.md"], diff.Select(file => file.GetProperty("path").GetString()));
        Assert.Contains("\n+- parsed Atom feeds\n", diff[1].GetProperty("diff").GetString(), StringComparison.Ordinal);
        Assert.Equal(ExitCode.Usage, result.ExitCode);
        Assert.Equal(WithLog, repo.Read("HANDOFF.md"));
    }

    private const string WithLog = "# Handoff\n\n## Goal\n\nStore the ETag per feed.\n\n## Done\n\n- parsed Atom feeds\n- polled feeds\n\n### Spikes\n\n| What | When |\n|---|---|\n| stream | May |\n\n## Next\n\n1. [ ] the column\n";

    private static string Text(TemporaryRepository repo, string path) => Encoding.UTF8.GetString(File.ReadAllBytes(Path.Combine(repo.Path, path)));

    private static TemporaryRepository Repository(string mark, string lineBreak, params (string Path, string Text)[] files)
    {
        var repo = new TemporaryRepository();
        foreach (var (path, text) in files)
            repo.Write(path, mark + text.Replace("\n", lineBreak, StringComparison.Ordinal));
        repo.Commit("Begin");
        return repo;
    }
}
