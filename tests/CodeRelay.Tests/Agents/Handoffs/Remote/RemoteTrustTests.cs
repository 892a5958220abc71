using CodeRelay.Agents.Handoffs.Remote;

namespace CodeRelay.Tests.Agents.Handoffs.Remote;

/// <summary>What a repository that came from somewhere else may make us run: nothing, unless the user named the remote.</summary>
public sealed class RemoteTrustTests : IDisposable
{
    private readonly RemoteScene _scene = new();
    private readonly TemporaryDirectory _place = new();

    public void Dispose()
    {
        _place.Dispose();
        _scene.Dispose();
    }

    [Fact]
    public void Unasked_a_take_works_as_well()
    {
        var clone = _scene.Clone();
        _scene.Open(clone).Send(RemoteScene.Some(2));
        using var inbox = _scene.Open(clone, isUnasked: true);

        Assert.All(inbox.Take(inbox.List("app"), (_, _) => { }), take => Assert.Equal(TakeOutcome.Won, take.Outcome));
    }

    [Theory]
    [InlineData("remote.origin.uploadpack")]
    [InlineData("remote.origin.receivepack")]
    public void Programs_of_the_repositorys_own_configuration_run_only_when_the_user_named_the_remote(string key)
    {
        var clone = _scene.Clone();
        _scene.Open(clone).Send(RemoteScene.Some(2));
        var program = key.EndsWith("uploadpack", StringComparison.Ordinal) ? "git-upload-pack" : "git-receive-pack";
        clone.Git("config", key, $"touch '{Mark}'; {program}");

        using var unasked = _scene.Open(clone, isUnasked: true);
        Assert.Equal(TakeOutcome.Won, Assert.Single(unasked.Take([unasked.List("app")[0]], (_, _) => { })).Outcome);
        Assert.False(File.Exists(Mark));

        using var asked = _scene.Open(clone);
        Assert.Equal(TakeOutcome.Won, Assert.Single(asked.Take(asked.List("app"), (_, _) => { })).Outcome);
        Assert.True(File.Exists(Mark));
    }

    [Theory]
    [InlineData("core.sshCommand", "ssh://host.invalid/x")]
    [InlineData("core.gitProxy", "git://127.0.0.1:1/x")]
    [InlineData("credential.helper", "http://127.0.0.1:1/x")]
    public void Unasked_the_repository_names_no_program_for_a_host(string key, string address)
    {
        var clone = _scene.Clone(address);
        var script = Script($"touch '{Mark}'; exit 1");
        clone.Git("config", key, key == "credential.helper" ? "!" + script : script);
        using var inbox = _scene.Open(clone, isUnasked: true);

        Assert.True(Assert.Throws<RemoteException>(() => inbox.List("app")).IsEnvironment);
        Assert.False(File.Exists(Mark));
    }

    [Fact]
    public void Unasked_the_hooks_of_a_repository_on_this_machine_are_not_run()
    {
        var clone = _scene.Clone();
        _scene.Open(clone).Send(RemoteScene.Some(1));
        foreach (var hook in new[] { "pre-receive", "update", "post-receive", "post-update", "reference-transaction" })
            _scene.Hook(hook, $"touch '{Mark}'");
        using var inbox = _scene.Open(clone, isUnasked: true);

        Assert.Equal(TakeOutcome.Won, Assert.Single(inbox.Take(inbox.List("app"), (_, _) => { })).Outcome);
        Assert.False(File.Exists(Mark));
    }

    [Fact]
    public void Unasked_an_address_instead_of_a_name_is_refused()
    {
        using var inbox = _scene.Open(remote: _scene.Host, isUnasked: true);

        Assert.Equal(RemoteFailure.NoSuchRemote, Assert.Throws<RemoteException>(() => inbox.List("app")).Failure);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void An_address_that_is_a_command_is_never_run(bool isUnasked)
    {
        var clone = _scene.Clone($"ext::sh -c touch% {Mark}");
        clone.Git("config", "protocol.ext.allow", "always");
        using var inbox = _scene.Open(clone, isUnasked: isUnasked);

        var refusal = Assert.Throws<RemoteException>(() => inbox.List("app"));
        Assert.Equal(RemoteFailure.Refused, refusal.Failure);
        Assert.Contains("transport 'ext' not allowed", refusal.Message, StringComparison.Ordinal);
        Assert.False(File.Exists(Mark));
    }

    [Fact]
    public void Hooks_and_rewritten_addresses_of_the_users_clone_are_as_git_has_them()
    {
        var clone = _scene.Clone("relay:host.git");
        var included = _place.Write("included", $"[url \"{Path.GetDirectoryName(_scene.Host)}/\"]\n\tinsteadOf = \"relay:\"\n[core]\n\tquotePath\n");
        clone.Git("config", $"includeIf.gitdir:{clone.Path}/.git.path", included);
        clone.Write(".git/hooks/pre-push", $"#!/bin/sh\ntouch '{Mark}'\n");
        RemoteScene.MakeExecutable(Path.Combine(clone.Path, ".git/hooks/pre-push"));
        using var inbox = _scene.Open(clone);

        inbox.Send(RemoteScene.Some(1));

        Assert.Single(inbox.List("app"));
        Assert.False(File.Exists(Mark));
    }

    private string Mark => Path.Combine(_place.Path, "mark");

    private string Script(string body)
    {
        var path = _place.Write("program", $"#!/bin/sh\n{body}\n");
        RemoteScene.MakeExecutable(path);
        return path;
    }
}
