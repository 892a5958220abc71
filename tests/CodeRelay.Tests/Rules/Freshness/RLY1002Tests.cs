namespace CodeRelay.Tests.Rules.Freshness;

public sealed class RLY1002Tests
{
    [Theory]
    [InlineData("src/Parser.cs", 1)]
    [InlineData("src/New.cs", 1)]
    [InlineData("lib/A.cs lib/B.cs lib/C.cs lib/D.cs lib/E.cs", 1)]
    [InlineData("lib/A.cs lib/B.cs lib/C.cs lib/D.cs", 0)]
    [InlineData("HANDOFF.md", 0)]
    [InlineData("TASKS.md", 0)]
    [InlineData("notes.md", 0)]
    public void Newer_changes_count_when_the_packet_is_about_them_or_in_bulk(string paths, int count)
    {
        using var repo = Sample();
        foreach (var path in paths.Split(' '))
            repo.Write(path, "changed");

        Assert.Equal(count, repo.Findings("RLY1002").Count);
    }

    [Fact]
    public void A_deleted_file_is_a_change()
    {
        using var repo = Sample();
        File.Delete(Path.Combine(repo.Path, "src/Parser.cs"));

        Assert.Contains("src/Parser.cs", Assert.Single(repo.Findings("RLY1002")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Changes_that_were_there_before_the_packet_was_committed_are_older()
    {
        using var repo = Sample(DateTimeOffset.UtcNow.AddHours(1));
        repo.Write("src/Parser.cs", "changed");

        Assert.Empty(repo.Findings("RLY1002"));
    }

    [Fact]
    public void An_edited_packet_is_as_new_as_its_file()
    {
        using var repo = Sample();
        repo.Write("src/Parser.cs", "changed");
        repo.Write("HANDOFF.md", "# Handoff\n\n`src/Parser.cs` is half done.\n");
        Assert.Empty(repo.Findings("RLY1002"));

        File.SetLastWriteTimeUtc(Path.Combine(repo.Path, "HANDOFF.md"), DateTime.UtcNow.AddHours(-1));
        Assert.Single(repo.Findings("RLY1002"));
    }

    private static TemporaryRepository Sample(DateTimeOffset? start = null)
    {
        var repo = new TemporaryRepository(start: start);
        repo.Write("src/Parser.cs", "x");
        foreach (var name in new[] { "A", "B", "C", "D", "E" })
            repo.Write($"lib/{name}.cs", "x");
        repo.Write("notes.md", "x");
        repo.Write("TASKS.md", "# Tasks\n");
        repo.Write("HANDOFF.md", "# Handoff\n\nMake `src/Parser.cs` accept CRLF.\n");
        repo.Commit("hand over");
        return repo;
    }
}
