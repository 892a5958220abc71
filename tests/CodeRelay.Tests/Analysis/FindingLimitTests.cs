using CodeRelay.Analysis;
using CodeRelay.Formats;
using CodeRelay.Git;
using CodeRelay.Rules;
using CodeRelay.Tests.Rules;

namespace CodeRelay.Tests.Analysis;

public sealed class FindingLimitTests
{
    private const int Limit = 100;

    [Fact]
    public void A_megabyte_of_paths_on_one_line_gives_a_hundred_findings_and_one_for_the_rest()
    {
        using var repo = WithPaths(40_000);

        var findings = repo.Findings("RLY5001");

        Assert.Equal(Limit + 1, findings.Count);
        Assert.Matches(@"^more than 100 findings of RLY5001 in this file; [0-9,.]{6} further places were not checked$", findings[^1].Message);
        Assert.Null(findings[^1].Fix);
    }

    [Fact]
    public void As_many_as_are_listed_need_no_word_about_others()
    {
        using var repo = WithPaths(Limit);

        Assert.All(repo.Findings("RLY5001"), finding => Assert.Contains("does not exist", finding.Message, StringComparison.Ordinal));
        Assert.Equal(Limit, repo.Findings("RLY5001").Count);
    }

    [Fact]
    public void A_rule_that_looks_at_everything_says_how_many_more_there_are()
    {
        using var repo = new TemporaryRepository();
        repo.Write("TASKS.md", "# Tasks\n\n" + string.Concat(Enumerable.Range(0, Limit + 7).Select(i => $"- [?] task {i}\n")));
        repo.Write("HANDOFF.md", "# Handoff\n\nNothing in progress.\n");
        repo.Commit("Begin");

        Assert.Equal("7 more findings of RLY7003 in this file; only the first 100 are listed", repo.Findings("RLY7003")[^1].Message);
    }

    [Fact]
    public void Other_files_and_other_rules_have_a_hundred_of_their_own()
    {
        using var repo = WithPaths(Limit + 20);
        repo.Write("TASKS.md", Line(Limit + 20));
        repo.Commit("Tasks");

        Assert.Equal(2 * (Limit + 1), repo.Findings("RLY5001").Count);
    }

    [Fact]
    public void What_is_suppressed_or_known_does_not_hide_what_is_new()
    {
        using var repo = WithPaths(Limit * 3);
        repo.Write("TASKS.md", $"<!-- coderelay-disable-next-line RLY5001: kept -->\n{Line(Limit * 3)}\nRead `src/Fresh.cs`.\n");
        repo.Commit("Tasks");
        var known = Check(repo, int.MaxValue).Findings.Where(finding => finding.File == "HANDOFF.md").Select(finding => finding.Fingerprint).ToHashSet();
        repo.Write("HANDOFF.md", repo.Read("HANDOFF.md") + "\nRead `src/Fresh.cs`.\n");

        var result = Check(repo, Limit, new Baseline(known));

        Assert.Equal(3 * Limit, known.Count);
        Assert.Equal(["HANDOFF.md", "TASKS.md"], result.Findings.Select(finding => finding.File));
        Assert.All(result.Findings, finding => Assert.Contains("src/Fresh.cs", finding.Message, StringComparison.Ordinal));
    }

    [Fact]
    public void A_secret_that_is_not_listed_is_masked_all_the_same()
    {
        using var repo = new TemporaryRepository();
        var tokens = Enumerable.Range(0, Limit + 5).Select(i => $"ghp_Zk3v9QmX7rT2bW8nL5cJ1dF6hG4pS0aY{i:D4}").ToArray();
        repo.Write("HANDOFF.md", "# Handoff\n\n" + string.Join(' ', tokens) + "\n");

        var result = Check(repo, Limit, rule: "RLY6001");

        Assert.Equal(Limit + 1, result.Findings.Count);
        Assert.DoesNotContain(tokens[^1], new Masking(result).TextOf("HANDOFF.md")!.Content, StringComparison.Ordinal);
    }

    private static AnalysisResult Check(TemporaryRepository repo, int most, Baseline? baseline = null, string rule = "RLY5001")
    {
        var repository = Repository.Discover(repo.Path);
        return RuleCatalog.Check(AnalysisInput.Of(repository, new Configuration()) with { OnlyRules = [rule], MostFindings = most }, baseline);
    }

    private static TemporaryRepository WithPaths(int count)
    {
        var repo = new TemporaryRepository();
        repo.Write("src/App.cs", "class App;\n");
        repo.Write("HANDOFF.md", $"# Handoff\n\n{Line(count)}\n");
        repo.Commit("Begin");
        return repo;
    }

    private static string Line(int count) => string.Join(' ', Enumerable.Range(0, count).Select(i => $"`src/Part{i}/Missing.cs`"));
}
