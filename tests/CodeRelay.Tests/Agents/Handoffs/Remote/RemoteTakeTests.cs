using System.Collections.Concurrent;
using CodeRelay.Agents.Handoffs.Remote;

namespace CodeRelay.Tests.Agents.Handoffs.Remote;

/// <summary>Exactly one taker wins, and one that dies anywhere loses nothing.</summary>
public sealed class RemoteTakeTests : IDisposable
{
    private const int Takers = 16;
    private const int Handoffs = 40;

    // A hook's parent is the host's receive-pack: this is a connection that breaks.
    private const string Break = "kill -9 $PPID";

    private readonly RemoteScene _scene = new();

    public void Dispose() => _scene.Dispose();

    [Theory]
    [InlineData(1, 2)]
    [InlineData(15, Handoffs)]
    [InlineData(Handoffs, Handoffs)]
    public void Among_sixteen_takers_each_handoff_is_won_once(int atOnce, int each)
    {
        using (var sender = _scene.Open())
            sender.Send(RemoteScene.Some(Handoffs));
        var repository = CodeRelay.Git.Repository.Discover(_scene.Clone().Path);
        var won = new ConcurrentBag<string>();
        var other = new ConcurrentBag<TakeOutcome>();

        void Work(int number)
        {
            using var taker = new RemoteInbox(repository, "origin", RemoteScene.Limit);
            var waiting = taker.List("app");
            // Half of them begin elsewhere, so that parts of batches meet too.
            var first = number % 2 * 10;
            foreach (var part in waiting.Skip(first).Concat(waiting.Take(first)).Take(each).Chunk(atOnce))
            {
                foreach (var take in taker.Take(part, (_, _) => { }))
                {
                    if (take.Outcome == TakeOutcome.Won)
                        won.Add(take.Lease.Handoff.Ref);
                    else
                        other.Add(take.Outcome);
                }
            }
        }

        // Threads of their own: waiting ones would starve the pool that reads git's answers.
        Thread[] takers = [.. Enumerable.Range(0, Takers).Select(number => new Thread(() => Work(number)))];
        Array.ForEach(takers, taker => taker.Start());
        Array.ForEach(takers, taker => taker.Join());

        Assert.Equal(won.Distinct().Count(), won.Count);
        using var last = _scene.Open();
        Assert.Equal(Handoffs, won.Count + last.List("app").Count);
        Assert.True(won.Count >= each);
        Assert.Equal(won.Count, _scene.Refs().Count(name => name.StartsWith(RelayRefs.TakenRoot, StringComparison.Ordinal)));
        Assert.DoesNotContain(TakeOutcome.Unknown, other);
    }

    [Fact]
    public void A_taker_killed_before_its_push_takes_it_later_from_what_it_kept()
    {
        var lease = SendOneAndLease();

        using var later = _scene.Open();
        Assert.Equal(TakeOutcome.Won, Assert.Single(later.Resume([lease])).Outcome);
        Assert.Equal(TakeOutcome.Won, Assert.Single(later.Resume([lease])).Outcome);
        Assert.Equal([lease.Receipt], _scene.Refs());
    }

    [Fact]
    public void A_taker_killed_before_its_push_learns_that_another_was_first()
    {
        var lease = SendOneAndLease();
        using var other = _scene.Open();
        Assert.Equal(TakeOutcome.Won, Assert.Single(other.Take(other.List("app"), (_, _) => { })).Outcome);

        using var later = _scene.Open();
        Assert.Equal(TakeOutcome.Lost, Assert.Single(later.Resume([lease])).Outcome);
    }

    [Fact]
    public void When_keeping_fails_nothing_is_taken()
    {
        using var inbox = _scene.Open();
        inbox.Send(RemoteScene.Some(3));
        var kept = 0;

        Assert.Throws<IOException>(() => inbox.Take(inbox.List("app"), (_, _) =>
        {
            if (++kept == 2)
                throw new IOException("no space left");
        }));

        Assert.Equal(3, _scene.Open().List("app").Count);
    }

    [Fact]
    public void A_push_that_was_done_but_not_answered_is_known_to_have_won()
    {
        using var inbox = _scene.Open();
        inbox.Send(RemoteScene.Some(2));
        _scene.Hook("reference-transaction", $"if [ \"$1\" = committed ]; then {Break}; fi");

        Assert.All(inbox.Take(inbox.List("app"), (_, _) => { }), take => Assert.Equal(TakeOutcome.Won, take.Outcome));
    }

    [Fact]
    public void A_push_that_broke_off_stays_open_until_it_is_resumed()
    {
        using var inbox = _scene.Open();
        inbox.Send(RemoteScene.Some(1));
        _scene.Hook("pre-receive", Break);

        var take = Assert.Single(inbox.Take(inbox.List("app"), (_, _) => { }));
        Assert.Equal(TakeOutcome.Unknown, take.Outcome);
        Assert.Equal(RemoteFailure.Offline, take.Problem?.Failure);

        _scene.RemoveHook("pre-receive");
        Assert.Equal(TakeOutcome.Won, Assert.Single(inbox.Resume([take.Lease])).Outcome);
    }

    [Fact]
    public void A_send_that_was_done_but_not_answered_is_not_sent_twice()
    {
        using var inbox = _scene.Open();
        _scene.Hook("reference-transaction", $"if [ \"$1\" = committed ]; then {Break}; fi");

        inbox.Send("app", RemoteScene.Name(1), RemoteScene.Text(1));

        Assert.Single(inbox.List("app"));
    }

    [Fact]
    public void A_handoff_that_was_withdrawn_is_lost_and_the_others_of_the_batch_are_won()
    {
        using var inbox = _scene.Open();
        inbox.Send(RemoteScene.Some(3));
        var waiting = inbox.List("app");
        RemoteScene.Git(_scene.Host, "update-ref", "-d", waiting[1].Ref);

        var takes = inbox.Take(waiting, (_, _) => { });
        Assert.Equal([TakeOutcome.Won, TakeOutcome.Lost, TakeOutcome.Won], takes.OrderBy(take => take.Lease.Handoff.Id).Select(take => take.Outcome));
    }

    [Fact]
    public void One_that_the_host_has_cleaned_away_does_not_spoil_the_others()
    {
        using var inbox = _scene.Open();
        inbox.Send(RemoteScene.Some(2));
        using var late = _scene.Open();
        var waiting = late.List();
        RemoteScene.Git(_scene.Host, "update-ref", "-d", waiting[0].Ref);
        RemoteScene.Git(_scene.Host, "prune", "--expire=now");

        Assert.Equal([TakeOutcome.Lost, TakeOutcome.Won], late.Take(waiting, (_, _) => { }).Select(take => take.Outcome));
    }

    private RemoteLease SendOneAndLease()
    {
        RemoteLease? lease = null;
        using var taker = _scene.Open();
        taker.Send(RemoteScene.Some(1));
        Assert.Throws<InvalidOperationException>(() => taker.Take(taker.List("app"), (made, _) =>
        {
            lease = made;
            throw new InvalidOperationException("killed here");
        }));
        return lease!;
    }
}
