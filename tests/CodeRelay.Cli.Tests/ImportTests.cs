using System.Text;
using System.Text.Json;
using CodeRelay.Cli.CommandLine;

namespace CodeRelay.Cli.Tests;

public sealed class ImportTests : IDisposable
{
    private const string Document = """
        # Handoff: OAuth context refresh

        **Date:** 2026-06-01T09:00:00Z
        **Session:** token work
        **Status:** Blocked on the sandbox key

        ---

        ## What We Accomplished This Session

        ### 1. Tokens

        Retry the login once when the OAuth state has expired (src/login.cs:1)

        **Files changed:**
        - `src/login.cs` - the retry

        ### 2. Agreement

        The vendor promised a second tenant for load tests by phone

        ---

        ## Where We Paused

        Half of the refresh is written.

        **Last action:** wrote the first half
        **Next action:** Write the second half of `Refresh` in `src/login.cs`
        **Blockers (if any):** none

        ## Context to Gather for Next Session

        1. The provider's limits - to choose the delay

        ## Questions to Answer

        1. Is one retry enough?

        ## Files to Read

        ```
        # Priority files (read first)
        src/login.cs
        docs/oauth.md

        # Secondary files (for context)
        src/other.cs
        ```
        """;

    private readonly TemporaryRepository _repo = new("app");
    private readonly TemporaryDirectory _home = new();

    public ImportTests()
    {
        _repo.Write("src/login.cs", "// login\n");
        _repo.Commit("Retry the login once when the OAuth state has expired");
    }

    [Fact]
    public void A_document_becomes_a_packet_with_the_five_answers_and_stays_byte_for_byte()
    {
        var source = _repo.Write(".agents/handoff/2026-06-01-oauth.md", Document);
        _repo.Write(".agents/handoff/2026-06-01-oauth-prompt.md", "# Continuation Prompt for New Session\n\n## Context\n\nx\n");
        var before = File.ReadAllBytes(source);

        var result = Run("import");

        Assert.Equal((ExitCode.Success, ""), (result.ExitCode, result.Error));
        Assert.Contains("wrote HANDOFF.md from .agents/handoff/2026-06-01-oauth.md", result.Output, StringComparison.Ordinal);
        Assert.Equal(before, File.ReadAllBytes(source));
        var packet = _repo.Read("HANDOFF.md");
        Assert.Equal("OAuth context refresh", Section(packet, "Goal"));
        Assert.Equal("- Session: token work\n- Status: Blocked on the sandbox key\n- Half of the refresh is written.\n- Last action: wrote the first half", Section(packet, "In progress"));
        Assert.Equal("1. Write the second half of `Refresh` in `src/login.cs`", Section(packet, "Next three steps"));
        Assert.Equal("1. `src/login.cs`\n2. `docs/oauth.md`\n3. `src/other.cs`", Section(packet, "Important files"));
        Assert.Equal("- Blocked on the sandbox key\n- Is one retry enough?", Section(packet, "Blockers"));
        Assert.Contains("The provider's limits", Section(packet, "Context"), StringComparison.Ordinal);
        var findings = JsonDocument.Parse(Run("check --format json").Output).RootElement.GetProperty("findings").EnumerateArray().Select(finding => finding.GetProperty("rule").GetString()!).ToArray();
        Assert.DoesNotContain(findings, rule => rule.StartsWith("RLY40", StringComparison.Ordinal));
    }

    [Fact]
    public void What_git_has_is_not_copied_and_what_it_has_not_is()
    {
        _repo.Write(".agents/handoff/2026-06-01-oauth.md", Document);

        var packet = Text(Run("import --format json"));

        Assert.DoesNotContain("Retry the login once", packet, StringComparison.Ordinal);
        Assert.Contains("second tenant", Section(packet, "Done, and not in git"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_fence_that_is_never_closed_names_files_all_the_same()
    {
        _repo.Write("note.md", Document.TrimEnd('`'));

        Assert.Equal("1. `src/login.cs`\n2. `docs/oauth.md`\n3. `src/other.cs`", Section(Text(Run("import note.md --format json")), "Important files"));
    }

    [Fact]
    public void A_packet_that_is_there_is_left_and_the_text_goes_to_standard_output()
    {
        var source = _repo.Write("note.md", Document);
        _repo.Write("docs/HANDOFF.md", "# Mine\n");

        var result = Run("import note.md");

        Assert.Contains("## Next three steps", result.Output, StringComparison.Ordinal);
        Assert.Contains("docs/HANDOFF.md exists and was not changed", result.Error, StringComparison.Ordinal);
        Assert.Equal(("# Mine\n", Document), (_repo.Read("docs/HANDOFF.md"), File.ReadAllText(source)));
        Assert.False(_repo.Exists("HANDOFF.md"));
        Assert.Equal(JsonValueKind.Null, Schemas.Verify("schemas/import-1.schema.json", Run("import note.md --format json").Output).GetProperty("written").ValueKind);
    }

    [Fact]
    public void A_document_is_delivered_as_a_handoff_when_asked()
    {
        _repo.Write("note.md", Document);

        var json = Schemas.Verify("schemas/import-1.schema.json", Run("import note.md --to-inbox --format json").Output);

        Assert.Equal(("app", "note.md"), (json.GetProperty("to").GetString(), json.GetProperty("source").GetString()));
        Assert.False(_repo.Exists("HANDOFF.md"));
        var shown = Run("inbox take").Output;
        Assert.Contains("--- OAuth context refresh", shown, StringComparison.Ordinal);
        Assert.Contains(json.GetProperty("sentinel").GetString()!, shown, StringComparison.Ordinal);
        Assert.Contains("source: note.md", json.GetProperty("text").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public void An_artifact_of_ours_comes_back_as_what_it_was_and_is_not_consumed()
    {
        _repo.Write("src/other.cs", "x");
        Coderelay.Run(["handoff", "--artifact", "--no-review"], _repo.Path, "# Handoff — Refresh tokens\n\n## Immediate next action\nWrite `src/other.cs`.\n\n## Decisions made (with evidence)\n\n- One retry, since src/login.cs:1 counts\n\n## Open follow-ups\n\n1. The limit is not known\n", Variables);
        var file = Assert.Single(Directory.GetFiles(Path.Combine(_repo.Path, ".agents", "handoff")));
        var before = File.ReadAllBytes(file);

        var packet = Text(Run("import --format json"));

        Assert.Equal(before, File.ReadAllBytes(file));
        Assert.Equal(("Refresh tokens", "1. Write `src/other.cs`.", "- One retry, since src/login.cs:1 counts", "- The limit is not known", "1. `src/other.cs`"), (Section(packet, "Goal"), Section(packet, "Next three steps"), Section(packet, "Decisions"), Section(packet, "Blockers"), Section(packet, "Important files")));
        Assert.Contains("- Status: paused mid-task", Section(packet, "In progress"), StringComparison.Ordinal);
        Assert.DoesNotContain("by git log", packet, StringComparison.Ordinal);
    }

    [Fact]
    public void The_newest_that_nobody_has_had_is_the_default()
    {
        _repo.Write(".agents/handoff/handoff-20260605T090000Z.consumed.json", Artifact("consumed"));
        _repo.Write(".agents/handoff/handoff-20260604T090000Z.json", Artifact("marked").Replace("\"consumed\":false", "\"consumed\":true", StringComparison.Ordinal));
        _repo.Write(".agents/handoff/auto-20260603T090000Z.json", Artifact("automatic", id: "auto-20260603T090000Z"));
        _repo.Write(".agents/handoff/20260602T090000Z-older.md", "# Handoff: older\n");

        var result = Run("import --dry-run");

        Assert.Equal("automatic", Section(result.Output, "Goal"));
        Assert.Contains("the id 'auto-20260603T090000Z' violates the schema", result.Error, StringComparison.Ordinal);
        Assert.False(_repo.Exists("HANDOFF.md"));
    }

    [Fact]
    public void Writers_that_leave_out_type_and_consumed_are_read()
    {
        _repo.Write("a.json", Artifact("newer").Replace("\"type\":\"manual\",", "", StringComparison.Ordinal).Replace(",\"consumed\":false", "", StringComparison.Ordinal));

        Assert.Equal("newer", Section(Run("import a.json --dry-run").Output, "Goal"));
    }

    [Fact]
    public void Several_sources_are_one_packet()
    {
        _repo.Write("a.md", "# Handoff: one\n\n## Next steps\n\n1. Run `make`.\n");
        _repo.Write("b.json", Artifact("two"));

        var packet = Text(Run("import a.md b.json --format json"));

        Assert.Equal(("one", "1. Run `make`.\n2. Go on with `src/login.cs`."), (Section(packet, "Goal"), Section(packet, "Next three steps")));
    }

    [Theory]
    [InlineData("{ \"schema_version\": 1,\n", "bad.json:2: this is not JSON")]
    [InlineData("[]", "it is a JSON array; valid is an object with schema_version")]
    [InlineData("{\"schema_version\":2,\"id\":\"x\",\"created_at\":\"\",\"type\":\"manual\",\"consumed\":false}", "schema_version 2 is not known; valid is 1")]
    [InlineData("{\"schema_version\":1,\"id\":\"x\",\"type\":\"manual\",\"consumed\":false}", "the member 'created_at' is missing; required are schema_version, id")]
    [InlineData("{\"schema_version\":1,\"id\":\"x\",\"created_at\":\"soon\",\"type\":\"manual\",\"consumed\":false}", "created_at 'soon' is not a time")]
    [InlineData("{\"schema_version\":1,\"id\":\"x\",\"created_at\":\"2026-06-01T09:00:00Z\",\"type\":\"other\",\"consumed\":false}", "the type 'other' is not known; valid are manual, auto, rpi")]
    [InlineData("{\"schema_version\":1,\"id\":null,\"created_at\":\"2026-06-01T09:00:00Z\",\"type\":\"manual\",\"consumed\":false}", "'id' is null; valid is a string")]
    [InlineData("{\"schema_version\":1,\"id\":\"x\",\"created_at\":\"2026-06-01T09:00:00Z\",\"type\":\"manual\",\"consumed\":\"no\"}", "'consumed' is \"no\"; valid is true or false")]
    [InlineData("{\"schema_version\":1,\"id\":\"x\",\"created_at\":\"2026-06-01T09:00:00Z\",\"type\":\"manual\",\"consumed\":false,\"state\":{\"modified_files\":[1]}}", "'state.modified_files' is 1; valid is a list of strings")]
    [InlineData("a\0b", "is no text")]
    [InlineData(" \n", "is empty")]
    public void What_is_no_artifact_is_said_with_file_and_what_is_valid(string content, string message)
    {
        _repo.Write("bad.json", content);

        var result = Run("import bad.json");

        Assert.Equal((ExitCode.Usage, ""), (result.ExitCode, result.Output));
        Assert.Contains("bad.json", result.Error, StringComparison.Ordinal);
        Assert.Contains(message, result.Error, StringComparison.Ordinal);
        Assert.False(_repo.Exists("HANDOFF.md"));
    }

    [Fact]
    public void Byte_order_marks_line_ends_and_other_languages_are_read()
    {
        File.WriteAllText(_repo.Write("a.md", ""), Document.Replace("OAuth context refresh", "Übergabe der Anmeldung", StringComparison.Ordinal).Replace("\n", "\r\n", StringComparison.Ordinal), new UTF8Encoding(encoderShouldEmitUTF8Identifier: true));
        File.WriteAllText(_repo.Write("b.json", ""), Artifact("目标"), new UTF8Encoding(encoderShouldEmitUTF8Identifier: true));
        _repo.Write("c.md", "# 引き継ぎ\n\n## 目標\n\nログインを直す\n\n## 次のステップ\n\n1. `src/login.cs` を直す\n\n## 既知の問題\n\n- 上限が不明\n");

        Assert.Equal("Übergabe der Anmeldung", Section(Text(Run("import a.md --format json --dry-run")), "Goal"));
        Assert.DoesNotContain('\r', Text(Run("import a.md --format json --dry-run")));
        Assert.Equal("目标", Section(Text(Run("import b.json --format json --dry-run")), "Goal"));
        var packet = Text(Run("import c.md --format json --dry-run"));
        Assert.Equal(("ログインを直す", "1. `src/login.cs` を直す", "- 上限が不明"), (Section(packet, "Goal"), Section(packet, "Next three steps"), Section(packet, "Blockers")));
    }

    [Fact]
    public void Five_megabytes_are_read_whole()
    {
        _repo.Write("huge.json", Artifact("huge", risk: new string('r', 5_000_000)));
        _repo.Write("huge.md", Document + string.Concat(Enumerable.Repeat("\n\n## Questions\n\n- why is this so long?\n", 130_000)));

        Assert.Contains(new string('r', 5_000_000), Text(Run("import huge.json --format json --dry-run")), StringComparison.Ordinal);
        Assert.Equal("OAuth context refresh", Section(Text(Run("import huge.md --format json --dry-run")), "Goal"));
    }

    [Fact]
    public void Text_of_a_source_begins_no_section_of_the_packet()
    {
        _repo.Write("a.json", Artifact("x\n## Blockers\n- none", risk: "one\n## Goal\nmine\n===\n<!-- open"));

        var packet = Text(Run("import a.json --format json"));

        Assert.Equal(["Goal", "In progress", "Next three steps", "Important files", "Blockers"], packet.Split('\n').Where(line => line.StartsWith("## ", StringComparison.Ordinal)).Select(line => line[3..]));
    }

    [Theory]
    [InlineData("Subject: [ao-12.3] CHECKPOINT\n\nReason: CONTEXT_HIGH\nPartial commit: 3f2a91c\nDescription: half of the refresh\nContext: 85%\n\n## Next steps\n\n1. Finish `Refresh`\n2. Run `make`\n")]
    [InlineData("---\nsubject: \"ao-12.3: CHECKPOINT\"\nfrom: worker\n---\n## Checkpoint\n\n- **Reason:** CONTEXT_HIGH\n- **Partial Commit:** `3f2a91c`\n- **Description:** half of the refresh\n- **Context %:** 85\n\n### Next Steps for Successor\n\n- Finish `Refresh`\n- Run `make`\n")]
    [InlineData("# CHECKPOINT\r\n\r\nBead: ao-12.3\r\nreason: CONTEXT_HIGH\r\npartial commit: 3f2a91c\r\ndescription: half of the refresh\r\ncontext usage: 85%\r\nNext steps:\r\n1. Finish `Refresh`\r\n2. Run `make`\r\n")]
    [InlineData("{\"subject\":\"[ao-12.3] CHECKPOINT\",\"body\":\"Reason: CONTEXT_HIGH\\nPartial commit: 3f2a91c\\nDescription: half of the refresh\\nContext: 85%\\n\\n## Next steps\\n\\n1. Finish `Refresh`\\n2. Run `make`\"}")]
    [InlineData("{\"subject\":\"CHECKPOINT\",\"body\":{\"bead\":\"ao-12.3\",\"reason\":\"CONTEXT_HIGH\",\"partial_commit\":\"3f2a91c\",\"description\":\"half of the refresh\",\"context\":85,\"next_steps\":[\"Finish `Refresh`\",\"Run `make`\"]}}")]
    public void A_checkpoint_message_becomes_a_handoff_whatever_its_form(string message)
    {
        var file = message[0] == '{' ? "message.json" : "message.md";
        _repo.Write(file, message);

        var delivered = Text(Run($"import {file} --to-inbox --format json"));
        var packet = Text(Run($"import {file} --format json"));

        Assert.Contains("## Immediate next action\n\n1. Finish `Refresh`\n2. Run `make`\n", delivered, StringComparison.Ordinal);
        Assert.Equal("Finish ao-12.3", Section(packet, "Goal"));
        var progress = Section(packet, "In progress");
        Assert.Contains("CONTEXT_HIGH", progress, StringComparison.Ordinal);
        Assert.Matches("85 ?% of the context", progress);
        Assert.Contains("Partial commit: 3f2a91c", progress, StringComparison.Ordinal);
        Assert.Contains("- half of the refresh", progress, StringComparison.Ordinal);
        Assert.Equal("1. Finish `Refresh`\n2. Run `make`", Section(packet, "Next three steps"));
        Assert.Contains("--- Finish ao-12.3", Run("inbox take").Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_checkpoint_that_says_nothing_is_a_handoff_all_the_same()
    {
        _repo.Write("message.md", "[ao-1] CHECKPOINT\n");

        Assert.Equal(ExitCode.Success, Run("import message.md --to-inbox").ExitCode);
        Assert.Contains("decide on the next step", Run("inbox take").Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_message_of_another_type_is_refused()
    {
        _repo.Write("message.md", "Subject: [ao-1] PROGRESS\n\nStep: 1\n");

        var result = Run("import message.md --to-inbox");

        Assert.Equal(ExitCode.Usage, result.ExitCode);
        Assert.Contains("message of type PROGRESS; only CHECKPOINT hands work over", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Nothing_to_import_is_said_with_what_to_name()
    {
        Assert.Equal(ExitCode.Environment, Run("import").ExitCode);
        Assert.Equal(ExitCode.Usage, Run("import nothing.md").ExitCode);
        Assert.Equal(ExitCode.Usage, Run("import src").ExitCode);
    }

    [Fact]
    public void Outside_git_everything_is_copied()
    {
        using var plain = new TemporaryDirectory("plain");
        plain.Write(".agents/handoff/2026-06-01-oauth.md", Document);

        Assert.Equal(ExitCode.Success, Coderelay.Run(["import"], plain.Path, "", Variables).ExitCode);
        Assert.Contains("Retry the login once", Section(plain.Read("HANDOFF.md"), "Done, and not in git"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_directory_that_cannot_be_written_is_said()
    {
        if (OperatingSystem.IsWindows() || Environment.UserName == "root")
            return;
        _repo.Write("note.md", Document);
        File.SetUnixFileMode(_repo.Path, UnixFileMode.UserRead | UnixFileMode.UserExecute);

        var result = Run("import note.md");

        File.SetUnixFileMode(_repo.Path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        Assert.Equal(ExitCode.Environment, result.ExitCode);
        Assert.Contains("HANDOFF.md was not written", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_in_the_place_of_the_packets_directory_is_said_and_stays()
    {
        _repo.Write("note.md", Document);
        _repo.Write("docs", "mine");
        _repo.Write("coderelay.yml", "packet: docs\n");

        var result = Run("import note.md");

        Assert.Equal(ExitCode.Environment, result.ExitCode);
        Assert.Contains("docs/HANDOFF.md was not written", result.Error, StringComparison.Ordinal);
        Assert.Equal("mine", _repo.Read("docs"));
    }

    private static string Artifact(string goal, string risk = "", string id = "handoff-20260601T090000Z") => JsonSerializer.Serialize(new Dictionary<string, object>
    {
        ["schema_version"] = 1,
        ["id"] = id,
        ["created_at"] = "2026-06-01T09:00:00Z",
        ["type"] = "manual",
        ["goal"] = goal,
        ["continuation"] = "Go on with `src/login.cs`.",
        ["open_risks"] = risk.Length > 0 ? new[] { risk } : [],
        ["consumed"] = false,
    });

    private static string Text(ProcessResult result) => Schemas.Verify("schemas/import-1.schema.json", result.Output).GetProperty("text").GetString()!;

    private static string Section(string packet, string heading) =>
        packet.Split($"\n## {heading}\n\n", 2) is [_, var rest] ? rest.Split("\n\n## ")[0].Trim('\n') : throw new InvalidOperationException($"no '{heading}' in:\n{packet}");

    private Dictionary<string, string?> Variables => new() { ["AGENT_HANDOFF_ROOT"] = Path.Combine(_home.Path, "inbox"), ["CLAUDE_PROJECT_DIR"] = null, ["CLAUDECODE"] = null, ["CODERELAY_STATE"] = null, ["XDG_STATE_HOME"] = _home.Path };

    private ProcessResult Run(string arguments) => Coderelay.Run(arguments.Split(' '), _repo.Path, "", Variables);

    public void Dispose()
    {
        _repo.Dispose();
        _home.Dispose();
    }
}
