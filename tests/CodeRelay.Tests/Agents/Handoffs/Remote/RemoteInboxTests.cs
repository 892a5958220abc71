using System.Text;
using CodeRelay.Agents.Handoffs.Remote;

namespace CodeRelay.Tests.Agents.Handoffs.Remote;

public sealed class RemoteInboxTests : IDisposable
{
    private readonly RemoteScene _scene = new();

    public void Dispose() => _scene.Dispose();

    [Fact]
    public void What_one_clone_sends_another_lists_reads_and_takes_once()
    {
        using var sender = _scene.Open();
        var content = "---\r\nname: Größe\n---\n\0\u00ff"u8.ToArray();
        var sent = sender.Send("app", RemoteScene.Name(1), content);
        using var taker = _scene.Open();

        var listed = Assert.Single(taker.List("app"));
        Assert.Equal(sent, listed);
        Assert.Equal("refs/coderelay/inbox/app/20260601T090001Z-from-app-n1.md", listed.Ref);
        Assert.Equal(content, taker.Read([listed])[listed].ToArray());

        byte[]? kept = null;
        var take = Assert.Single(taker.Take([listed], (_, bytes) => kept = bytes.ToArray()));
        Assert.Equal(TakeOutcome.Won, take.Outcome);
        Assert.Equal(content, kept);
        Assert.Empty(taker.List("app"));
        Assert.Equal([take.Lease.Receipt], _scene.Refs());

        Assert.True(taker.Settle([take.Lease]));
        Assert.Empty(_scene.Refs());
    }

    [Fact]
    public void Recipients_see_their_own_and_everybody_can_list_all_in_the_order_of_time()
    {
        using var inbox = _scene.Open();
        inbox.Send([new("größe 1", RemoteScene.Name(3), RemoteScene.Text(3)), new("app", RemoteScene.Name(2), RemoteScene.Text(2)), new("app", RemoteScene.Name(1), RemoteScene.Text(1)), new("app2", RemoteScene.Name(4), RemoteScene.Text(4))]);

        Assert.Equal([RemoteScene.Name(1), RemoteScene.Name(2)], inbox.List("app").Select(handoff => handoff.Id));
        Assert.Equal("größe 1", Assert.Single(inbox.List("größe 1")).Recipient);
        var all = inbox.List();
        Assert.Equal([1, 2, 3, 4], all.Select(handoff => handoff.Id[14] - '0'));
        Assert.Equal(RemoteScene.Text(4), inbox.Read(all)[all[3]].ToArray());
        Assert.Empty(inbox.List("nobody"));
    }

    [Fact]
    public void A_name_that_is_taken_gets_a_suffix_and_nothing_is_overwritten()
    {
        using var first = _scene.Open();
        using var second = _scene.Open();
        first.Send("app", RemoteScene.Name(1), RemoteScene.Text(1));

        var again = second.Send("app", RemoteScene.Name(1), RemoteScene.Text(1));
        var both = second.Send([.. RemoteScene.Some(1), .. RemoteScene.Some(1)]);

        Assert.Matches(@"^20260601T090001Z-from-app-n1-[0-9a-f]{5}\.md$", again.Id);
        Assert.NotEqual(both[0].Ref, both[1].Ref);
        Assert.Equal(4, first.List("app").Count);
    }

    [Fact]
    public void Clones_and_the_sender_show_no_branch_and_keep_no_trace()
    {
        var clone = _scene.Clone();
        clone.Git("push", "--quiet", "origin", "main");
        // As a mirror is configured: a push by that name would write refs here.
        clone.Git("config", "remote.origin.fetch", "+refs/*:refs/*");
        clone.Git("config", "push.default", "matching");
        var before = (clone.Git("for-each-ref"), clone.Git("count-objects", "-v"), clone.Git("config", "--local", "--list"));
        using (var inbox = _scene.Open(clone))
        {
            inbox.Send(RemoteScene.Some(3));
            Assert.Equal(3, inbox.Read(inbox.List("app")).Count);
            Assert.Equal(2, inbox.Take([.. inbox.List("app").Take(2)], (_, _) => { }).Count(take => take.Outcome == TakeOutcome.Won));
        }

        Assert.Equal(before, (clone.Git("for-each-ref"), clone.Git("count-objects", "-v"), clone.Git("config", "--local", "--list")));
        Assert.False(clone.Exists(".git/FETCH_HEAD"));
        Assert.Empty(Directory.EnumerateFileSystemEntries(Path.Combine(clone.Path, ".git", "coderelay")));

        using var other = new TemporaryDirectory();
        RemoteScene.Git(other.Path, "clone", "--quiet", _scene.Host, "copy");
        var copy = Path.Combine(other.Path, "copy");
        Assert.DoesNotContain("coderelay", RemoteScene.Git(copy, "branch", "--all") + RemoteScene.Git(copy, "for-each-ref"), StringComparison.Ordinal);
    }

    [Fact]
    public void Sha256_shallow_clones_and_linked_worktrees_work()
    {
        using var sha256 = new RemoteScene("sha256");
        using var inbox = sha256.Open();
        Assert.Equal(64, inbox.Send("app", RemoteScene.Name(1), RemoteScene.Text(1)).ObjectId.Length);
        Assert.Equal(TakeOutcome.Won, Assert.Single(inbox.Take(inbox.List("app"), (_, _) => { })).Outcome);

        var origin = _scene.Clone();
        origin.Commit("More");
        origin.Git("push", "--quiet", "origin", "main");
        RemoteScene.Git(_scene.Host, "symbolic-ref", "HEAD", "refs/heads/main");
        using var place = new TemporaryDirectory();
        RemoteScene.Git(place.Path, "clone", "--quiet", "--depth=1", "file://" + _scene.Host, "shallow");
        RemoteScene.Git(Path.Combine(place.Path, "shallow"), "worktree", "add", "--quiet", "../linked tree", "-b", "side");
        foreach (var name in new[] { "shallow", "linked tree" })
        {
            using var narrow = new RemoteInbox(Repository(place.Path, name), "origin", RemoteScene.Limit);
            narrow.Send(name, RemoteScene.Name(1), RemoteScene.Text(1));
            Assert.Equal(TakeOutcome.Won, Assert.Single(narrow.Take(narrow.List(name), (_, _) => { })).Outcome);
        }
    }

    [Fact]
    public void Addresses_and_relative_remotes_work()
    {
        var clone = _scene.Clone();
        clone.Git("remote", "add", "near", Path.GetRelativePath(clone.Path, _scene.Host));
        using var byName = _scene.Open(clone, "near");
        byName.Send("app", RemoteScene.Name(1), RemoteScene.Text(1));

        using var plain = new TemporaryDirectory();
        using var byAddress = new RemoteInbox(CodeRelay.Git.Repository.Discover(plain.Path), "file://" + _scene.Host, RemoteScene.Limit);
        Assert.Single(byAddress.List("app"));
    }

    [Fact]
    public void Refs_that_nobody_here_wrote_are_skipped_and_said()
    {
        var clone = _scene.Clone();
        var head = clone.Git("rev-parse", "HEAD");
        var blob = clone.Git("hash-object", "-w", "README.md");
        clone.Git("push", "--quiet", "origin", $"{head}:refs/coderelay/inbox/app/notes", $"{head}:refs/coderelay/inbox/%2e%2e/{RemoteScene.Name(1)}",
            $"{head}:refs/coderelay/inbox/app/{RemoteScene.Name(2)}", $"{blob}:refs/coderelay/inbox/app/{RemoteScene.Name(3)}");
        using var inbox = _scene.Open(clone);

        var all = inbox.List();
        Assert.Equal(["refs/coderelay/inbox/%2e%2e/" + RemoteScene.Name(1), "refs/coderelay/inbox/app/notes"], inbox.Skipped);
        var (handoff, content) = Assert.Single(inbox.Read(all));
        Assert.Equal(RemoteScene.Name(3), handoff.Id);
        Assert.Equal("# App\n", Encoding.UTF8.GetString(content.Span));
        Assert.DoesNotContain(inbox.Collect(TimeSpan.Zero, isDryRun: true).Expired, expired => expired.Recipient == "..");
    }

    [Fact]
    public void Names_that_lead_elsewhere_are_not_sent()
    {
        using var inbox = _scene.Open();

        Assert.Throws<RemoteException>(() => inbox.Send("../app", RemoteScene.Name(1), RemoteScene.Text(1)));
        Assert.Throws<RemoteException>(() => inbox.Send("app", "notes.md", RemoteScene.Text(1)));
        Assert.Empty(_scene.Refs());
    }

    [Fact]
    public void Old_handoffs_and_receipts_are_removed_after_a_dry_run_told_which()
    {
        using var inbox = _scene.Open();
        var now = DateTime.UtcNow.ToString("yyyyMMdd'T'HHmmss'Z'", System.Globalization.CultureInfo.InvariantCulture) + "-from-app.md";
        inbox.Send([.. RemoteScene.Some(2), new("app", now, RemoteScene.Text(9))]);
        inbox.Take([.. inbox.List("app").Take(1)], (_, _) => { });

        var planned = inbox.Collect(TimeSpan.FromDays(1), isDryRun: true);
        Assert.Equal([RemoteScene.Name(1)], planned.Expired.Select(handoff => handoff.Id));
        Assert.Empty(planned.Receipts);
        Assert.Equal(3, _scene.Refs().Length);

        Assert.Empty(inbox.Collect(TimeSpan.FromDays(1), isDryRun: false).Failed);
        Assert.Equal(now, Assert.Single(inbox.List("app")).Id);
        Assert.Single(inbox.Collect(TimeSpan.FromSeconds(-5), isDryRun: false).Receipts);
        Assert.Empty(_scene.Refs());
    }

    private static CodeRelay.Git.Repository Repository(string directory, string name) => CodeRelay.Git.Repository.Discover(Path.Combine(directory, name));
}
