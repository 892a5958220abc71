using System.Diagnostics;
using CodeRelay.Agents.Handoffs;

namespace CodeRelay.Tests.Agents.Handoffs;

public sealed class DeliveryTests : IDisposable
{
    private const string Name = "20260601T090000Z-from-app-login.md";

    private readonly RelayWorkshop _workshop = new();
    private readonly TemporaryRepository _repo = new("app");

    private Inbox Inbox => _workshop.InboxAt(_repo.Path);

    private InboxPlace Place => Inbox.Own;

    [Fact]
    public void A_waiting_handoff_is_shown_once_and_archived_with_the_time_of_receipt()
    {
        RelayWorkshop.Put(Place, Name, RelayWorkshop.Sample());

        var text = RelayWorkshop.Surface(Inbox);

        Assert.Contains("1 UNTRUSTED handoff(s) for app", text, StringComparison.Ordinal);
        Assert.Contains("--- Login retry\n", text, StringComparison.Ordinal);
        Assert.Contains("## Immediate next action\n", text, StringComparison.Ordinal);
        Assert.Contains("=== 1 handoff(s) archived to read/ ===", text, StringComparison.Ordinal);
        Assert.Contains("from:    app\ncreated: 2026-06-01T09:00:00Z\nbranch:  fix/login (handoff) | ? (current)\nhead:    1a2b3c4 (handoff) | ? (current)\n", text, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFileSystemEntries(Place.Unread));
        Assert.Matches(@"topic: login\nreceived_at: \d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ\n---\n", File.ReadAllText(Path.Combine(Place.Read, Name)));
        Assert.Empty(RelayWorkshop.Surface(Inbox));
    }

    [Fact]
    public void What_could_not_be_written_out_stays_unread()
    {
        RelayWorkshop.Put(Place, Name, RelayWorkshop.Sample());

        using (var delivery = Delivery.Of(Inbox, 8000, () => WorktreeFacts.None))
        {
            Assert.Equal([$".claim-{Environment.ProcessId}-{Name}"], Directory.GetFiles(Place.Unread, ".claim-*").Select(Path.GetFileName));
            Assert.Empty(RelayWorkshop.Surface(Inbox));
        }

        Assert.Equal([Path.Combine(Place.Unread, Name)], Directory.GetFileSystemEntries(Place.Unread));
        Assert.NotEmpty(RelayWorkshop.Surface(Inbox));
    }

    [Fact]
    public void The_reader_is_told_what_the_first_reply_begins_with()
    {
        RelayWorkshop.Put(Place, Name, RelayWorkshop.Sample());
        var sentinel = Inbox.Unread()[0].Text.Sentinel;
        var one = RelayWorkshop.Surface(Inbox);
        Assert.Contains($"**Handoff loaded: Login retry — sentinel {sentinel}**", one, StringComparison.Ordinal);
        Assert.Contains("`go`", one, StringComparison.Ordinal);
        Assert.Contains("past claim", one, StringComparison.Ordinal);

        RelayWorkshop.Put(Place, "20260601T090000Z-from-a.md", RelayWorkshop.Sample("Second"));
        RelayWorkshop.Put(Place, "20260601T080000Z-from-a.md", RelayWorkshop.Sample("First", body: "x\n"));
        var two = RelayWorkshop.Surface(Inbox);
        Assert.Matches(@"\*\*Handoffs loaded: 2 — sentinels: hs-\w{10}, hs-\w{10}\*\*", two);
        Assert.True(two.IndexOf("--- First", StringComparison.Ordinal) < two.IndexOf("--- Second", StringComparison.Ordinal));
    }

    [Fact]
    public void Drift_is_told_only_where_both_sides_are_known()
    {
        _repo.Write("a.cs", "1");
        var head = _repo.Commit("One");
        var facts = WorktreeFacts.Read(_workshop.OwnerAt(_repo.Path).Repository);
        RelayWorkshop.Put(Place, Name, RelayWorkshop.Sample());
        var drifted = RelayWorkshop.Surface(Inbox, facts: facts);
        Assert.Contains("!! DRIFT: branch differs: fix/login when written, main now", drifted, StringComparison.Ordinal);
        Assert.Contains($"!! DRIFT: HEAD differs: 1a2b3c4 when written, {head[..7]} now", drifted, StringComparison.Ordinal);

        RelayWorkshop.Put(Place, Name, RelayWorkshop.Sample(branch: "main", head: head[..9]));
        var same = RelayWorkshop.Surface(Inbox, facts: facts);
        Assert.DoesNotContain("DRIFT: branch", same, StringComparison.Ordinal);
        Assert.DoesNotContain("DRIFT: HEAD", same, StringComparison.Ordinal);
        Assert.Contains("!! DRIFT: uncommitted files differ: 2 when written, 0 now", same, StringComparison.Ordinal);

        RelayWorkshop.Put(Place, Name, RelayWorkshop.Sample());
        Assert.DoesNotContain("DRIFT", RelayWorkshop.Surface(Inbox), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("just text\n")]
    [InlineData("---\nname: never closed\nthe text\n")]
    public void A_malformed_file_is_shown_raw_with_a_warning_and_archived(string content)
    {
        RelayWorkshop.Put(Place, Name, content);

        var text = RelayWorkshop.Surface(Inbox);

        Assert.Contains("WARNING: malformed handoff", text, StringComparison.Ordinal);
        Assert.Contains(content.TrimEnd('\n'), text, StringComparison.Ordinal);
        Assert.Equal(content, File.ReadAllText(Path.Combine(Place.Read, Name)));
    }

    [Fact]
    public void Control_characters_reach_nobody_and_text_of_any_script_does()
    {
        RelayWorkshop.Put(Place, Name, RelayWorkshop.Sample(title: "Re\u001B[31mtry\u007F", body: "tab\there \0nul \u001B]0;x\u0007 größe 仕事 \u009Bx\r\n"));

        var text = RelayWorkshop.Surface(Inbox);

        Assert.Contains("--- Re[31mtry\n", text, StringComparison.Ordinal);
        Assert.Contains("tab\there nul ]0;x größe 仕事 x\n", text, StringComparison.Ordinal);
        Assert.DoesNotContain(text, c => char.IsControl(c) && c is not ('\n' or '\t'));
    }

    [Fact]
    public void What_a_human_would_not_see_reaches_no_model()
    {
        RelayWorkshop.Put(Place, Name, RelayWorkshop.Sample(title: "Re\u202Etry", body: "a\u2066b\u2069 \U000E0049\U000E0067x \U000E0100 عربي\u200F 👩\u200D💻\n"));

        var text = RelayWorkshop.Surface(Inbox);

        Assert.Contains("--- Retry\n", text, StringComparison.Ordinal);
        Assert.Contains("ab x \U000E0100 عربي\u200F 👩\u200D💻\n", text, StringComparison.Ordinal);
    }

    [Fact]
    public void The_archive_overwrites_nothing()
    {
        Place.Create();
        File.WriteAllText(Path.Combine(Place.Read, Name), "older\n");
        RelayWorkshop.Put(Place, Name, RelayWorkshop.Sample());

        RelayWorkshop.Surface(Inbox);

        Assert.Equal("older\n", File.ReadAllText(Path.Combine(Place.Read, Name)));
        Assert.Matches("-[0-9a-f]{5}\\.md$", Directory.GetFiles(Place.Read).Single(file => Path.GetFileName(file) != Name));
    }

    [Fact]
    public void A_file_that_was_moved_back_is_shown_again_and_stamped_anew()
    {
        RelayWorkshop.Put(Place, Name, RelayWorkshop.Sample(extra: "received_at: 2020-01-01T00:00:00Z\n"));

        Assert.Contains("Login retry", RelayWorkshop.Surface(Inbox), StringComparison.Ordinal);
        var text = File.ReadAllText(Path.Combine(Place.Read, Name));
        Assert.DoesNotContain("2020-01-01", text, StringComparison.Ordinal);
        Assert.Equal(2, text.Split("received_at:").Length);
    }

    [Fact]
    public void Nothing_expires_by_age()
    {
        var path = RelayWorkshop.Put(Place, "20200101T000000Z-from-app.md", RelayWorkshop.Sample());
        File.SetLastWriteTimeUtc(path, DateTime.UtcNow.AddDays(-60));

        Assert.Contains("Login retry", RelayWorkshop.Surface(Inbox), StringComparison.Ordinal);
    }

    [Fact]
    public void The_newest_that_fit_come_first_and_the_rest_at_the_next_start()
    {
        for (var i = 10; i < 40; i++)
            RelayWorkshop.Put(Place, $"20260601T0900{i}Z-from-app.md", RelayWorkshop.Sample($"Number {i}", body: $"## Immediate next action\n{new string('x', 500)}\n"));

        var first = RelayWorkshop.Surface(Inbox);

        Assert.InRange(first.Length, 6000, 8000);
        Assert.Contains("--- Number 39", first, StringComparison.Ordinal);
        Assert.DoesNotContain("--- Number 10", first, StringComparison.Ordinal);
        Assert.Matches(@"\d+ older handoff\(s\) still wait and are shown at the next start; to read them now: coderelay inbox list", first);
        var seen = first;
        while (Inbox.Unread().Count > 0)
            seen += RelayWorkshop.Surface(Inbox);
        Assert.All(Enumerable.Range(10, 30), i => Assert.Equal(2, seen.Split($"--- Number {i}\n").Length));
    }

    [Fact]
    public void A_single_one_that_is_too_long_is_cut_with_a_pointer_to_its_file()
    {
        RelayWorkshop.Put(Place, Name, RelayWorkshop.Sample(body: string.Concat(Enumerable.Repeat("größe 🙂 ", 20_000))));

        var text = RelayWorkshop.Surface(Inbox);

        Assert.InRange(text.Length, 6000, 8000);
        Assert.Contains(Path.Combine(Place.Read, Name), text, StringComparison.Ordinal);
        Assert.True(File.Exists(Path.Combine(Place.Read, Name)));
    }

    [Fact]
    public void The_claim_of_a_reader_that_runs_is_left_alone()
    {
        using var alive = Process.Start(new ProcessStartInfo(OperatingSystem.IsWindows() ? "ping" : "sleep", OperatingSystem.IsWindows() ? "-n 60 127.0.0.1" : "60") { UseShellExecute = false, RedirectStandardOutput = true })!;
        var lease = RelayWorkshop.Put(Place, $".claim-{alive.Id}-{Name}", RelayWorkshop.Sample());

        Assert.Empty(RelayWorkshop.Surface(Inbox));
        Assert.True(File.Exists(lease));
        Assert.Equal(HandoffState.Leased, Assert.Single(Inbox.Leased()).State);

        alive.Kill();
        alive.WaitForExit();
        Assert.Contains("Login retry", RelayWorkshop.Surface(Inbox), StringComparison.Ordinal);
        Assert.True(File.Exists(Path.Combine(Place.Read, Name)));
        Assert.Contains("received_at:", File.ReadAllText(Path.Combine(Place.Read, Name)), StringComparison.Ordinal);
    }

    [Fact]
    public void A_process_id_that_was_given_out_again_keeps_nothing()
    {
        var lease = RelayWorkshop.Put(Place, $".claim-{Environment.ProcessId}-{Name}", RelayWorkshop.Sample());
        RelayWorkshop.Put(Place, $".owner-{Environment.ProcessId}-00000000", (ProcessOwner.Current with { Started = "1" }).ToString());

        Assert.Contains("Login retry", RelayWorkshop.Surface(Inbox), StringComparison.Ordinal);
        Assert.False(File.Exists(lease));
        Assert.Empty(Directory.GetFileSystemEntries(Place.Unread));
    }

    [Fact]
    public void The_claim_of_another_machine_stays_and_shows_its_age()
    {
        var lease = RelayWorkshop.Put(Place, $".claim-2147483000-{Name}", RelayWorkshop.Sample());
        RelayWorkshop.Put(Place, ".owner-2147483000-00000000", new ProcessOwner("another-machine", 2147483000, "1").ToString());
        File.SetLastWriteTimeUtc(lease, DateTime.UtcNow.AddHours(-3));

        Assert.Empty(RelayWorkshop.Surface(Inbox));
        Assert.InRange(Assert.Single(Inbox.Leased()).LeasedFor!.Value.TotalHours, 2.9, 3.1);
    }

    [Theory]
    [InlineData(".claim-0-")]
    [InlineData(".claim-000-")]
    public void A_claim_of_process_zero_is_left_to_a_human(string prefix)
    {
        var lease = RelayWorkshop.Put(Place, prefix + Name, RelayWorkshop.Sample());

        Assert.Empty(RelayWorkshop.Surface(Inbox));
        Assert.True(File.Exists(lease));
        Assert.Equal(lease, Assert.Single(Inbox.Leased()).Path);
    }

    [Fact]
    public void Temporary_files_of_writers_that_have_ended_are_swept()
    {
        var mark = ProcessOwner.Current.Mark;
        var dead = RelayWorkshop.Put(Place, $".tmp-2147483000-1-00000000-{mark[..9]}1", "half");
        var own = RelayWorkshop.Put(Place, $".tmp-{Environment.ProcessId}-1-00000000-{mark}", "half");
        var foreign = RelayWorkshop.Put(Place, ".tmp-2147483000-1-00000000-a.md", "half");

        RelayWorkshop.Surface(Inbox);

        Assert.Equal((false, true, true), (File.Exists(dead), File.Exists(own), File.Exists(foreign)));
        File.SetLastWriteTimeUtc(foreign, DateTime.UtcNow.AddDays(-2));
        RelayWorkshop.Surface(Inbox);
        Assert.False(File.Exists(foreign));
    }

    [Fact]
    public async Task Among_many_readers_each_handoff_is_shown_once()
    {
        for (var i = 10; i < 70; i++)
            RelayWorkshop.Put(Place, $"20260601T0900{i}Z-from-app.md", RelayWorkshop.Sample($"Number {i}"));

        var texts = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() =>
        {
            var seen = "";
            for (var text = RelayWorkshop.Surface(Inbox); text.Length > 0; text = RelayWorkshop.Surface(Inbox))
                seen += text;
            return seen;
        })));

        var all = string.Concat(texts) + RelayWorkshop.Surface(Inbox, 100_000);
        Assert.All(Enumerable.Range(10, 60), i => Assert.Equal(2, all.Split($"--- Number {i}\n").Length));
        Assert.Empty(Directory.GetFileSystemEntries(Place.Unread));
        Assert.Equal(60, Directory.GetFiles(Place.Read).Length);
    }

    public void Dispose()
    {
        _workshop.Dispose();
        _repo.Dispose();
    }
}
