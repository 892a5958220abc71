namespace CodeRelay.Tests.Rules.Redundancy;

public sealed class RLY3002Tests
{
    [Theory]
    [InlineData("Tests are in `tests/`")]
    [InlineData("The migrations live under `src/Migrations/`")]
    [InlineData("Die Tests liegen in `tests/`")]
    public void A_statement_that_only_says_where_a_folder_is_is_found(string statement) =>
        Assert.Equal(1, Findings("Background", statement));

    [Theory]
    [InlineData("Background", "Tests that need a database are in `tests/`")]
    [InlineData("Background", "Migrations are in `tests/`")]
    [InlineData("Background", "Tests must stay in `tests/`")]
    [InlineData("Background", "Tests are in `src/Migrations/Readme.md`")]
    [InlineData("Important files", "Tests are in `tests/`")]
    [InlineData("Next", "Tests in `tests/`")]
    public void One_that_says_more_stays(string heading, string statement) =>
        Assert.Equal(0, Findings(heading, statement));

    [Theory]
    [InlineData("Where things are:\n\n- tests are in `tests/`")]
    [InlineData("Layout:\n\n```\n├── src\n├── tests\n│   └── A.cs\n└── HANDOFF.md\n```")]
    public void The_line_that_introduces_it_goes_with_it(string text)
    {
        using var repo = new TemporaryRepository();
        repo.Write("tests/A.cs", "class A;\n");
        repo.Write("src/a.cs", "class B;\n");
        repo.Write("HANDOFF.md", $"# Handoff\n\n## Background\n\n{text}\n\nThe nightly job cannot log in.\n");
        repo.Commit("Start");

        Assert.Equal(5, Assert.Single(repo.Findings("RLY3002")).Range.Line);
    }

    private static int Findings(string heading, string statement)
    {
        using var repo = new TemporaryRepository();
        repo.Write("tests/A.cs", "class A;\n");
        repo.Write("src/Migrations/Readme.md", "# Order\n");
        repo.Write("HANDOFF.md", $"# Handoff\n\n## {heading}\n\n- {statement}\n");
        repo.Commit("Start");
        return repo.Findings("RLY3002").Count;
    }
}
