using CodeRelay.Agents.Handoffs;

namespace CodeRelay.Tests.Agents.Handoffs;

public sealed class AddressTests : IDisposable
{
    private const string Body = "## Immediate next action\nRun `make check`.\n";

    private readonly RelayWorkshop _workshop = new();
    private readonly TemporaryRepository _repo = new("app");

    public AddressTests() => _repo.Commit("One");

    [Fact]
    public void By_default_it_is_the_own_worktree() => Assert.Equal(_workshop.InboxAt(_repo.Path).Own, Address.Of(_workshop.OwnerAt(_repo.Path), null, _workshop.Environment).Place);

    [Theory]
    [InlineData("feature-x")]
    [InlineData("my wörk tree")]
    [InlineData("nested/agent-1")]
    [InlineData("app-worker2")]
    public void A_linked_worktree_of_any_name_is_reached_and_answers(string path)
    {
        var linked = Path.Combine(Path.GetDirectoryName(_repo.Path)!, path);
        _repo.Git("worktree", "add", "--quiet", "-b", "side", linked);
        var name = Path.GetFileName(path);

        Send(_repo.Path, name);
        Assert.Empty(RelayWorkshop.Surface(_workshop.InboxAt(_repo.Path)));
        Assert.Contains($"1 UNTRUSTED handoff(s) for {name}", RelayWorkshop.Surface(_workshop.InboxAt(linked)), StringComparison.Ordinal);

        Send(linked, "app");
        Assert.Contains("1 UNTRUSTED handoff(s) for app", RelayWorkshop.Surface(_workshop.InboxAt(_repo.Path)), StringComparison.Ordinal);
    }

    [Fact]
    public void What_the_original_left_for_a_worktree_outside_its_family_arrives_as_well()
    {
        var linked = Path.Combine(Path.GetDirectoryName(_repo.Path)!, "feature-x");
        _repo.Git("worktree", "add", "--quiet", "-b", "side", linked);
        RelayWorkshop.Put(_workshop.InboxAt(_repo.Path).Own with { Recipient = "feature-x" }, "a.md", RelayWorkshop.Sample());

        Assert.Contains("Login retry", RelayWorkshop.Surface(_workshop.InboxAt(linked)), StringComparison.Ordinal);
    }

    [Fact]
    public void A_clone_beside_it_that_shares_the_slug_is_reached()
    {
        var clone = _repo.Path + "-worker";
        _repo.Git("clone", "--quiet", ".", clone);

        Assert.True(Send(_repo.Path, "app-worker").Address.IsKnown);
        Assert.Contains("for app-worker", RelayWorkshop.Surface(_workshop.InboxAt(clone)), StringComparison.Ordinal);
    }

    [Fact]
    public void Who_does_not_exist_yet_gets_it_when_the_worktree_does()
    {
        var written = Send(_repo.Path, "later");
        Assert.False(written.Address.IsKnown);
        Assert.True(InboxSurvey.Of(_workshop.InboxAt(_repo.Path)).Single().IsOrphaned);

        var linked = Path.Combine(Path.GetDirectoryName(_repo.Path)!, "elsewhere", "later");
        _repo.Git("worktree", "add", "--quiet", "-b", "side", linked);

        Assert.False(InboxSurvey.Of(_workshop.InboxAt(_repo.Path)).Single().IsOrphaned);
        Assert.Contains("for later", RelayWorkshop.Surface(_workshop.InboxAt(linked)), StringComparison.Ordinal);
    }

    [Fact]
    public void A_directory_that_the_original_means_is_not_read_by_a_worktree_of_the_same_name()
    {
        var clone = _repo.Path + "-worker";
        _repo.Git("clone", "--quiet", ".", clone);
        var linked = Path.Combine(Path.GetDirectoryName(_repo.Path)!, "elsewhere", "app-worker");
        _repo.Git("worktree", "add", "--quiet", "-b", "side", linked);
        RelayWorkshop.Put(_workshop.InboxAt(clone).Own, "a.md", RelayWorkshop.Sample());

        Assert.Empty(RelayWorkshop.Surface(_workshop.InboxAt(linked)));
        Assert.Contains("Login retry", RelayWorkshop.Surface(_workshop.InboxAt(clone)), StringComparison.Ordinal);
    }

    [Fact]
    public void What_waits_for_a_worktree_that_is_gone_can_be_given_to_another()
    {
        var linked = Path.Combine(Path.GetDirectoryName(_repo.Path)!, "gone");
        _repo.Git("worktree", "add", "--quiet", "-b", "side", linked);
        Send(_repo.Path, "gone");
        _repo.Git("worktree", "remove", linked);

        var inbox = _workshop.InboxAt(_repo.Path);
        var orphan = Assert.Single(InboxSurvey.Of(inbox));
        Assert.True(orphan.IsOrphaned);
        InboxFiles.Readdress(orphan.File, Address.Of(inbox.Owner, "app", _workshop.Environment));

        Assert.Contains("for app", RelayWorkshop.Surface(inbox), StringComparison.Ordinal);
        Assert.Contains("to: app\n", inbox.Archived().Single() is var file ? File.ReadAllText(file.Path) : "", StringComparison.Ordinal);
        Assert.Empty(InboxSurvey.Of(inbox));
    }

    [Fact]
    public void Two_worktrees_of_one_name_are_no_address()
    {
        foreach (var place in new[] { "one/same", "two/same" })
            _repo.Git("worktree", "add", "--quiet", "-b", place, Path.Combine(Path.GetDirectoryName(_repo.Path)!, place));

        var error = Assert.Throws<RelayException>(() => Address.Of(_workshop.OwnerAt(_repo.Path), "same", _workshop.Environment));

        Assert.Contains("2 worktrees", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("../x")]
    [InlineData("..")]
    [InlineData("a/b")]
    [InlineData("-x")]
    [InlineData("x\u001B[0m")]
    public void A_name_that_leads_elsewhere_is_refused_with_what_would_be_valid(string name) =>
        Assert.Contains("valid is", Assert.Throws<RelayException>(() => Address.Of(_workshop.OwnerAt(_repo.Path), name, _workshop.Environment)).Message, StringComparison.Ordinal);

    [Fact]
    public void A_bare_repository_with_worktrees_has_one_inbox_for_all_of_them()
    {
        var bare = Path.Combine(Path.GetDirectoryName(_repo.Path)!, "bare.git");
        _repo.Git("clone", "--quiet", "--bare", ".", bare);
        foreach (var name in new[] { "first", "second" })
            _repo.Git("--git-dir", bare, "worktree", "add", "--quiet", "-b", name, Path.Combine(Path.GetDirectoryName(_repo.Path)!, name));

        Send(Path.Combine(Path.GetDirectoryName(_repo.Path)!, "first"), "second");

        Assert.Contains("for second", RelayWorkshop.Surface(_workshop.InboxAt(Path.Combine(Path.GetDirectoryName(_repo.Path)!, "second"))), StringComparison.Ordinal);
    }

    private WrittenHandoff Send(string from, string to)
    {
        var owner = _workshop.OwnerAt(from);
        var address = Address.Of(owner, to, _workshop.Environment);
        var (name, text) = new HandoffDraft(owner, RelayWorkshop.Parse(Body)).Compose(address.Place.Recipient, HandoffWriter.Facts(owner.Repository), DateTimeOffset.UtcNow, _workshop.Environment);
        return HandoffWriter.Write(address, name, text);
    }

    public void Dispose()
    {
        _workshop.Dispose();
        _repo.Dispose();
    }
}
