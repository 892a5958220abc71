using System.Diagnostics;
using CodeRelay.Agents.Handoffs;
using CodeRelay.Files;

namespace CodeRelay.Tests.Agents.Handoffs;

public sealed class InboxTests : IDisposable
{
    private readonly RelayWorkshop _workshop = new();
    private readonly TemporaryRepository _repo = new("app");

    private Inbox Inbox => _workshop.InboxAt(_repo.Path);

    [Fact]
    public void The_inbox_lies_in_the_home_directory_unless_a_variable_moves_it()
    {
        Assert.Equal(Path.Combine("/home/u", ".agent-handoffs"), InboxPlace.RootOf(new UserEnvironment("/home/u", _ => null)));
        Assert.Equal(_workshop.Root, InboxPlace.RootOf(_workshop.Environment));
    }

    [Fact]
    public void Its_directories_are_made_for_the_user_alone()
    {
        Inbox.Own.Create();

        Assert.True(Directory.Exists(Inbox.Own.Unread) && Directory.Exists(Inbox.Own.Read));
        if (OperatingSystem.IsWindows())
            return;
        for (var directory = Inbox.Own.Unread; directory.Length >= _workshop.Root.Length; directory = Path.GetDirectoryName(directory)!)
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, File.GetUnixFileMode(directory));
    }

    [Fact]
    public void A_missing_inbox_is_an_empty_one()
    {
        Assert.True(Inbox.IsEmpty);
        Assert.Empty(Inbox.Unread());
        Assert.Empty(RelayWorkshop.Surface(Inbox));
        Assert.False(Directory.Exists(_workshop.Root));
    }

    [Fact]
    public void Only_visible_markdown_files_wait()
    {
        var place = Inbox.Own;
        RelayWorkshop.Put(place, "20260601T090000Z-from-app.md", RelayWorkshop.Sample());
        RelayWorkshop.Put(place, ".hidden.md", "x");
        RelayWorkshop.Put(place, ".tmp-1-2-3-a.md", "x");
        RelayWorkshop.Put(place, "note.txt", "x");
        Directory.CreateDirectory(Path.Combine(place.Unread, "directory.md"));

        Assert.Equal(["20260601T090000Z-from-app.md"], Inbox.Unread().Select(file => file.Id));
    }

    [Fact]
    public void Links_and_named_pipes_are_passed_by()
    {
        if (OperatingSystem.IsWindows())
            return;
        var place = Inbox.Own;
        var outside = RelayWorkshop.Put(place with { Recipient = "elsewhere" }, "a.md", RelayWorkshop.Sample());
        File.CreateSymbolicLink(Path.Combine(place.Unread is var unread && Directory.CreateDirectory(unread).Exists ? unread : "", "link.md"), outside);
        using (var mkfifo = Process.Start("mkfifo", Path.Combine(place.Unread, "pipe.md")))
            mkfifo.WaitForExit();
        RelayWorkshop.Put(place, "empty.md", "");

        Assert.Equal(["empty.md"], Inbox.Unread().Select(file => file.Id));
        Assert.Contains("WARNING: malformed handoff", RelayWorkshop.Surface(Inbox), StringComparison.Ordinal);
        Assert.True(File.Exists(outside));
    }

    [Fact]
    public void A_symbolic_link_to_the_project_has_the_same_inbox()
    {
        if (OperatingSystem.IsWindows())
            return;
        var link = _repo.Path + "-link";
        Directory.CreateSymbolicLink(link, _repo.Path);

        Assert.Equal(Inbox.Own, _workshop.InboxAt(link).Own);
    }

    [Fact]
    public void A_sub_directory_has_the_inbox_of_its_top_level()
    {
        var below = Directory.CreateDirectory(Path.Combine(_repo.Path, "src", "deep")).FullName;

        Assert.Equal(Inbox.Own, _workshop.InboxAt(below).Own);
        _workshop.Variables["CLAUDE_PROJECT_DIR"] = below;
        Assert.Equal(Inbox.Own, _workshop.InboxAt(Path.GetTempPath()).Own);
    }

    [Fact]
    public void Without_git_only_the_variable_makes_a_recipient()
    {
        using var plain = new TemporaryDirectory("plain");

        Assert.Null(new CurrentRepository(plain.Path, DirectorySource.Process, _workshop.Environment).Endpoint);
        _workshop.Variables["CLAUDE_PROJECT_DIR"] = plain.Path;
        Assert.Equal("plain", _workshop.OwnerAt("/").Name);
    }

    [Fact]
    public void Another_recipient_is_neither_seen_nor_touched()
    {
        var other = RelayWorkshop.Put(Inbox.Own with { Recipient = "app-worker" }, "a.md", RelayWorkshop.Sample());

        Assert.Empty(RelayWorkshop.Surface(Inbox));
        Assert.True(File.Exists(other));
    }

    [Fact]
    public void Paths_with_one_slug_do_not_read_each_others_files()
    {
        using var directory = new TemporaryDirectory();
        string MakeRepository(string path) => ProcessRunner.Run("git", ["init", "--quiet", Path.Combine(directory.Path, path)], directory.Path) is { ExitCode: 0 } ? Path.Combine(directory.Path, path) : throw new InvalidOperationException(path);
        var first = MakeRepository("a/b-c");
        var second = MakeRepository("a-b/c");
        Assert.Equal(Slug.Of(first), Slug.Of(second));

        var address = Address.Of(_workshop.OwnerAt(first), "c", _workshop.Environment);
        var (name, text) = new HandoffDraft(_workshop.OwnerAt(first), RelayWorkshop.Parse("## Immediate next action\nRun `make`.\n")).Compose("c", WorktreeFacts.None, DateTimeOffset.UtcNow, _workshop.Environment);
        var written = HandoffWriter.Write(address, name, text);

        Assert.Equal(_workshop.InboxAt(second).Own.Unread, Path.GetDirectoryName(written.Path));
        Assert.Empty(RelayWorkshop.Surface(_workshop.InboxAt(second)));
        Assert.True(File.Exists(written.Path));
        RelayWorkshop.Put(_workshop.InboxAt(second).Own, "from-the-original.md", RelayWorkshop.Sample());
        Assert.Contains("1 UNTRUSTED handoff(s) for c", RelayWorkshop.Surface(_workshop.InboxAt(second)), StringComparison.Ordinal);
    }

    public void Dispose()
    {
        _workshop.Dispose();
        _repo.Dispose();
    }
}
