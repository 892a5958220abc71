using CodeRelay.Agents.Handoffs.Remote;

namespace CodeRelay.Tests.Agents.Handoffs.Remote;

public sealed class RemoteFailureTests : IDisposable
{
    private readonly RemoteScene _scene = new();

    public void Dispose() => _scene.Dispose();

    [Fact]
    public void A_name_that_is_not_there_is_answered_with_those_that_are()
    {
        using var inbox = _scene.Open(remote: "upstream");

        var refusal = Assert.Throws<RemoteException>(() => inbox.List());

        Assert.Equal("there is no remote 'upstream' here; there is: origin", refusal.Message);
        Assert.False(refusal.IsEnvironment);
    }

    [Theory]
    [InlineData("https://user:secret@host.invalid/x.git", RemoteFailure.Offline)]
    [InlineData("http://127.0.0.1:1/x.git", RemoteFailure.Offline)]
    [InlineData("ssh://host.invalid/x.git", RemoteFailure.Offline)]
    [InlineData("git://127.0.0.1:1/x.git", RemoteFailure.Offline)]
    [InlineData("/nowhere/x.git", RemoteFailure.NoSuchRepository)]
    public void A_host_that_cannot_be_used_says_why_and_keeps_passwords(string address, RemoteFailure failure)
    {
        using var inbox = _scene.Open(_scene.Clone(address));

        var refusal = Assert.Throws<RemoteException>(() => inbox.Send("app", RemoteScene.Name(1), RemoteScene.Text(1)));

        Assert.Equal(failure, refusal.Failure);
        Assert.True(refusal.IsEnvironment);
        Assert.DoesNotContain("secret", refusal.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("git@host.example: Permission denied (publickey).\nfatal: Could not read from remote repository.", RemoteFailure.Authentication)]
    [InlineData("fatal: could not read Username for 'https://host.example': terminal prompts disabled", RemoteFailure.Authentication)]
    [InlineData("remote: Repository not found.\nfatal: repository 'https://host.example/x/' not found", RemoteFailure.NoSuchRepository)]
    [InlineData("ssh: connect to host host.example port 22: Connection timed out\nfatal: Could not read from remote repository.", RemoteFailure.Offline)]
    [InlineData("something new", RemoteFailure.Git)]
    public void What_git_says_is_told_apart(string error, RemoteFailure failure) =>
        Assert.Equal(failure, TransportErrors.Explain("origin", error).Failure);

    [Fact]
    public void A_hook_that_declines_is_quoted()
    {
        using var inbox = _scene.Open();
        _scene.Hook("pre-receive", "exit 1");

        var refusal = Assert.Throws<RemoteException>(() => inbox.Send("app", RemoteScene.Name(1), RemoteScene.Text(1)));

        Assert.Equal(RemoteFailure.Refused, refusal.Failure);
        Assert.Equal("remote 'origin' refuses refs below refs/coderelay/ (pre-receive hook declined); allow them there, or use another remote with `--remote`", refusal.Message);
    }

    [Fact]
    public void A_host_that_allows_no_deletion_leaves_the_handoff_where_it_is()
    {
        using var inbox = _scene.Open();
        inbox.Send(RemoteScene.Some(2));
        _scene.Hook("update", "case $3 in *[!0]*) exit 0;; *) exit 1;; esac");

        var takes = inbox.Take(inbox.List("app"), (_, _) => { });

        Assert.All(takes, take => Assert.Equal((TakeOutcome.Waiting, RemoteFailure.Refused), (take.Outcome, take.Problem?.Failure)));
        Assert.Equal(2, inbox.List("app").Count);
    }

    [Fact]
    public void A_host_that_does_not_answer_is_given_up()
    {
        var clone = _scene.Clone();
        clone.Git("config", "remote.origin.uploadpack", "sleep 600; git-upload-pack");
        using var inbox = _scene.Open(clone, limit: TimeSpan.FromMilliseconds(300));

        Assert.Equal(RemoteFailure.TimeLimit, Assert.Throws<RemoteException>(() => inbox.List("app")).Failure);
    }

    [Theory]
    [InlineData("fatal: unable to access 'https://me:pw@h/x': no", "fatal: unable to access 'https://h/x': no")]
    [InlineData("ssh://git@h/x", "ssh://git@h/x")]
    [InlineData("a://b", "a://b")]
    public void Passwords_are_cut_out(string text, string expected) => Assert.Equal(expected, RemoteAddress.WithoutPassword(text));
}
