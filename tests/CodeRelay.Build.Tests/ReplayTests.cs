using CodeRelay.Build.Tests.Support;

namespace CodeRelay.Build.Tests;

/// <summary>A build in which nothing changed tells the last findings again and starts nothing.</summary>
[Collection(nameof(InThisProcess))]
public sealed class ReplayTests
{
    private const string FromStamp = "told from the stamp";

    private readonly TwoProjects _solution;

    public ReplayTests(TwoProjects solution)
    {
        _solution = solution;
        solution.Reset();
    }

    private string State => Path.Combine(_solution.Path, ".git", "coderelay");

    private string Stamp => Directory.GetFiles(Path.Combine(State, "build")).Single();

    [Fact]
    public void Findings_are_told_again_while_nothing_changed()
    {
        Build();
        Mark();

        Assert.Equal(FromStamp, Build());
        Assert.Equal(FromStamp, Build());
    }

    [Theory]
    [InlineData("HANDOFF.md", "# Handoff\n\n## Current Goal\n\nMake `parse()` accept CRLF too.\n")]
    [InlineData("coderelay.yml", "budgets:\n  HANDOFF.md: { lines: 3, tokens: 900 }\n")]
    [InlineData(".editorconfig", "[*.md]\nindent_size = 2\n")]
    [InlineData("AGENTS.md", "Run the tests.\n")]
    public void A_change_of_what_they_depend_on_is_checked(string file, string text)
    {
        var path = Path.Combine(_solution.Path, file);
        Build();
        Mark();
        try
        {
            File.WriteAllText(path, text);

            Assert.Equal(Sample.Message, Build());
        }
        finally
        {
            File.Delete(path);
        }
    }

    [Theory]
    [InlineData("commit", "--quiet", "--allow-empty", "--message", "Go on")]
    [InlineData("add", "--force", "src/P01/obj/project.assets.json")]
    [InlineData("checkout", "--quiet", "-b", "elsewhere")]
    public void Another_commit_index_or_branch_is_checked(params string[] arguments)
    {
        Build();
        Mark();

        _solution.Git(arguments);

        Assert.Equal(Sample.Message, Build());
        _solution.Git("reset", "--quiet");
        _solution.Git("checkout", "--quiet", "main");
    }

    [Fact]
    public void The_stamp_does_not_show_in_the_working_tree()
    {
        Build();

        Assert.True(File.Exists(Stamp));
        Assert.DoesNotContain("coderelay/", _solution.Git("status", "--porcelain", "--untracked-files=all"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_stamp_that_cannot_be_read_is_made_anew()
    {
        Build();
        File.WriteAllText(Stamp, "\0\n\n");

        Assert.Equal(Sample.Message, Build());
    }

    [Fact]
    public void A_place_that_cannot_be_written_costs_the_stamp_alone()
    {
        Build();
        Directory.Delete(State, recursive: true);
        File.WriteAllText(State, "in the way");
        try
        {
            Assert.Equal(Sample.Message, Build());
        }
        finally
        {
            File.Delete(State);
        }
    }

    private string? Build() =>
        Assert.Single(RecordedBuild.Run(_solution.Project(2), new Dictionary<string, string> { ["TargetFramework"] = "net10.0" }).Diagnostics, diagnostic => diagnostic.Code == Sample.Rule).Message;

    // What only the stamp says proves that it was the stamp that spoke.
    private void Mark() => File.WriteAllText(Stamp, File.ReadAllText(Stamp).Replace(Sample.Message, FromStamp, StringComparison.Ordinal));
}
