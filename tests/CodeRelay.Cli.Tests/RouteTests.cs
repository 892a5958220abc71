using CodeRelay.Cli.CommandLine;
using CodeRelay.Cli.Commands;

namespace CodeRelay.Cli.Tests;

public sealed class RouteTests
{
    private const string Schema = "schemas/route-1.schema.json";

    [Fact]
    public void The_default_is_to_stay()
    {
        using var repo = ReadyPacket.In(ReadyPacket.Text);

        var text = Coderelay.Run("route", repo.Path);
        var json = Schemas.Verify(Schema, Coderelay.Run("route --json", repo.Path).Output);

        Assert.Equal(ExitCode.Success, text.ExitCode);
        Assert.StartsWith("resume: stay with the present tool (pattern B)\nstay     R1 ", text.Output, StringComparison.Ordinal);
        Assert.Contains("\ntree     clean\n", text.Output, StringComparison.Ordinal);
        Assert.Equal("resume", json.GetProperty("verdict").GetString());
        Assert.Equal(0, json.GetProperty("recorded").GetArrayLength());
    }

    [Fact]
    public void A_reason_that_counts_switches_and_is_kept_outside_of_the_working_tree()
    {
        using var repo = ReadyPacket.In(ReadyPacket.Text);

        var json = Schemas.Verify(Schema, Coderelay.Run(["route", "--to", "gemini", "--because", "S2: needs a browser", "--format", "json"], repo.Path).Output);

        Assert.Equal("switch", json.GetProperty("verdict").GetString());
        Assert.Equal("coderelay takeover --to gemini", json.GetProperty("next").GetString());
        Assert.Contains("S2 needs a browser", File.ReadAllText(Assert.Single(json.GetProperty("recorded").EnumerateArray()).GetString()!), StringComparison.Ordinal);
        Assert.Empty(repo.Git("status", "--porcelain"));
    }

    [Fact]
    public void A_recorded_switch_stands_in_the_packet_where_the_check_looks_for_it()
    {
        using var repo = ReadyPacket.In($"---\r\nfrom: codex\r\nto: gemini\r\n---\r\n{ReadyPacket.Text.ReplaceLineEndings("\r\n")}");
        repo.Write("coderelay.yml", "profile: relay\nrules: { RLY7007: info }\n");
        repo.Commit("settings");
        Assert.Contains("RLY7007", Coderelay.Run("check", repo.Path).Output, StringComparison.Ordinal);

        var result = Coderelay.Run(["route", "--to", "gemini", "--because", "S2: needs \"Chrome\"", "--record"], repo.Path);

        Assert.Equal(ExitCode.Success, result.ExitCode);
        Assert.Contains($"recorded in {Path.Combine(repo.Path, "HANDOFF.md")}", result.Error, StringComparison.Ordinal);
        Assert.StartsWith("---\r\nfrom: codex\r\nto: gemini\r\nswitch: \"S2 needs \\\"Chrome\\\"\"\r\n---\r\n# Handoff\r\n", repo.Read("HANDOFF.md"), StringComparison.Ordinal);
        Assert.DoesNotContain("RLY7007", Coderelay.Run("check", repo.Path).Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("N3")]
    [InlineData("a second opinion")]
    [InlineData("")]
    public void Without_a_reason_nothing_is_recorded(string reason)
    {
        using var repo = ReadyPacket.In(ReadyPacket.Text);

        var result = Coderelay.Run(["route", "--to", "codex", .. reason.Length > 0 ? new[] { "--because", reason } : [], "--record"], repo.Path);

        Assert.Equal(ExitCode.Findings, result.ExitCode);
        Assert.StartsWith("resume", result.Output, StringComparison.Ordinal);
        Assert.Contains("nothing was recorded", result.Error, StringComparison.Ordinal);
        Assert.Equal(ReadyPacket.Text, repo.Read("HANDOFF.md"));
    }

    [Fact]
    public void A_packet_that_is_not_ready_goes_back_first_whatever_the_reason()
    {
        using var repo = ReadyPacket.In(ReadyPacket.Text);

        var result = Coderelay.Run("route --to codex --lane audit", repo.Path);

        Assert.Equal(ExitCode.Success, result.ExitCode);
        Assert.StartsWith("resume: stay with the present tool (pattern C)\nswitch   S1 ", result.Output, StringComparison.Ordinal);
        Assert.EndsWith("next     complete the packet first: `coderelay takeover --to codex --lane audit` lists what is missing\n", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void It_works_without_packet_and_git_and_in_a_linked_worktree()
    {
        using var directory = new TemporaryDirectory();
        var bare = Coderelay.Run("route", directory.Path);
        using var repo = ReadyPacket.In(ReadyPacket.Text.Replace("## Goal", "## 目标", StringComparison.Ordinal));
        using var parent = new TemporaryDirectory();
        var linked = Path.Combine(parent.Path, "linked");
        repo.Git("worktree", "add", "--quiet", linked);

        Assert.Equal(ExitCode.Success, bare.ExitCode);
        Assert.Contains("R4 the work is too unfinished to hand over: there is no packet", bare.Output, StringComparison.Ordinal);
        Assert.Contains("coderelay init", bare.Error, StringComparison.Ordinal);
        Assert.Contains("packet   HANDOFF.md, ready", Coderelay.Run("route", Path.Combine(linked, "src")).Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("route --because nice", "reason 'nice' names no rule; valid are S1 (")]
    [InlineData("route --to nobody", "unknown runtime 'nobody'")]
    [InlineData("route --lane review", "valid are auto, plan")]
    [InlineData("route --pattern d", "valid are none, a, b, c")]
    public void Wrong_usage_names_what_is_valid(string arguments, string message)
    {
        using var directory = new TemporaryDirectory();

        var result = Coderelay.Run(arguments, directory.Path);

        Assert.Equal((ExitCode.Usage, ""), (result.ExitCode, result.Output));
        Assert.Contains(message, result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Questions_are_asked_for_what_cannot_be_measured()
    {
        using var asked = new StringWriter();

        var reasons = RouteQuestions.Ask(new StringReader("a browser\n\nsecond opinion\n"), asked);

        Assert.Equal(["S2", "N3"], reasons.Select(reason => reason.Rule!.Id));
        Assert.Equal(3, asked.ToString().Split("[Enter for none]").Length - 1);
        Assert.Empty(RouteQuestions.Ask(new StringReader("no\n"), asked));
    }
}
