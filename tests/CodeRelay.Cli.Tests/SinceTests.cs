using System.Text.Json;
using CodeRelay.Cli.CommandLine;

namespace CodeRelay.Cli.Tests;

public sealed class SinceTests
{
    private const string Packet = "# Handoff\n\n## Goal\n\nMake `src/Reader.cs` read CR LF.\n\n## Next steps\n\n1. Fix the case in `src/Gone.cs`\n2. Measure `src/Writer.cs`\n";

    [Fact]
    public void An_old_fault_is_not_the_branchs()
    {
        using var repo = Branch();
        repo.Write("notes.txt", "x");
        repo.Commit("Note");

        Assert.Contains("RLY5001", Rules(repo, "check"));
        Assert.Empty(Rules(repo, "check --since main"));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_line_that_the_branch_wrote_is_judged_committed_or_not(bool isCommitted)
    {
        using var repo = Branch();
        repo.Write("HANDOFF.md", Packet + "3. Read `src/Missing.cs`\n");
        if (isCommitted)
            repo.Commit("Say more");

        var findings = Findings(repo, "check --since main");

        Assert.Equal((11, "RLY5001"), Assert.Single(findings.Select(finding => (finding.GetProperty("line").GetInt32(), finding.GetProperty("rule").GetString()!))));
    }

    [Fact]
    public void What_the_branch_moved_makes_an_old_line_wrong()
    {
        using var repo = Branch();
        repo.Git("mv", "src/Writer.cs", "src/Printer.cs");
        repo.Commit("Rename the writer");

        var finding = Assert.Single(Findings(repo, "check --since main --rules RLY5"));

        Assert.Equal(10, finding.GetProperty("line").GetInt32());
    }

    [Fact]
    public void Work_of_the_branch_makes_the_packet_stale_and_older_work_does_not()
    {
        using var repo = Branch(workBefore: true);
        Assert.Contains("RLY1001", Rules(repo, "check"));
        Assert.Empty(Rules(repo, "check --since main"));

        repo.Write("src/Reader.cs", "3");
        repo.Commit("Work on the branch");

        Assert.Equal(["RLY1001"], Rules(repo, "check --since main"));
        Assert.Contains("1 commit on this branch does not update the packet", Findings(repo, "check --since main")[0].GetProperty("message").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public void What_happened_on_the_other_branch_meanwhile_does_not_count()
    {
        using var repo = Branch();
        repo.Git("switch", "--quiet", "main");
        repo.Git("mv", "src/Writer.cs", "src/Printer.cs");
        repo.Commit("Rename on main");
        repo.Git("switch", "--quiet", "side");
        repo.Write("HANDOFF.md", Packet + "\nMore about `src/Reader.cs`.\n");
        repo.Commit("Say more");

        Assert.Empty(Rules(repo, "check --since main"));
    }

    [Fact]
    public void A_packet_that_the_branch_brought_is_judged_whole()
    {
        using var repo = new TemporaryRepository();
        repo.Write("README.md", "x");
        repo.Commit("Begin");
        repo.Git("switch", "--quiet", "--create", "side");
        repo.Write("HANDOFF.md", "# Handoff\n\n## Next steps\n\n1. Read `src/Missing.cs`\n");
        Assert.Equal(Rules(repo, "check"), Rules(repo, "check --since main"));
        repo.Commit("Hand over");

        Assert.Equal(Rules(repo, "check"), Rules(repo, "check --since main"));
    }

    [Fact]
    public void Suppressions_and_the_baseline_hold_as_ever()
    {
        using var repo = Branch();
        repo.Write("HANDOFF.md", Packet + "3. Read `src/Missing.cs`\n<!-- coderelay-disable-next-line RLY5001: made by the build -->\n4. Read `src/Missing2.cs`\n");
        Assert.Equal(["RLY5001"], Rules(repo, "check --since main --rules RLY5"));

        Coderelay.Run("check --write-baseline", repo.Path);

        Assert.Empty(Rules(repo, "check --since main --rules RLY5"));
    }

    [Theory]
    [InlineData("check --since nowhere", ExitCode.Usage, "reference 'nowhere' does not exist in this clone")]
    [InlineData("check --since=--all", ExitCode.Usage, "reference '--all' does not exist in this clone")]
    [InlineData("check --since main --stdin", ExitCode.Usage, "--since and standard input")]
    [InlineData("check --since main --write-baseline", ExitCode.Usage, "--write-baseline and --since")]
    public void What_cannot_be_used_is_said(string arguments, int code, string message)
    {
        using var repo = Branch();

        var result = Coderelay.Run(arguments, repo.Path);

        Assert.Equal(code, result.ExitCode);
        Assert.Contains(message, result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_clone_too_shallow_and_branches_without_a_common_commit_are_said()
    {
        using var repo = Branch();
        repo.Write("src/Reader.cs", "2");
        repo.Commit("Work");
        repo.Git("switch", "--quiet", "--orphan", "other");
        repo.Write("HANDOFF.md", Packet);
        repo.Commit("Other beginning");
        var unrelated = Coderelay.Run("check --since main", repo.Path);
        Assert.Equal(ExitCode.Environment, unrelated.ExitCode);
        Assert.Contains("no commit in common", unrelated.Error, StringComparison.Ordinal);

        repo.Git("switch", "--quiet", "main");
        repo.Write("src/Reader.cs", "3");
        repo.Commit("Work on main");
        using var clones = new TemporaryDirectory();
        var shallow = Path.Combine(clones.Path, "shallow");
        repo.Git("clone", "--quiet", "--depth", "1", "--no-single-branch", "--branch", "side", new Uri(repo.Path).AbsoluteUri, shallow);

        var cutOff = Coderelay.Run("check --since origin/main", shallow);

        Assert.Equal(ExitCode.Environment, cutOff.ExitCode);
        Assert.Contains("git fetch --unshallow", cutOff.Error, StringComparison.Ordinal);
    }

    private static string[] Rules(TemporaryRepository repo, string arguments) => [.. Findings(repo, arguments).Select(finding => finding.GetProperty("rule").GetString()!).Where(rule => rule.StartsWith("RLY1", StringComparison.Ordinal) || rule.StartsWith("RLY5", StringComparison.Ordinal))];

    private static IReadOnlyList<JsonElement> Findings(TemporaryRepository repo, string arguments) =>
        [.. Schemas.Verify("schemas/check-1.schema.json", Coderelay.Run(arguments + " --format json", repo.Path).Output).GetProperty("findings").EnumerateArray()];

    private static TemporaryRepository Branch(bool workBefore = false)
    {
        var repo = new TemporaryRepository();
        repo.Write("src/Reader.cs", "1");
        repo.Write("src/Writer.cs", "class Writer\n{\n    // one\n    // two\n}\n");
        repo.Write("HANDOFF.md", Packet);
        repo.Commit("Hand over");
        if (workBefore)
        {
            repo.Write("src/Reader.cs", "2");
            repo.Commit("Work on main");
        }

        repo.Git("switch", "--quiet", "--create", "side");
        return repo;
    }
}
