using System.Text;
using CodeRelay.Cli.CommandLine;

namespace CodeRelay.Cli.Tests;

public sealed class FixTests
{
    private const string Packet = "# Handoff\n\n## Goal\n\nMake `src/Reader.cs` read CR LF.\n\n## Next steps\n\n1. Add a case to `src/Old.cs`\n\n## Done\n\n- Retried expired uploads with exponential backoff and jitter\n\n## Blockers\n\n- None\n";

    [Fact]
    public void A_safe_fix_is_applied_and_shown_with_its_evidence()
    {
        using var repo = Renamed();

        var result = Coderelay.Run("fix", repo.Path);

        Assert.Equal(ExitCode.Success, result.ExitCode);
        Assert.Equal(Packet.Replace("Old.cs", "New.cs", StringComparison.Ordinal), repo.Read("HANDOFF.md"));
        Assert.Contains("HANDOFF.md:9 RLY5001 ", result.Output, StringComparison.Ordinal);
        Assert.Contains("\n-1. Add a case to `src/Old.cs`\n+1. Add a case to `src/New.cs`\n", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_second_run_has_nothing_to_do()
    {
        using var repo = Renamed();
        Coderelay.Run("fix --unsafe", repo.Path);
        var cured = repo.Read("HANDOFF.md");

        var result = Coderelay.Run("fix --unsafe --allow-dirty", repo.Path);

        Assert.StartsWith("nothing to fix", result.Output, StringComparison.Ordinal);
        Assert.Equal(cured, repo.Read("HANDOFF.md"));
    }

    [Fact]
    public void What_the_repository_already_says_goes_only_when_asked()
    {
        using var repo = Renamed();
        repo.Write("src/Upload.cs", "class Upload;\n");
        repo.Commit("Retry expired uploads with exponential backoff and jitter");

        var safe = Coderelay.Run("fix --dry-run", repo.Path);
        Coderelay.Run("fix --unsafe", repo.Path);

        Assert.Contains("with --unsafe", safe.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("Retried expired", repo.Read("HANDOFF.md"), StringComparison.Ordinal);
        Assert.Contains("## Blockers\n\n- None\n", repo.Read("HANDOFF.md"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_dry_run_changes_nothing_and_tells_by_its_exit_code()
    {
        using var repo = Renamed();

        var result = Coderelay.Run("fix --dry-run --format json", repo.Path);

        Assert.Equal(ExitCode.Findings, result.ExitCode);
        Assert.Equal(Packet, repo.Read("HANDOFF.md"));
        var json = Schemas.Verify("schemas/fix-1.schema.json", result.Output);
        Assert.Equal("RLY5001", Assert.Single(json.GetProperty("fixed").EnumerateArray()).GetProperty("rule").GetString());
    }

    [Theory]
    [InlineData("\n")]
    [InlineData("\r\n")]
    public void The_difference_is_one_that_git_can_apply(string lineBreak)
    {
        // The change is so near the end that the last line of the difference is one of the file's.
        var packet = Packet[..Packet.IndexOf("## Done", StringComparison.Ordinal)].ReplaceLineEndings(lineBreak) + "End" + lineBreak;
        using var repo = Renamed(_ => packet);
        var json = Schemas.Verify("schemas/fix-1.schema.json", Coderelay.Run("fix --dry-run --format json", repo.Path).Output);
        repo.Write("fix.patch", json.GetProperty("files")[0].GetProperty("diff").GetString()!);

        repo.Git("apply", "fix.patch");

        Assert.Equal(packet.Replace("Old.cs", "New.cs", StringComparison.Ordinal), repo.Read("HANDOFF.md"));
    }

    [Fact]
    public void What_git_could_not_bring_back_is_left_alone()
    {
        using var repo = Renamed();
        var edited = Packet + "\n- not committed\n";
        repo.Write("HANDOFF.md", edited);

        var refused = Coderelay.Run("fix", repo.Path);
        var allowed = Coderelay.Run("fix --allow-dirty", repo.Path);

        Assert.Equal(ExitCode.Usage, refused.ExitCode);
        Assert.Contains("--allow-dirty", refused.Error, StringComparison.Ordinal);
        Assert.Equal(ExitCode.Success, allowed.ExitCode);
        Assert.Equal(edited.Replace("Old.cs", "New.cs", StringComparison.Ordinal), repo.Read("HANDOFF.md"));
    }

    [Fact]
    public void Line_ends_and_byte_order_mark_stay()
    {
        using var repo = Renamed(text => "\uFEFF" + text.Replace("\n", "\r\n", StringComparison.Ordinal));

        Coderelay.Run("fix", repo.Path);

        var bytes = File.ReadAllBytes(Path.Combine(repo.Path, "HANDOFF.md"));
        Assert.Equal(Encoding.UTF8.GetBytes("\uFEFF" + Packet.Replace("Old.cs", "New.cs", StringComparison.Ordinal).Replace("\n", "\r\n", StringComparison.Ordinal)), bytes);
    }

    [Fact]
    public void A_secret_beside_a_change_is_not_shown()
    {
        const string Token = "ghp_" + "Zk3v9QmX7rT2bW8nL5cJ1dF6hG4pS0aYeRuI";
        using var repo = Renamed(text => text.Replace("\n## Done", $"2. Use {Token}\n\n## Done", StringComparison.Ordinal));

        var result = Coderelay.Run("fix", repo.Path);

        Assert.Contains("+1. Add a case", result.Output, StringComparison.Ordinal);
        Assert.DoesNotContain(Token, result.Output, StringComparison.Ordinal);
        Assert.Contains(Token, repo.Read("HANDOFF.md"), StringComparison.Ordinal);
    }

    private static TemporaryRepository Renamed(Func<string, string>? change = null)
    {
        var repo = new TemporaryRepository();
        repo.Write("src/Reader.cs", "class Reader;\n");
        repo.Write("src/Old.cs", "class Cases\n{\n    // one\n    // two\n}\n");
        repo.Write("HANDOFF.md", (change ?? (text => text))(Packet));
        repo.Commit("Begin");
        repo.Git("mv", "src/Old.cs", "src/New.cs");
        repo.Commit("Rename the cases");
        return repo;
    }
}
