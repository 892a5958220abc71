namespace CodeRelay.Tests.Rules.Redundancy;

public sealed class RLY3006Tests
{
    private const string Source = "// Sends again what the gateway refused.\n\n// Waits 200 milliseconds, doubles up to eight seconds, adds jitter, gives up after the seventh attempt.\nclass Retry;\n";
    private const string Restated = "- `src/Retry.cs` waits 200 milliseconds, doubles up to eight seconds, adds jitter, gives up after the seventh attempt";

    [Fact]
    public void The_line_of_the_code_that_says_it_is_named()
    {
        using var repo = With($"# Handoff\n\n## How it works\n\n{Restated}\n");

        var finding = Assert.Single(repo.Findings("RLY3006"));

        Assert.Equal(5, finding.Range.Line);
        Assert.Equal("src/Retry.cs:3", Assert.Single(finding.Evidence).Reference);
    }

    [Theory]
    [InlineData("## Next steps")]
    [InlineData("## Blockers")]
    [InlineData("## Decisions")]
    [InlineData("## Constraints")]
    [InlineData("## Important files")]
    public void What_is_needed_to_continue_stays_whatever_the_code_says(string heading)
    {
        using var repo = With($"# Handoff\n\n{heading}\n\n{Restated}\n");

        Assert.Empty(repo.Findings("RLY3006"));
    }

    [Fact]
    public void Code_that_the_packet_does_not_name_is_not_looked_at()
    {
        using var repo = With("# Handoff\n\n## How it works\n\n" + Restated.Replace("`src/Retry.cs`", "The retry", StringComparison.Ordinal) + "\n");

        Assert.Empty(repo.Findings("RLY3006"));
    }

    [Fact]
    public void The_same_words_about_something_else_are_not_enough()
    {
        using var repo = With("# Handoff\n\n## How it works\n\n- `src/Retry.cs`: the queue of the gateway waits for the operator, adds what was refused on Sundays, and gives up its place\n");

        Assert.Empty(repo.Findings("RLY3006"));
    }

    [Fact]
    public void Rows_that_point_at_a_line_and_name_what_stands_there_are_found()
    {
        using var repo = WithSync("| `src/Sync.cs:3` | SyncEngine.RunAll(), the main loop |\n| `src/Sync.cs:5-9` | DetectConflicts() |");

        var finding = Assert.Single(repo.Findings("RLY3006"));

        Assert.Equal(["src/Sync.cs:3", "src/Sync.cs:5"], finding.Evidence.Select(evidence => evidence.Reference));
    }

    [Theory]
    [InlineData("| `src/Sync.cs:3` | MergeAll(), the main loop |")]
    [InlineData("| `src/Sync.cs` | SyncEngine.RunAll(), the main loop |")]
    [InlineData("| `src/Sync.cs:3` | the main loop |")]
    [InlineData("| `src/Sync.cs:3` | RunAll() must not hold the lock while it waits |")]
    [InlineData("| `src/Sync.cs:3` | RunAll() starts with the newest remote, takes one page of hundred issues at a time and leaves out closed ones |")]
    public void Rows_that_say_more_than_the_line_does_stay(string row)
    {
        using var repo = WithSync(row);

        Assert.Empty(repo.Findings("RLY3006"));
    }

    [Fact]
    public void A_short_list_of_the_files_to_read_stays()
    {
        using var repo = WithSync("1. `src/Sync.cs:3` RunAll()\n2. `src/Sync.cs:5` DetectConflicts()\n", "## Important files");

        Assert.Empty(repo.Findings("RLY3006"));
    }

    [Fact]
    public void A_fence_that_points_at_what_stands_in_the_code_is_found_as_a_whole()
    {
        using var repo = WithSync("```\nP1: RunAll(Sync.cs:3) ✅\nP2: DetectConflicts(src/Sync.cs:5)、SyncEngine ✅\n```\n", "## Validation");

        var finding = Assert.Single(repo.Findings("RLY3006"));

        Assert.Equal((5, 8), (finding.Range.Line, finding.Range.LastLine));
        Assert.Equal(["src/Sync.cs:3", "src/Sync.cs:5"], finding.Evidence.Select(evidence => evidence.Reference));
    }

    [Theory]
    [InlineData("```\nRunAll(Sync.cs:3)\nMergeAll(Sync.cs:5)\n```")]
    [InlineData("```\nRunAll(Sync.cs:3)\nDetectConflicts(Gone.cs:5)\n```")]
    [InlineData("```\nRunAll(Sync.cs:3)\nDetectConflicts(Sync.cs:5)\nopen the port first\n```")]
    [InlineData("```\nRunAll(Sync.cs:3)\n```")]
    public void A_fence_with_a_line_that_says_something_else_stays(string fence)
    {
        using var repo = WithSync(fence);

        Assert.Empty(repo.Findings("RLY3006"));
    }

    [Fact]
    public void A_name_and_what_the_code_says_of_it_is_found_in_a_file_that_the_packet_does_not_name()
    {
        using var repo = WithRoutes("| `POST /api/orders/refused` | Sends refused orders again |");

        Assert.Equal("src/routes.js:3", Assert.Single(Assert.Single(repo.Findings("RLY3006")).Evidence).Reference);
    }

    [Theory]
    [InlineData("| `POST /api/orders/refused` | Needs the token of the gateway |")]
    [InlineData("| `POST /api/orders/lost` | Sends refused orders again |")]
    [InlineData("| POST orders | Sends refused orders again |")]
    [InlineData("| `POST /api/orders/refused` | Sends refused orders again, but books them twice when the gateway is slow, so that accounting has to look for pairs each morning before ten |")]
    public void In_a_file_that_the_packet_does_not_name_nearly_all_must_be_said(string row)
    {
        using var repo = WithRoutes(row);

        Assert.Empty(repo.Findings("RLY3006"));
    }

    private static TemporaryRepository WithRoutes(string row)
    {
        var repo = new TemporaryRepository();
        repo.Write("src/routes.js", "const app = express();\n\n// Sends refused orders again.\napp.post('/api/orders/refused', resend);\n\n// Lists all customers of a region.\napp.get('/api/customers', list);\n");
        for (var i = 0; i < 12; i++)
            repo.Write($"src/part{i}.js", $"// Computes part {i}.\nexport const part{i} = {i};\n");
        repo.Write("HANDOFF.md", $"# Handoff\n\n## API\n\n| Route | What |\n|---|---|\n{row}\n");
        repo.Commit("Start");
        return repo;
    }

    private static TemporaryRepository WithSync(string rows, string heading = "## Code")
    {
        var repo = new TemporaryRepository();
        repo.Write("src/Sync.cs", "class SyncEngine\n{\n    void RunAll() { }\n\n    void DetectConflicts() { }\n}\n");
        var table = rows.StartsWith('|') ? "| Where | What |\n|---|---|\n" : "";
        repo.Write("HANDOFF.md", $"# Handoff\n\n{heading}\n\n{table}{rows}\n");
        repo.Commit("Start");
        return repo;
    }

    private static TemporaryRepository With(string packet)
    {
        var repo = new TemporaryRepository();
        repo.Write("src/Retry.cs", Source);
        repo.Commit("Start");
        repo.Write("HANDOFF.md", packet);
        repo.Commit("Write the packet");
        return repo;
    }
}
