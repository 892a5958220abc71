using CodeRelay.Agents.Handoffs;
using CodeRelay.Agents.Handoffs.Remote;

namespace CodeRelay.Tests.Agents.Handoffs.Remote;

public sealed class RemoteFetcherTests : IDisposable
{
    private readonly RemoteScene _scene = new();
    private readonly RelayWorkshop _workshop = new();
    private readonly TemporaryRepository _clone;
    private readonly Inbox _inbox;

    public RemoteFetcherTests()
    {
        _clone = _scene.Clone();
        _inbox = _workshop.InboxAt(_clone.Path);
    }

    private string Arriving => Path.Combine(Path.GetDirectoryName(_inbox.Own.Unread)!, "arriving");

    [Fact]
    public void What_waits_arrives_in_the_local_inbox_and_leaves_nothing_behind()
    {
        _scene.Open().Send(RemoteScene.Some(3));

        Assert.Equal(3, Fetch().Count);

        Assert.Equal(3, _inbox.Unread().Count);
        Assert.Empty(Fetch());
        Assert.Empty(Directory.GetFiles(Arriving));
        Assert.DoesNotContain(_scene.Refs(), name => name.Contains("coderelay", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void What_a_killed_taker_has_begun_is_brought_to_an_end_once(bool hadWon)
    {
        _scene.Open().Send(RemoteScene.Some(2));
        Abandon(hadWon);
        Assert.Empty(_inbox.Unread());

        var first = Fetch();
        var second = Fetch();

        Assert.Equal((2, 0), (first.Count, second.Count));
        Assert.Equal(2, _inbox.Unread().Count);
        Assert.Empty(Directory.GetFiles(Arriving));
    }

    [Fact]
    public async Task Among_several_that_find_the_same_leftover_one_brings_it_in()
    {
        _scene.Open().Send(RemoteScene.Some(4));
        Abandon(hadWon: true);

        var arrived = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(Fetch)));

        Assert.Equal(4, arrived.Sum(paths => paths.Count));
        Assert.Equal(4, _inbox.Unread().Count);
    }

    // As a process leaves it that was killed after keeping, before or after the remote let it through.
    private void Abandon(bool hadWon)
    {
        var landing = new RemoteLanding(_inbox.Own, "origin", _inbox.Owner.RepositoryId);
        var remote = _scene.Open(_clone);
        var waiting = remote.List("app");
        if (hadWon)
            remote.Take(waiting, landing.Keep);
        else
            Assert.Throws<OperationCanceledException>(() => remote.Take(waiting, (lease, content) =>
            {
                landing.Keep(lease, content);
                if (Directory.GetFiles(Arriving, "*.claim").Length == waiting.Count)
                    throw new OperationCanceledException();
            }));
        foreach (var file in Directory.GetFiles(Arriving, "*.claim"))
            File.Move(file, file.Replace($"~{Environment.ProcessId}-", "~2147483000-", StringComparison.Ordinal));
    }

    private IReadOnlyList<string> Fetch() => RemoteFetcher.Fetch(_workshop.InboxAt(_clone.Path), "origin", "app", RemoteScene.Limit, isUnasked: false);

    public void Dispose()
    {
        _scene.Dispose();
        _workshop.Dispose();
    }
}
