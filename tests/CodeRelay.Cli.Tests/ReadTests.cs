using System.Text.Json;
using CodeRelay.Cli.CommandLine;

namespace CodeRelay.Cli.Tests;

public sealed class ReadTests
{
    private const string Schema = "schemas/read-1.schema.json";

    private const string Tasks = """
        # Tasks

        ## In progress

        - [-] B1: accept CRLF

        ## Done

        - [x] A1: read files
          with a second line
        - [x] A2: write files
          - of all kinds

        ## Backlog

        - [ ] B2: accept UTF-16
        - [x] B3: accept UTF-8

        """;

    [Fact]
    public void Handoff_comes_first_then_open_tasks_then_the_files_and_the_end_names_the_next_step()
    {
        using var repo = Repository();

        var output = Coderelay.Run("read", repo.Path).Output;

        AssertInOrder(output, "=== HANDOFF.md", "`Parser.Read` in `src/Parser.cs` accepts", "=== TASKS.md", "B1: accept CRLF", "B2: accept UTF-16", "=== files that matter", "src/Parser.cs", "Stop here, this is enough for the next step: Keep the last line in src/Parser.cs");
    }

    [Fact]
    public void Finished_tasks_are_counted_and_not_shown()
    {
        using var repo = Repository();

        var output = Coderelay.Run("read", repo.Path).Output;

        Assert.Contains("3 finished tasks not shown", output, StringComparison.Ordinal);
        Assert.All(["A1", "with a second line", "A2", "of all kinds", "## Done", "B3"], gone => Assert.DoesNotContain(gone, output, StringComparison.Ordinal));
        Assert.Contains("## Backlog", output, StringComparison.Ordinal);
    }

    [Fact]
    public void Decisions_and_context_come_only_on_request_and_it_says_how()
    {
        using var repo = Repository();

        var plain = Coderelay.Run("read", repo.Path).Output;
        var asked = Coderelay.Run("read --decisions", repo.Path).Output;
        var all = Coderelay.Run("read --all", repo.Path).Output;

        Assert.DoesNotContain("because of speed", plain, StringComparison.Ordinal);
        Assert.DoesNotContain("make test", plain, StringComparison.Ordinal);
        Assert.Contains("coderelay read --decisions DECISIONS.md", plain, StringComparison.Ordinal);
        Assert.Contains("coderelay read --context   PROJECT_CONTEXT.md", plain, StringComparison.Ordinal);
        Assert.Contains("because of speed", asked, StringComparison.Ordinal);
        Assert.DoesNotContain("make test", asked, StringComparison.Ordinal);
        AssertInOrder(all, "=== HANDOFF.md", "class Parser;", "because of speed", "make test");
        Assert.DoesNotContain("not shown; print it", all, StringComparison.Ordinal);
    }

    [Fact]
    public void Files_are_told_with_their_lines_and_whether_they_exist_those_of_the_next_step_first()
    {
        using var repo = ReadyPacket.In(ReadyPacket.Text.Replace("- `src/Parser.cs`\n", "- `docs/gone.md`\n- `docs/`\n- `src/Parser.cs`\n", StringComparison.Ordinal));
        repo.Write("docs/a.md", "a\n");
        repo.Commit("docs");

        var lines = Coderelay.Run("read", repo.Path).Output.Split('\n');

        Assert.Contains("   1  src/Parser.cs  1 line, of the next step", lines);
        Assert.Contains("   2  docs/gone.md   does not exist", lines);
        Assert.Contains("   3  docs           directory, 1 file", lines);
    }

    [Fact]
    public void What_is_over_the_budget_is_cut_at_a_line_and_pointed_to()
    {
        using var repo = Repository();
        repo.Write("HANDOFF.md", ReadyPacket.Text + "\n## Notes\n\n" + string.Concat(Enumerable.Range(1, 100).Select(i => $"- note {i} says something of its own\n")));

        var result = Coderelay.Run("read --budget 300 --format json", repo.Path);
        var text = Coderelay.Run("read --budget 300", repo.Path).Output;

        var json = Schemas.Verify(Schema, result.Output);
        Assert.InRange(json.GetProperty("tokens").GetInt32(), 100, 300);
        var handoff = json.GetProperty("parts")[0];
        var cutAt = handoff.GetProperty("cutAt").GetInt32();
        Assert.EndsWith(File.ReadLines(Path.Combine(repo.Path, "HANDOFF.md")).ElementAt(cutAt - 2), handoff.GetProperty("text").GetString(), StringComparison.Ordinal);
        Assert.Contains($"read the rest in HANDOFF.md from line {cutAt}", text, StringComparison.Ordinal);
        Assert.DoesNotContain("B2", text, StringComparison.Ordinal);
    }

    [Fact]
    public void The_json_says_the_same()
    {
        using var repo = Repository();

        var json = Schemas.Verify(Schema, Coderelay.Run("read --files --format json", repo.Path).Output);

        Assert.Equal("HANDOFF.md", json.GetProperty("packet").GetString());
        Assert.Equal("Keep the last line in src/Parser.cs", json.GetProperty("nextStep").GetString());
        Assert.Equal(["HANDOFF.md", "TASKS.md", "src/Parser.cs"], json.GetProperty("parts").EnumerateArray().Select(part => part.GetProperty("file").GetString()));
        Assert.Equal(3, json.GetProperty("parts")[1].GetProperty("finishedTasks").GetInt32());
        Assert.Equal("tracked", Assert.Single(json.GetProperty("files").EnumerateArray()).GetProperty("state").GetString());
        Assert.Equal(["--decisions", "--context"], json.GetProperty("onRequest").EnumerateArray().Select(file => file.GetProperty("option").GetString()));
    }

    [Fact]
    public void Of_several_packets_the_nearest_is_read_or_the_named_one()
    {
        using var repo = Repository();
        repo.Write("docs/HANDOFF.md", "# Handoff\n\n## Next\n\n1. Write the guide\n");
        repo.Write("docs/guide/a.md", "x\n");
        repo.Commit("docs");

        var near = Coderelay.Run("read", Path.Combine(repo.Path, "docs", "guide"));
        var named = Coderelay.Run("read docs", repo.Path);
        var wrong = Coderelay.Run("read src", repo.Path);

        Assert.StartsWith("=== docs/HANDOFF.md", near.Output, StringComparison.Ordinal);
        Assert.Contains("other packets: HANDOFF.md", near.Error, StringComparison.Ordinal);
        Assert.Equal(near.Output, named.Output);
        Assert.Equal(ExitCode.Usage, wrong.ExitCode);
        Assert.Contains("'src' is not a packet; valid are HANDOFF.md, docs/HANDOFF.md", wrong.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_a_packet_there_is_nothing_to_read_and_no_error()
    {
        using var directory = new TemporaryDirectory();

        var text = Coderelay.Run("read", directory.Path);
        var json = Schemas.Verify(Schema, Coderelay.Run("read --format json", directory.Path).Output);

        Assert.Equal((ExitCode.Success, ""), (text.ExitCode, text.Output));
        Assert.Contains("coderelay init", text.Error, StringComparison.Ordinal);
        Assert.Equal(JsonValueKind.Null, json.GetProperty("packet").ValueKind);
    }

    [Fact]
    public void A_packet_without_a_next_step_says_what_there_is_instead()
    {
        using var repo = ReadyPacket.In("# Handoff\n\n## Goal\n\nAccept CRLF in `src/Parser.cs`\n");
        var nothing = Coderelay.Run("read", repo.Path).Output;
        repo.Write("TASKS.md", Tasks);

        Assert.Contains("ask for the next step", nothing, StringComparison.Ordinal);
        Assert.Contains("The first open task: B1: accept CRLF", Coderelay.Run("read", repo.Path).Output, StringComparison.Ordinal);
    }

    private static TemporaryRepository Repository()
    {
        var repo = ReadyPacket.In(ReadyPacket.Text);
        repo.Write("TASKS.md", Tasks);
        repo.Write("DECISIONS.md", "# Decisions\n\n### 2026-01-01: No regular expressions\n\nWhy: because of speed\n");
        repo.Write("PROJECT_CONTEXT.md", "# Context\n\n- Test: `make test`\n");
        repo.Commit("packet");
        return repo;
    }

    private static void AssertInOrder(string text, params string[] parts)
    {
        var at = 0;
        foreach (var part in parts)
        {
            var found = text.IndexOf(part, at, StringComparison.Ordinal);
            Assert.True(found >= 0, $"'{part}' is not where it should be in\n{text}");
            at = found + part.Length;
        }
    }
}
