using CodeRelay.Analysis;

namespace CodeRelay.Tests.Rules.Freshness;

public sealed class RLY1004Tests
{
    private const string Step = "Retry expired uploads with exponential jitter in `src/Upload.cs`";

    [Theory]
    [InlineData("Retry expired uploads with exponential jitter")]
    [InlineData("feat(upload): expired uploads are retried with exponential jitter (#12)")]
    [InlineData("Upload\n\n- retries expired uploads with exponential jitter")]
    public void A_later_commit_with_the_steps_telling_words_finishes_it(string message)
    {
        using var repo = Sample(Step);
        Work(repo, message);

        var finding = Assert.Single(repo.Findings("RLY1004"));
        Assert.Contains("looks done", finding.Message, StringComparison.Ordinal);
        Assert.Equal(EvidenceKind.Commit, Assert.Single(finding.Evidence).Kind);
        Assert.Equal(7, finding.Range.Line);
    }

    [Theory]
    [InlineData("Begin to retry expired uploads with exponential jitter")]
    [InlineData("wip: retry expired uploads with exponential jitter")]
    [InlineData("Plan: retry expired uploads with exponential jitter")]
    [InlineData("Add a failing test: retry expired uploads with exponential jitter")]
    [InlineData("Document that expired uploads are dropped")]
    [InlineData("Rename the upload")]
    [InlineData("Test expired uploads")]
    [InlineData("Remove jitter")]
    public void A_beginning_a_plan_or_other_work_does_not(string message)
    {
        using var repo = Sample(Step);
        Work(repo, message);

        Assert.Empty(repo.Findings("RLY1004"));
    }

    [Theory]
    [InlineData("Test that expired uploads are retried with exponential jitter")]
    [InlineData("Document how expired uploads are retried with exponential jitter")]
    [InlineData("Decide whether expired uploads are retried with exponential jitter")]
    [InlineData("Remove the retry of expired uploads with exponential jitter")]
    [InlineData("~~Retry expired uploads with exponential jitter~~")]
    [InlineData("Continue")]
    public void Making_something_finishes_no_step_that_asks_for_something_else(string step)
    {
        using var repo = Sample(step);
        Work(repo, "Retry expired uploads with exponential jitter");

        Assert.Empty(repo.Findings("RLY1004"));
    }

    [Fact]
    public void A_check_that_is_run_after_every_change_is_never_done()
    {
        using var repo = Sample("Verify the expired uploads with `make check-uploads`");
        Work(repo, "Verify expired uploads\n\n- verified the expired uploads with make check-uploads");

        Assert.Empty(repo.Findings("RLY1004"));
    }

    [Fact]
    public void A_commit_that_was_taken_back_finishes_nothing()
    {
        using var repo = Sample(Step);
        Work(repo, "Retry expired uploads with exponential jitter");
        repo.Git("revert", "--no-edit", "HEAD");

        Assert.Empty(repo.Findings("RLY1004"));
    }

    [Theory]
    [InlineData("Speed up the parser\n\nFixes #41", 1)]
    [InlineData("Speed up the parser, see #41", 0)]
    [InlineData("Closes #411", 0)]
    public void A_commit_that_closes_the_steps_issue_finishes_it(string message, int count)
    {
        using var repo = Sample("Look into #41 with the owner");
        Work(repo, message);

        Assert.Equal(count, repo.Findings("RLY1004").Count);
    }

    [Fact]
    public void A_line_that_a_log_gained_finishes_a_step_whatever_the_commit_is_called()
    {
        using var repo = Sample("Test the updater from v0.3.0 to v0.4.0");
        repo.Write("BUILD-LOG.md", "# Log\n\n**Updater test v0.3.0 to v0.4.0:** passed end to end.\n");
        repo.Commit("wip: auto-save");
        repo.Write("src/Upload.cs", "2");
        repo.Commit("auto-save");

        var evidence = Assert.Single(Assert.Single(repo.Findings("RLY1004")).Evidence);
        Assert.Equal((EvidenceKind.Document, "BUILD-LOG.md:3"), (evidence.Kind, evidence.Reference));
    }

    [Theory]
    [InlineData("BUILD-LOG.md", "- [ ] Test the updater from v0.3.0 to v0.4.0")]
    [InlineData("docs/logging.md", "The updater test from v0.3.0 to v0.4.0 passed")]
    public void A_plan_in_a_log_and_another_document_finish_nothing(string path, string line)
    {
        using var repo = Sample("Test the updater from v0.3.0 to v0.4.0");
        repo.Write(path, $"# Log\n\n{line}\n");
        repo.Commit("wip: auto-save");

        Assert.Empty(repo.Findings("RLY1004"));
    }

    [Fact]
    public void Open_tasks_are_judged_by_what_came_after_their_own_file()
    {
        using var repo = Sample("Halve the memory of the parser in `src/Parser.cs`");
        Work(repo, "Retry expired uploads with exponential jitter");
        repo.Write("TASKS.md", $"# Tasks\n\n## In progress\n\n- [-] {Step}\n\n## Done\n\n- [x] {Step}\n");
        repo.Commit("List the tasks");
        Assert.Empty(repo.Findings("RLY1004"));

        Work(repo, "Retry expired uploads with exponential jitter, now for real");

        Assert.Equal(("TASKS.md", 5), Assert.Single(repo.Findings("RLY1004").Select(finding => (finding.File, finding.Range.Line))));
    }

    [Fact]
    public void An_edited_packet_is_as_new_as_now()
    {
        using var repo = Sample(Step);
        Work(repo, "Retry expired uploads with exponential jitter");
        repo.Write("HANDOFF.md", repo.Read("HANDOFF.md") + "\nMore.\n");

        Assert.Empty(repo.Findings("RLY1004"));
    }

    [Fact]
    public void Other_languages_are_judged_by_their_telling_words()
    {
        using var repo = Sample("Повторять загрузку `UploadQueue` версии 2.4.1 с задержкой jitter в `src/Upload.cs`");
        Work(repo, "Повторять загрузку UploadQueue версии 2.4.1 с задержкой jitter");

        Assert.Single(repo.Findings("RLY1004"));
    }

    private static TemporaryRepository Sample(string step)
    {
        var repo = new TemporaryRepository();
        repo.Write("src/Upload.cs", "0");
        repo.Write("BUILD-LOG.md", "# Log\n");
        repo.Write("HANDOFF.md", $"# Handoff\r\n\r\n## Next steps\r\n\r\n1. Measure `bench/reader` on the slow machine of the laboratory\r\n\r\n2. {step}\r\n");
        repo.Commit("Hand over");
        return repo;
    }

    private static void Work(TemporaryRepository repo, string message)
    {
        repo.Write("src/Upload.cs", Guid.NewGuid().ToString());
        repo.Commit(message);
    }
}
