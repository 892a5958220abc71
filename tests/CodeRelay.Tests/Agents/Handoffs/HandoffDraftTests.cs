using System.Text.RegularExpressions;
using CodeRelay.Agents.Handoffs;
using CodeRelay.Analysis;
using YamlDotNet.RepresentationModel;

namespace CodeRelay.Tests.Agents.Handoffs;

public sealed partial class HandoffDraftTests : IDisposable
{
    private readonly RelayWorkshop _workshop = new();
    private readonly TemporaryRepository _repo = new("app");

    private static readonly DateTimeOffset Now = new(2026, 6, 1, 9, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Identity_is_collected_and_the_rest_comes_from_the_text()
    {
        _repo.Write("a.cs", "1");
        _repo.Commit("Read dates with offsets: part one");
        _repo.Write("b.cs", "1");

        var (name, text) = Compose("# Handoff — Login retry\n\n## Immediate next action\n\n1. Write the expiry test.\n2. Run it.\n");

        Assert.Equal("20260601T090000Z-from-app-read-dates-with-offsets.md", name);
        var read = RelayWorkshop.Parse(text);
        Assert.Empty(read.Problems);
        Assert.Equal(("Login retry", "Write the expiry test.", "app", "app"), (read["name"], read["description"], read["from"], read["to"]));
        Assert.Equal(("2026-06-01T09:00:00Z", "main", _repo.Git("rev-parse", "--short", "HEAD"), "1"), (read["created"], read["branch"], read["head"], read["dirty_files_count"]));
        Assert.Equal(("coderelay", "read-dates-with-offsets"), (read["session_tool"], read["topic"]));
        Assert.Equal(Path.Combine(_repo.Path, ".git"), read["repository"]);
    }

    [Theory]
    [InlineData("# Handoff — HANDOFF: the reader\n\n## Immediate next action\nRun it.\n", "the reader", "Run it.")]
    [InlineData("## Immediate next action\n\n```sh\nmake\n```\n\n**First**: look at its output.\n", "First: look at its output.", "First: look at its output.")]
    [InlineData("## Immediate next action\n\n```sh\nmake\n```\n", "make", "make")]
    public void Title_and_description_are_words_where_there_are_any(string body, string name, string description)
    {
        var read = RelayWorkshop.Parse(Compose(body).Text);

        Assert.Equal((name, description), (read["name"], read["description"]));
    }

    [Fact]
    public void Before_the_first_commit_the_topic_is_the_time()
    {
        var (name, text) = Compose("## Immediate next action\nStart.\n");

        Assert.Equal("20260601T090000Z-from-app-session-0900.md", name);
        Assert.Equal(("?", "?"), (RelayWorkshop.Parse(text)["branch"], RelayWorkshop.Parse(text)["head"]));
    }

    [Fact]
    public void Fields_that_the_writer_gives_come_along_and_identity_does_not()
    {
        var (_, text) = Compose("---\nname: Mine\ndescription: what it is\ntopic: own words\nsession_id: s-1\ngbrain_page_slug: page\nx_team: blue\nfrom: elsewhere\nhead: 0000000\nsession_tool: codex-cli\n---\n## Immediate next action\nStart.\n");

        var read = RelayWorkshop.Parse(text);
        Assert.Equal(("Mine", "what it is", "own-words", "codex-cli"), (read["name"], read["description"], read["topic"], read["session_tool"]));
        Assert.Equal(("s-1", "page", "blue", "app"), (read["session_id"], read["gbrain_page_slug"], read["x_team"], read["from"]));
        Assert.NotEqual("0000000", read["head"]);
    }

    [Theory]
    [InlineData("Pause: after the JWT check")]
    [InlineData("fix #12 # not a comment")]
    [InlineData("- dash first")]
    [InlineData("\"quoted\" and 'single'")]
    [InlineData("back\\slash: \"x\"")]
    [InlineData("@ at, `tick`")]
    [InlineData("größe 仕事 🙂")]
    [InlineData("ends with:")]
    public void Values_are_the_same_for_a_reader_of_yaml_and_for_one_of_lines(string title)
    {
        var (_, text) = new HandoffDraft(_workshop.OwnerAt(_repo.Path), RelayWorkshop.Parse("## Immediate next action\nStart.\n")) { Name = title }.Compose("app", WorktreeFacts.None, Now, _workshop.Environment);

        var block = text.Split("---\n")[1];
        var yaml = new YamlStream();
        yaml.Load(new StringReader(block));
        var byYaml = ((YamlScalarNode)yaml.Documents[0].RootNode["name"]).Value;
        Assert.Equal(byYaml, LineReader(text, "name"));
        Assert.Equal(byYaml, RelayWorkshop.Parse(text)["name"]);
        Assert.Equal(title.Replace('\'', '’'), byYaml!.Replace('\'', '’'));
    }

    [Theory]
    [InlineData("# Handoff\n\n## Status\nx\n")]
    [InlineData("## Immediate next action\n\n## Status\nx\n")]
    [InlineData("## Immediate next action\n<!-- what to do -->\n")]
    [InlineData("")]
    public void A_text_without_a_next_action_is_no_handoff(string body) =>
        Assert.Contains("missing or empty", Assert.Single(new HandoffDraft(_workshop.OwnerAt(_repo.Path), RelayWorkshop.Parse(body)).Problems), StringComparison.Ordinal);

    [Fact]
    public void The_template_has_the_sections_in_their_order()
    {
        var headings = Heading().Matches(HandoffSections.Template(Now)).Select(match => match.Groups[1].Value);

        Assert.Equal(
            [
                "Status as of 2026-06-01", "Immediate next action", "Decisions made (with evidence)", "Recently verified / completed — DO NOT REDO", "Open follow-ups",
                "Assumptions / world-model snapshot", "Verification commands", "Files touched this session", "What NOT to do on resume", "Reader instruction",
            ],
            headings);
    }

    [Fact]
    public void The_program_that_writes_is_recognised()
    {
        _workshop.Variables["CLAUDECODE"] = "1";

        Assert.Equal("claude-code", RelayWorkshop.Parse(Compose("## Immediate next action\nStart.\n").Text)["session_tool"]);
    }

    [Fact]
    public void A_packet_becomes_a_handoff_without_what_git_tells()
    {
        _repo.Write("src/Reader.cs", "1");
        _repo.Commit("Read dates with offsets in the reader of the archive");
        _repo.Write("HANDOFF.md", "# Handoff\n\n## Goal\n\nMake `src/Reader.cs` read CR LF.\n\n## Done\n\n- Read dates with offsets in the reader of the archive\n\n## Next\n\n1. Write the test in `src/Reader.cs` for CR LF.\n\n## Blockers\n\n- The vendor has not answered about the key.\n\n## Constraints\n\n- Do not touch the public names.\n");
        _repo.Write("TASKS.md", "# Tasks\n\n- [ ] T1: split the reader\n- [x] T2: done long ago\n");
        _repo.Commit("Hand over");
        _repo.Write("src/New.cs", "1");

        var text = PacketHandoff.Compose(_workshop.OwnerAt(_repo.Path).Repository, new Configuration(), Now)!;

        Assert.Contains("## Immediate next action\n\n1. Write the test in `src/Reader.cs` for CR LF.\n", text, StringComparison.Ordinal);
        Assert.Contains("- The vendor has not answered about the key.", text, StringComparison.Ordinal);
        Assert.Contains("\n\nPaused: mid-task, 1 uncommitted file(s); the open follow-ups name the blockers.\n", text, StringComparison.Ordinal);
        Assert.Contains("T1: split the reader", text, StringComparison.Ordinal);
        Assert.Contains("## What NOT to do on resume\n\n- Do not touch the public names.", text, StringComparison.Ordinal);
        Assert.Contains("## Files touched this session\n\n- src/New.cs", text, StringComparison.Ordinal);
        Assert.DoesNotContain("dates with offsets", text, StringComparison.Ordinal);
        Assert.DoesNotContain("T2", text, StringComparison.Ordinal);
        Assert.Empty(new HandoffDraft(_workshop.OwnerAt(_repo.Path), RelayWorkshop.Parse(text)).Problems);
    }

    [Theory]
    [InlineData("- None", false, "Paused: between tasks, nothing is uncommitted.")]
    [InlineData("- The vendor has not answered about the key.", false, "Paused: blocked, see the open follow-ups.")]
    [InlineData("- None", true, "Paused: mid-task, 1 uncommitted file(s).")]
    public void It_tells_where_the_session_paused(string blockers, bool isDirty, string expected)
    {
        _repo.Write("HANDOFF.md", $"# HANDOFF: the reader\n\n## Next step\n\n1. Write the test in `src/Reader.cs`.\n\n## Blockers\n\n{blockers}\n");
        _repo.Commit("Hand over");
        if (isDirty)
            _repo.Write("src/New.cs", "1");

        Assert.StartsWith($"# Handoff — the reader\n\n## Status as of 2026-06-01\n\n{expected}\n\n## Immediate", PacketHandoff.Compose(_workshop.OwnerAt(_repo.Path).Repository, new Configuration(), Now), StringComparison.Ordinal);
    }

    [Fact]
    public void Without_packet_and_uncommitted_files_there_is_nothing_to_hand_over()
    {
        _repo.Commit("One");

        Assert.Null(PacketHandoff.Compose(_workshop.OwnerAt(_repo.Path).Repository, new Configuration(), Now));
    }

    [Fact]
    public void Bulky_items_without_evidence_and_two_sections_are_asked_about()
    {
        var bulky = string.Concat(Enumerable.Repeat("words that say nothing that could be looked up ", 6)).Trim();
        var body = $"## Status as of today\n\n- short and vague\n- {bulky}\n- {bulky} in `src/a.cs`\n- see src/b.cs\n\n## Open follow-ups\n\n1. short\n\n## What NOT to do on resume\n\nNothing.\n";

        var items = ReviewPass.Items(body);

        Assert.Equal(["Status as of today", "Open follow-ups", "What NOT to do on resume"], items.Select(item => item.Section));
        Assert.Contains(bulky, items[0].Text, StringComparison.Ordinal);
        Assert.DoesNotContain("src/a.cs", items[0].Text, StringComparison.Ordinal);
        Assert.True(items[0].Summary.Length <= 100);
        Assert.Equal(("1. short", "short"), (items[1].Text, items[1].Summary));
        Assert.Equal(401, new ReviewItem("s", new string('x', 1000), "").Shown.Length);
    }

    // Takes a field as the original's reader does: optional indent, field, colon; one pair of quotes off.
    private static string LineReader(string text, string field)
    {
        var value = Regex.Match(text, $@"^[ \t]*{field}:[ \t]*(.*?)[ \t]*$", RegexOptions.Multiline).Groups[1].Value;
        return value.Length >= 2 && value[0] is '"' or '\'' && value[^1] == value[0] ? value[1..^1] : value;
    }

    private (string Name, string Text) Compose(string text)
    {
        var owner = _workshop.OwnerAt(_repo.Path);
        return new HandoffDraft(owner, RelayWorkshop.Parse(text)).Compose("app", HandoffWriter.Facts(owner.Repository), Now, _workshop.Environment);
    }

    [GeneratedRegex("^## (.*)$", RegexOptions.Multiline)]
    private static partial Regex Heading();

    public void Dispose()
    {
        _workshop.Dispose();
        _repo.Dispose();
    }
}
