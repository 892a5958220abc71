using System.Text.Json;
using CodeRelay.Cli.CommandLine;

namespace CodeRelay.Cli.Tests;

public sealed class StatusTests
{
    private const string Schema = "schemas/status-1.schema.json";

    [Fact]
    public void Age_and_tasks_of_the_packet_are_told()
    {
        using var repo = new TemporaryRepository();
        repo.Write("HANDOFF.md", "# Handoff\n\n## Goal\n\nx\n");
        repo.Write("TASKS.md", "# Tasks\n\n- [ ] one\n- [x] two\n- [ ] three\n- [-] four\n");
        var packet = repo.Commit("packet");
        repo.Write("a.txt", "x");
        repo.Commit("work");
        repo.Write("a.txt", "y");

        var result = Coderelay.Run("status --format json", repo.Path);

        var json = Schemas.Verify(Schema, result.Output);
        Assert.Equal(1, json.GetProperty("uncommitted").GetInt32());
        var status = Assert.Single(json.GetProperty("packets").EnumerateArray());
        Assert.Equal(packet, status.GetProperty("lastChange").GetString());
        Assert.Equal(1, status.GetProperty("commitsSince").GetInt32());
        Assert.False(status.GetProperty("edited").GetBoolean());
        Assert.Equal("""{"open":2,"inProgress":1,"done":1,"blocked":0}""", Compact(status.GetProperty("tasks")));
        Assert.Equal(["HANDOFF.md", "TASKS.md"], status.GetProperty("files").EnumerateArray().Select(file => file.GetProperty("file").GetString()));
    }

    [Fact]
    public void The_text_fits_on_one_screen_and_says_the_same()
    {
        using var repo = new TemporaryRepository();
        repo.Write("HANDOFF.md", "# Handoff\n\n## Goal\n\nx\n");
        var packet = repo.Commit("packet");
        repo.Write("HANDOFF.md", "# Handoff\n\n## Goal\n\ny\n");

        var lines = Coderelay.Run("status", repo.Path).Output.Split('\n');

        Assert.InRange(lines.Length, 5, 24);
        Assert.Contains($"head       main at {packet[..7]}, 1 uncommitted change", lines);
        Assert.Contains(lines, line => line.StartsWith($"age        HANDOFF.md last changed in {packet[..7]} on ", StringComparison.Ordinal) && line.EndsWith(", 0 commits since, edited and not committed", StringComparison.Ordinal));
        Assert.Contains("tasks      none", lines);
    }

    [Fact]
    public void Outside_git_and_without_a_packet_there_is_little_to_say_and_no_error()
    {
        using var directory = new TemporaryDirectory();

        var json = Schemas.Verify(Schema, Coderelay.Run("status --format json", directory.Path).Output);
        var text = Coderelay.Run("status", directory.Path);

        Assert.Equal(0, json.GetProperty("packets").GetArrayLength());
        Assert.StartsWith($"repository {directory.Path}\n", text.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("packet", text.Output, StringComparison.Ordinal);
        Assert.Contains("coderelay init", text.Error, StringComparison.Ordinal);
        Assert.Equal(ExitCode.Success, text.ExitCode);
    }

    [Fact]
    public void An_unborn_branch_and_a_detached_head_are_told()
    {
        using var repo = new TemporaryRepository();
        repo.Write("HANDOFF.md", "# Handoff\n");
        var unborn = Coderelay.Run("status", repo.Path).Output;
        var head = repo.Commit("packet");
        repo.Git("checkout", "--quiet", head);

        Assert.Contains("main at no commit yet", unborn, StringComparison.Ordinal);
        Assert.Contains("HANDOFF.md is not committed yet", unborn, StringComparison.Ordinal);
        Assert.Contains($"detached at {head[..7]}", Coderelay.Run("status", repo.Path).Output, StringComparison.Ordinal);
    }

    private static string Compact(JsonElement element) => JsonSerializer.Serialize(element);
}
