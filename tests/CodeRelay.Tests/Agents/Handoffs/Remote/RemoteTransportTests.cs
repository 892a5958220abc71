using CodeRelay.Agents.Handoffs.Remote;

namespace CodeRelay.Tests.Agents.Handoffs.Remote;

/// <summary>The same over every transport that git has: here file, ssh and http, each with a real process at the other end.</summary>
public sealed class RemoteTransportTests : IDisposable
{
    private readonly RemoteScene _scene = new();

    public void Dispose() => _scene.Dispose();

    [Fact]
    public void File() => SendAndTake("file://" + _scene.Host);

    [Fact]
    public void Ssh()
    {
        if (OperatingSystem.IsWindows())
            Assert.Skip("the stand-in for ssh is a shell script");
        using var place = new TemporaryDirectory();
        // As sshd does it: the last argument is a command for the shell of the host.
        var ssh = place.Write("ssh", $"#!/bin/sh\necho \"$@\" >> '{place.Path}/calls'\nfor last; do :; done\nexec sh -c \"$last\"\n");
        RemoteScene.MakeExecutable(ssh);

        SendAndTake($"ssh://git@host.invalid{_scene.Host}", clone => clone.Git("config", "core.sshCommand", ssh));

        Assert.All(place.Read("calls").Trim().Split('\n'), call => Assert.Contains("-o BatchMode=yes", call, StringComparison.Ordinal));
    }

    [Fact]
    public void Http()
    {
        using var server = GitHttpServer.Start(Path.GetDirectoryName(_scene.Host)!);
        RemoteScene.Git(_scene.Host, "config", "http.receivepack", "true");

        SendAndTake(server.Address + "host.git");
    }

    [Fact]
    public void A_host_that_wants_a_password_is_not_asked_for_one()
    {
        using var server = GitHttpServer.Start(Path.GetDirectoryName(_scene.Host)!);
        using var inbox = _scene.Open(_scene.Clone(server.Address + "host.git"));

        // Without http.receivepack pushing is for users who have logged in.
        var refusal = Assert.Throws<RemoteException>(() => inbox.Send("app", RemoteScene.Name(1), RemoteScene.Text(1)));

        Assert.Equal(RemoteFailure.Authentication, refusal.Failure);
    }

    private void SendAndTake(string address, Action<TemporaryRepository>? configure = null)
    {
        var clone = _scene.Clone(address);
        configure?.Invoke(clone);
        using var inbox = _scene.Open(clone);
        inbox.Send(RemoteScene.Some(3, "my app"));
        using var other = _scene.Open(clone);
        var waiting = other.List();
        Assert.Equal(3, waiting.Count);

        Assert.All(inbox.Take(inbox.List("my app"), (_, _) => { }), take => Assert.Equal(TakeOutcome.Won, take.Outcome));
        var late = other.Take(waiting, (_, _) => { });
        Assert.All(late, take => Assert.Equal(TakeOutcome.Lost, take.Outcome));
        Assert.Empty(inbox.Collect(TimeSpan.Zero, isDryRun: false).Failed);
    }
}
