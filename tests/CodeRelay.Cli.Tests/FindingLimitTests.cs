using CodeRelay.Cli.CommandLine;

namespace CodeRelay.Cli.Tests;

public sealed class FindingLimitTests
{
    private const int Limit = 100;

    [Fact]
    public void A_megabyte_of_paths_on_one_line_ends_with_a_word_about_the_rest()
    {
        using var repo = Repository(45_000);

        var json = Schemas.Verify("schemas/check-1.schema.json", Coderelay.Run("check --format json --rules RLY5001 --fail-on warning", repo.Path).Output);
        var text = Coderelay.Run("check --rules RLY5001", repo.Path).Output;

        Assert.True(new FileInfo(Path.Combine(repo.Path, "HANDOFF.md")).Length > 1_000_000);
        Assert.Equal(Limit + 1, json.GetProperty("findings").GetArrayLength());
        Assert.Equal(Limit + 1, json.GetProperty("summary").GetProperty("warnings").GetInt32());
        Assert.Contains("more than 100 findings of RLY5001 in this file; ", text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_baseline_knows_all_of_them_and_fix_cures_all_of_them()
    {
        using var repo = Repository(Limit + 30);
        repo.Write("TASKS.md", "# Tasks\n\n" + string.Concat(Enumerable.Range(0, Limit + 30).Select(i => $"-[ ] task {i}\n")));
        repo.Commit("Tasks");

        var written = Coderelay.Run("check --write-baseline", repo.Path);
        var known = Coderelay.Run("check --rules RLY5001,RLY7003", repo.Path);
        File.Delete(Path.Combine(repo.Path, "coderelay-baseline.json"));
        Coderelay.Run("fix --rules RLY7003", repo.Path);

        Assert.Equal(ExitCode.Success, written.ExitCode);
        Assert.Contains($"{2 * (Limit + 30)} in the baseline", known.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("-[ ]", repo.Read("TASKS.md"), StringComparison.Ordinal);
    }

    private static TemporaryRepository Repository(int count)
    {
        var repo = new TemporaryRepository();
        repo.Write("src/App.cs", "class App;\n");
        repo.Write("HANDOFF.md", $"# Handoff\n\n{string.Join(' ', Enumerable.Range(0, count).Select(i => $"`src/part/Missing{i}.cs`"))}\n");
        repo.Commit("Begin");
        return repo;
    }
}
