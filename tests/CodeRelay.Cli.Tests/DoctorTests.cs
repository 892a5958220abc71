using System.Text.Json;

namespace CodeRelay.Cli.Tests;

/// <summary>`coderelay doctor` as users run it.</summary>
public sealed class DoctorTests
{
    private const string Schema = "schemas/doctor-1.schema.json";

    [Fact]
    public void A_machine_where_everything_is_right_has_no_problem()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "a program is a file with an extension there");
        using var place = Ready();
        place.Run("hooks install --runtimes claude-code");

        var json = Examine(place, 0, "doctor --runtimes claude-code");

        Assert.DoesNotContain(Checks(json), check => Level(check) == "problem");
        Assert.Equal(3, Checks(json, "line").Count(check => Level(check) == "ok"));
        Assert.Contains("2.1.240", Text(Assert.Single(Checks(json, "program"))), StringComparison.Ordinal);
        Assert.Equal("warn", Level(Assert.Single(Checks(json, "trust"))));
        Assert.Equal("ok", Level(Assert.Single(Checks(json, "packet"))));
    }

    [Fact]
    public void A_command_that_is_missing_says_which_line_runs_nothing_and_which_falls_back()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "another line runs there");
        using var place = new Place();
        place.Link("git");
        place.Link("sh");
        place.Run("hooks install --runtimes claude-code");

        var json = Examine(place, 1, "doctor");

        var lines = Checks(json, "line").Select(check => (Level(check), Text(check))).ToArray();
        Assert.Equal(["problem", "warn", "problem"], lines.Select(line => line.Item1));
        Assert.All(lines, line => Assert.Contains("'coderelay' is not on PATH", line.Item2, StringComparison.Ordinal));
        Assert.Equal("dotnet tool install --global CodeRelay.Tool", Assert.Single(Checks(json, "command")).GetProperty("advice").GetString());
        Assert.Equal(["claude-code"], json.GetProperty("runtimes").EnumerateArray().Select(id => id.GetString()));
    }

    [Fact]
    public void A_script_that_is_gone_is_named()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "another line runs there");
        using var place = new Place();
        place.Link("sh");
        place.Run("hooks install --runtimes codex");
        File.Delete(Path.Combine(place.Repository.Path, ".codex", "hooks", "coderelay-hook.sh"));

        var json = Examine(place, 1, "doctor --runtimes codex");

        Assert.Contains(Checks(json, "line"), check => Text(check).Contains("coderelay-hook.sh does not exist", StringComparison.Ordinal));
    }

    [Fact]
    public void Settings_that_do_not_parse_are_a_problem_with_their_place()
    {
        using var place = new Place();
        var settings = place.Repository.Write(".codex/hooks.json", "{\n  \"hooks\": {,}\n}\n");

        var json = Examine(place, 1, "doctor --runtimes codex");

        Assert.Contains(Checks(json, "settings"), check => Level(check) == "problem" && Text(check).StartsWith($"{settings}(2,13): not valid JSON", StringComparison.Ordinal));
    }

    [Fact]
    public void Hooks_that_are_switched_off_are_a_problem()
    {
        using var place = new Place();
        place.Repository.Write(".claude/settings.json", "{ \"disableAllHooks\": true }");
        place.Run("hooks install --runtimes claude-code");

        var json = Examine(place, 1, "doctor");

        Assert.Contains(Checks(json, "hooks"), check => Level(check) == "problem" && Text(check).Contains("disableAllHooks", StringComparison.Ordinal));
    }

    [Fact]
    public void The_hook_of_the_original_beside_ours_is_told()
    {
        using var place = new Place();
        place.Repository.Write(".claude/settings.json", """{ "hooks": { "SessionStart": [ { "hooks": [ { "type": "command", "command": "/x/adapters/claude-code/hooks/surface-handoffs.sh" } ] } ] } }""");
        place.Run("hooks install --runtimes claude-code");
        place.Run("hooks install --runtimes claude-code --user");

        var json = Examine(place, 1, "doctor");

        Assert.Equal(["warn", "warn"], Checks(json, "twice").Select(Level));
        Assert.Contains("agent-handoff", Text(Checks(json, "twice").First()), StringComparison.Ordinal);
    }

    [Fact]
    public void Configuration_that_cannot_be_read_is_a_problem_and_the_rest_is_examined_all_the_same()
    {
        using var place = new Place();
        place.Repository.Write("coderelay.yml", "rules:\n  RLY1001: nonsense\n");

        var json = Examine(place, 1, "doctor --runtimes generic");

        Assert.StartsWith("coderelay.yml(2,", Text(Assert.Single(Checks(json, "configuration"))), StringComparison.Ordinal);
        Assert.NotEmpty(Checks(json, "limits"));
    }

    [Fact]
    public void An_inbox_and_a_state_directory_that_cannot_be_written_are_problems()
    {
        using var place = new Place();
        place.Home.Write(".agent-handoffs", "a file");
        Directory.CreateDirectory(Path.Combine(place.Repository.Path, ".git"));
        place.Repository.Write(".git/coderelay", "a file");

        var json = Examine(place, 1, "doctor --runtimes generic");

        Assert.Equal(["problem", "problem"], new[] { "state", "inbox" }.Select(name => Level(Assert.Single(Checks(json, name)))));
    }

    [Fact]
    public void Instruction_files_over_the_limit_are_told_with_their_size()
    {
        using var place = new Place();
        place.Repository.Write("AGENTS.md", new string('x', 40 * 1024));

        var json = Examine(place, null, "doctor --runtimes codex,opencode");

        Assert.Equal("AGENTS.md: 40,960 bytes, of which 32,768 are read and the rest is silently dropped", Text(Checks(json, "instructions").First()));
        Assert.Contains("opencode has no known limit", Text(Checks(json, "instructions").Last()), StringComparison.Ordinal);
    }

    [Fact]
    public void Examining_changes_nothing()
    {
        using var place = Ready();
        place.Run("hooks install --runtimes all");
        var before = Directory.GetFileSystemEntries(place.Repository.Path, "*", SearchOption.AllDirectories).Concat(Directory.GetFileSystemEntries(place.Home.Path, "*", SearchOption.AllDirectories)).Order().ToArray();

        place.Run("doctor --runtimes all");

        Assert.Equal(before, Directory.GetFileSystemEntries(place.Repository.Path, "*", SearchOption.AllDirectories).Concat(Directory.GetFileSystemEntries(place.Home.Path, "*", SearchOption.AllDirectories)).Order());
    }

    [Fact]
    public void The_text_has_a_line_for_each_check_and_what_to_do_below_it()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "a program is a file with an extension there");
        using var place = new Place();
        place.Link("git");

        var result = place.Run("doctor --runtimes kimi");

        Assert.Equal((0, ""), (result.ExitCode, result.Error));
        Assert.Contains("\nwarn    packet        there is no HANDOFF.md, so the stop hook is silent\n                     > coderelay init\nkimi\n", result.Output, StringComparison.Ordinal);
        Assert.Contains("\n                       > coderelay hooks install --user --runtimes kimi\n", result.Output, StringComparison.Ordinal);
        Assert.EndsWith(" warnings\n", result.Output, StringComparison.Ordinal);
    }

    private static Place Ready()
    {
        var place = new Place();
        place.Repository.Write("HANDOFF.md", "# Handoff\n");
        place.Program("claude", "echo '2.1.240 (Claude Code)'");
        place.Program("coderelay", $"echo '{Product.Version}'");
        place.Link("git");
        return place;
    }

    private static JsonElement Examine(Place place, int? exitCode, string line)
    {
        var result = place.Run(line + " --format json");
        Assert.Equal("", result.Error);
        if (exitCode is not null)
            Assert.Equal(exitCode, result.ExitCode);
        return Schemas.Verify(Schema, result.Output);
    }

    private static IEnumerable<JsonElement> Checks(JsonElement json, string? name = null) =>
        json.GetProperty("checks").EnumerateArray().Where(check => name is null || check.GetProperty("name").GetString() == name);

    private static string Level(JsonElement check) => check.GetProperty("level").GetString()!;

    private static string Text(JsonElement check) => check.GetProperty("text").GetString()!;
}
