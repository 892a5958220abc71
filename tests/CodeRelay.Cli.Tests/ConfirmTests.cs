using System.Text;
using CodeRelay.Cli.CommandLine;

namespace CodeRelay.Cli.Tests;

public sealed class ConfirmTests
{
    private const string Body = "# Handoff\n\n## Goal\n\nMake `src/Reader.cs` read CR LF.\n";

    [Theory]
    [InlineData("", "\n", "")]
    [InlineData("\uFEFF", "\r\n", "")]
    [InlineData("", "\n", "---\nowner: platform – team\n# why\n---\n")]
    [InlineData("\uFEFF", "\r\n", "---\nconfirmed: 1234567 \nowner: x\n---\n")]
    public void Only_the_line_of_the_confirmation_is_written(string mark, string lineBreak, string front)
    {
        using var repo = new TemporaryRepository();
        var body = (front + Body + "last line without a break").ReplaceLineEndings(lineBreak);
        File.WriteAllBytes(Path.Combine(repo.Path, "HANDOFF.md"), [.. Encoding.UTF8.GetBytes(mark + body), 0xFF, 0xFE]);
        var head = repo.Commit("Hand over");

        var result = Coderelay.Run("confirm", repo.Path);

        Assert.Equal((ExitCode.Success, $"confirmed HANDOFF.md at {head[..7]}; commit it\n"), (result.ExitCode, result.Output));
        var expected = front.Length == 0 ? $"---\nconfirmed: {head}\n---\n\n{body}"
            : front.Contains("confirmed", StringComparison.Ordinal) ? body.Replace("1234567 ", head, StringComparison.Ordinal)
            : body.Replace("# why\n", $"# why\nconfirmed: {head}\n", StringComparison.Ordinal);
        Assert.Equal([.. Encoding.UTF8.GetBytes(mark + expected.ReplaceLineEndings(lineBreak)), 0xFF, 0xFE], File.ReadAllBytes(Path.Combine(repo.Path, "HANDOFF.md")));
    }

    [Fact]
    public void It_can_be_read_by_scripts_and_done_twice()
    {
        using var repo = Sample();

        var first = Schemas.Verify("schemas/confirm-1.schema.json", Coderelay.Run("confirm --format json", repo.Path).Output);
        var second = Schemas.Verify("schemas/confirm-1.schema.json", Coderelay.Run("confirm --format json", repo.Path).Output);

        Assert.True(first.GetProperty("files")[0].GetProperty("written").GetBoolean());
        Assert.False(second.GetProperty("files")[0].GetProperty("written").GetBoolean());
        Assert.Equal(repo.Git("rev-parse", "HEAD"), second.GetProperty("files")[0].GetProperty("previous").GetString());
    }

    [Fact]
    public void A_stale_packet_is_fresh_again_before_and_after_the_line_is_committed()
    {
        using var repo = Sample();
        repo.Write("src/Reader.cs", "2");
        repo.Commit("Work");
        Assert.Contains("RLY1001", Check(repo), StringComparison.Ordinal);

        Coderelay.Run("confirm", repo.Path);
        Assert.DoesNotContain("RLY100", Check(repo), StringComparison.Ordinal);
        repo.Commit("Confirm the packet");
        Assert.DoesNotContain("RLY100", Check(repo), StringComparison.Ordinal);

        repo.Write("src/Reader.cs", "3");
        repo.Commit("More work");
        Assert.Contains("1 commit is newer than the packet's confirmation", Check(repo), StringComparison.Ordinal);
    }

    [Fact]
    public void Several_packets_are_confirmed_one_by_one_from_any_directory()
    {
        using var repo = Sample();
        repo.Write("docs/HANDOFF.md", Body);
        repo.Commit("Another packet");

        var result = Coderelay.Run(["confirm", "HANDOFF.md"], Path.Combine(repo.Path, "docs"));

        Assert.Equal(ExitCode.Success, result.ExitCode);
        Assert.StartsWith("---\nconfirmed: ", repo.Read("docs/HANDOFF.md"), StringComparison.Ordinal);
        Assert.Equal(Body, repo.Read("HANDOFF.md"));
    }

    [Theory]
    [InlineData("---\nconfirmed:\n  - a\n---\n", ExitCode.Usage, "cannot be merged")]
    [InlineData("---\n: : :\n---\n", ExitCode.Usage, "cannot be merged")]
    public void Front_matter_that_is_not_ours_is_left_alone(string front, int code, string message)
    {
        using var repo = new TemporaryRepository();
        repo.Write("HANDOFF.md", front + Body);
        repo.Commit("Hand over");

        var result = Coderelay.Run("confirm", repo.Path);

        Assert.Equal(code, result.ExitCode);
        Assert.Contains(message, result.Error, StringComparison.Ordinal);
        Assert.Equal(front + Body, repo.Read("HANDOFF.md"));
    }

    [Fact]
    public void Without_a_commit_or_a_packet_there_is_nothing_to_confirm()
    {
        using var repo = new TemporaryRepository();
        repo.Write("HANDOFF.md", Body);
        repo.Write("README.md", "x");
        Assert.Equal(ExitCode.Environment, Coderelay.Run("confirm", repo.Path).ExitCode);

        repo.Commit("Hand over");
        Assert.Equal(ExitCode.Usage, Coderelay.Run("confirm README.md", repo.Path).ExitCode);
        File.Delete(Path.Combine(repo.Path, "HANDOFF.md"));
        Assert.Equal(ExitCode.Environment, Coderelay.Run("confirm", repo.Path).ExitCode);
    }

    private static string Check(TemporaryRepository repo) => Coderelay.Run("check --rules RLY1", repo.Path).Output;

    private static TemporaryRepository Sample()
    {
        var repo = new TemporaryRepository();
        repo.Write("src/Reader.cs", "1");
        repo.Write("HANDOFF.md", Body);
        repo.Commit("Hand over");
        return repo;
    }
}
