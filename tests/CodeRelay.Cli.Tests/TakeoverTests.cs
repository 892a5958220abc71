using System.Text.Json;
using CodeRelay.Cli.CommandLine;

namespace CodeRelay.Cli.Tests;

public sealed class TakeoverTests
{
    private const string Schema = "schemas/takeover-1.schema.json";

    [Fact]
    public void A_good_packet_gives_the_prompt_alone_on_standard_output()
    {
        using var repo = ReadyPacket.In(ReadyPacket.Text);

        var result = Coderelay.Run("takeover --to codex", repo.Path);

        Assert.Equal(ExitCode.Success, result.ExitCode);
        Assert.StartsWith("You continue the work of another agent.", result.Output, StringComparison.Ordinal);
        Assert.EndsWith("## Blockers\n\n- none\n", result.Output, StringComparison.Ordinal);
        Assert.StartsWith("accepted: 5 of 5 items answered; about ", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_bad_packet_is_refused_with_what_is_missing_and_what_to_write()
    {
        using var repo = ReadyPacket.In("# Handoff\n\n## Goal\n\nKeep going.\n");

        var result = Coderelay.Run("takeover --to codex --lane execute", repo.Path);

        Assert.Equal(ExitCode.Findings, result.ExitCode);
        Assert.StartsWith("HANDOFF.md is not ready for Codex in the execute lane: 9 of 9 items open (P1, P2, P3, P4, P5, P6, P7, P8, P9; cannot answer Q1, Q2, Q3, Q4, Q5)\n", result.Output, StringComparison.Ordinal);
        Assert.Contains("P2 acceptance gate: how will we know that it is done?\n  HANDOFF.md:1 RLY4005 ", result.Output, StringComparison.Ordinal);
        Assert.Contains("  write ## Done when\n        - [ ] a command", result.Output, StringComparison.Ordinal);
        Assert.StartsWith("refused: correct the packet and try again", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_refusal_is_kept_outside_of_the_working_tree_until_the_packet_changes()
    {
        using var repo = ReadyPacket.In("# Handoff\n\n## Goal\n\nKeep going.\n");
        Coderelay.Run("takeover --to codex", repo.Path);

        Assert.Empty(repo.Git("status", "--porcelain"));
        var status = Schemas.Verify("schemas/status-1.schema.json", Coderelay.Run("status --format json", repo.Path).Output).GetProperty("packets")[0];
        Assert.Equal("rejected", status.GetProperty("takeover").GetString());
        Assert.StartsWith("P1: the goal names no file", status.GetProperty("takeoverReasons")[0].GetString(), StringComparison.Ordinal);
        Assert.Contains("HANDOFF.md was refused for a takeover by codex", Start(repo), StringComparison.Ordinal);

        repo.Write("HANDOFF.md", ReadyPacket.Text);

        Assert.DoesNotContain("refused", Start(repo), StringComparison.Ordinal);
        Assert.DoesNotContain("takeover", Coderelay.Run("status", repo.Path).Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Json_has_the_items_the_reasons_and_the_prompt()
    {
        using var repo = ReadyPacket.In(ReadyPacket.Text);
        var accepted = Schemas.Verify(Schema, Coderelay.Run("takeover --to claude --format json", repo.Path).Output);
        repo.Write("HANDOFF.md", "# Handoff\n\nReviewer: self\n");

        var result = Coderelay.Run("takeover --to claude --lane audit --format json", repo.Path);
        var rejected = Schemas.Verify(Schema, result.Output);

        Assert.Equal("accepted", accepted.GetProperty("state").GetString());
        Assert.Equal(["P1", "P4", "P5", "P6", "P7"], Ids(accepted, "answered"));
        Assert.Equal(["P2", "P3", "P8", "P9"], Ids(accepted, "not-asked"));
        Assert.True(accepted.GetProperty("prompt").GetString()!.Length > 100);
        Assert.Equal(ExitCode.Findings, result.ExitCode);
        Assert.Equal("rejected", rejected.GetProperty("state").GetString());
        Assert.Equal(9, Ids(rejected, "open").Length);
        Assert.Equal(JsonValueKind.Null, rejected.GetProperty("prompt").ValueKind);
        Assert.Contains(rejected.GetProperty("problems").EnumerateArray(), problem => problem.GetProperty("failure").ValueEquals("F5"));
    }

    [Fact]
    public void Force_hands_over_and_says_what_is_wrong()
    {
        using var repo = ReadyPacket.In("# Handoff\n\n## Goal\n\nKeep going.\n");

        var result = Coderelay.Run("takeover --to codex --force", repo.Path);

        Assert.Equal(ExitCode.Success, result.ExitCode);
        Assert.Contains("overruled it", result.Output, StringComparison.Ordinal);
        Assert.StartsWith("forced: ", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_a_packet_there_is_nothing_to_take_over()
    {
        using var directory = new TemporaryDirectory();

        var text = Coderelay.Run("takeover --to codex", directory.Path);
        var json = Coderelay.Run("takeover --to codex --format json", directory.Path);

        Assert.Equal((ExitCode.Findings, ""), (text.ExitCode, text.Output));
        Assert.Contains("coderelay init", text.Error, StringComparison.Ordinal);
        Assert.Equal(JsonValueKind.Null, Schemas.Verify(Schema, json.Output).GetProperty("packet").ValueKind);
    }

    [Fact]
    public void Outside_git_the_packet_is_judged_and_the_verdict_kept_with_the_user()
    {
        using var directory = new TemporaryDirectory();
        directory.Write("src/Parser.cs", "class Parser;");
        directory.Write("HANDOFF.md", ReadyPacket.Text.ReplaceLineEndings("\r\n"));
        using var state = new TemporaryDirectory();

        var result = Coderelay.Run(["takeover", "--to", "codex"], directory.Path, environment: new Dictionary<string, string?> { ["CODERELAY_STATE"] = state.Path });

        Assert.Equal(ExitCode.Success, result.ExitCode);
        Assert.DoesNotContain("\r", result.Output, StringComparison.Ordinal);
        Assert.Single(Directory.GetFiles(Path.Combine(state.Path, "takeovers")));
    }

    [Fact]
    public void A_packet_of_another_language_is_taken_over_in_a_linked_worktree_from_a_sub_directory()
    {
        using var repo = ReadyPacket.In("# Передача\n\n## Цель\n\n`src/Parser.cs` читает CRLF\n\n## В работе\n\n- ничего\n\n## Следующие шаги\n\n1. `src/Parser.cs`: сохранить последнюю строку\n\n## Важные файлы\n\n- `src/Parser.cs`\n\n## Блокеры\n\n- нет\n");
        using var parent = new TemporaryDirectory();
        var linked = Path.Combine(parent.Path, "работа");
        repo.Git("worktree", "add", "--quiet", linked);

        var result = Coderelay.Run("takeover --to gemini", Path.Combine(linked, "src"));

        Assert.Equal(ExitCode.Success, result.ExitCode);
        Assert.Contains("## Goal\n\n`src/Parser.cs` читает CRLF\n", result.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("\ntakeover", Coderelay.Run("status", repo.Path).Output, StringComparison.Ordinal);
        Assert.Contains("takeover   accepted for gemini", Coderelay.Run("status", linked).Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Of_several_packets_the_nearest_is_taken()
    {
        using var repo = ReadyPacket.In(ReadyPacket.Text);
        repo.Write("docs/HANDOFF.md", ReadyPacket.Text.Replace("CRLF line breaks", "byte order marks", StringComparison.Ordinal));
        repo.Commit("second");

        Assert.Contains("byte order marks", Coderelay.Run("takeover --to codex", Path.Combine(repo.Path, "docs")).Output, StringComparison.Ordinal);
        Assert.Contains("CRLF line breaks", Coderelay.Run("takeover --to codex", Path.Combine(repo.Path, "src")).Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Copying_uses_the_program_that_is_there_or_says_that_none_is()
    {
        if (!OperatingSystem.IsLinux())
            return;
        using var repo = ReadyPacket.In(ReadyPacket.Text);
        using var tools = new TemporaryDirectory();
        var git = Path.Combine(tools.Path, "git");
        File.CreateSymbolicLink(git, Environment.GetEnvironmentVariable("PATH")!.Split(':').Select(directory => Path.Combine(directory, "git")).First(File.Exists));
        var dotnet = Environment.GetEnvironmentVariable("PATH")!.Split(':').Select(directory => Path.Combine(directory, "dotnet")).FirstOrDefault(File.Exists);
        if (dotnet is not null)
            File.CreateSymbolicLink(Path.Combine(tools.Path, "dotnet"), new FileInfo(dotnet).ResolveLinkTarget(returnFinalTarget: true)?.FullName ?? dotnet);
        var environment = new Dictionary<string, string?> { ["PATH"] = tools.Path, ["WAYLAND_DISPLAY"] = null };

        var none = Coderelay.Run(["takeover", "--to", "codex", "--copy"], repo.Path, environment: environment);
        tools.Write("xsel", $"#!/bin/sh\n/bin/cat > {tools.Path}/copied\n");
        File.SetUnixFileMode(Path.Combine(tools.Path, "xsel"), UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        var copied = Coderelay.Run(["takeover", "--to", "codex", "--copy"], repo.Path, environment: environment);

        Assert.Equal(ExitCode.Environment, none.ExitCode);
        Assert.Contains("not copied: none of xclip, xsel, wl-copy, clip.exe is on PATH; the prompt is on standard output", none.Error, StringComparison.Ordinal);
        Assert.Equal(ExitCode.Success, copied.ExitCode);
        Assert.Contains("copied with xsel", copied.Error, StringComparison.Ordinal);
        Assert.Equal(copied.Output, tools.Read("copied"));
    }

    [Theory]
    [InlineData("takeover", "--to")]
    [InlineData("takeover --to nobody", "unknown runtime 'nobody'; valid are claude-code, codex")]
    [InlineData("takeover --to codex --lane review", "valid are auto, plan, execute, audit, supervise")]
    [InlineData("takeover --to codex --budget 5", "budget '5' is too small")]
    public void Wrong_usage_names_what_is_valid(string arguments, string message)
    {
        using var directory = new TemporaryDirectory();

        var result = Coderelay.Run(arguments, directory.Path);

        Assert.Equal((ExitCode.Usage, ""), (result.ExitCode, result.Output));
        Assert.Contains(message, result.Error, StringComparison.Ordinal);
    }

    private static string Start(TemporaryRepository repo) => Coderelay.Run(["hook", "session-start", "--runtime", "codex"], repo.Path, input: "{}").Output;

    private static string[] Ids(JsonElement json, string state) =>
        [.. json.GetProperty("items").EnumerateArray().Where(item => item.GetProperty("state").ValueEquals(state)).Select(item => item.GetProperty("id").GetString()!)];
}
