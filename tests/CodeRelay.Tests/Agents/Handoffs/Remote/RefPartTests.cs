using CodeRelay.Agents.Handoffs.Remote;

namespace CodeRelay.Tests.Agents.Handoffs.Remote;

public sealed class RefPartTests
{
    [Theory]
    [InlineData("app-worker2", "app-worker2")]
    [InlineData("20260601T090000Z-from-app-login.md", "20260601T090000Z-from-app-login.md")]
    [InlineData("my app", "my%20app")]
    [InlineData("größe", "gr%c3%b6%c3%9fe")]
    [InlineData("日本", "%e6%97%a5%e6%9c%ac")]
    [InlineData(".hidden", "%2ehidden")]
    [InlineData("a..b", "a.%2eb")]
    [InlineData("a.", "a%2e")]
    [InlineData("app.lock", "app%2elock")]
    [InlineData("app.LOCK", "app%2eLOCK")]
    [InlineData("a@{1}", "a%40%7b1%7d")]
    [InlineData("@", "%40")]
    [InlineData("100%", "100%25")]
    [InlineData("a~b^c:d?e*f[g", "a%7eb%5ec%3ad%3fe%2af%5bg")]
    public void A_name_becomes_a_part_of_a_ref_that_git_takes_and_back(string name, string part)
    {
        Assert.Equal(part, RefPart.Encode(name));
        Assert.True(RefPart.TryDecode(part, out var decoded));
        Assert.Equal(name, decoded);
        Assert.Equal(0, ProcessRunner.Run("git", ["check-ref-format", $"refs/coderelay/inbox/{part}/x"], Path.GetTempPath()).ExitCode);
    }

    [Theory]
    [InlineData("")]
    [InlineData(".")]
    [InlineData("..")]
    [InlineData("a/b")]
    [InlineData("a\\b")]
    [InlineData("a\nb")]
    [InlineData("a\u001bb")]
    [InlineData("a\u0000b")]
    public void What_leads_elsewhere_or_cannot_be_printed_is_no_name(string name)
    {
        var refusal = Assert.Throws<RemoteException>(() => RefPart.Encode(name));

        Assert.Equal(RemoteFailure.InvalidName, refusal.Failure);
        Assert.False(refusal.IsEnvironment);
    }

    [Fact]
    public void A_name_that_no_file_system_takes_as_a_ref_is_refused() =>
        Assert.Throws<RemoteException>(() => RefPart.Encode(new string('本', 81)));

    [Theory]
    [InlineData("a%2fb")]
    [InlineData("%2e%2e")]
    [InlineData("%2e")]
    [InlineData("..")]
    [InlineData("a%00b")]
    [InlineData("a%5cb")]
    [InlineData("%61pp")]
    [InlineData("%C3%B6")]
    [InlineData("%c3")]
    [InlineData("%ff")]
    [InlineData("a%2")]
    [InlineData("a%zz")]
    [InlineData("größe")]
    [InlineData("a b")]
    [InlineData("a..b")]
    [InlineData("app.lock")]
    public void What_we_would_not_have_written_is_not_read(string part) => Assert.False(RefPart.TryDecode(part, out _));

    [Theory]
    [InlineData("refs/coderelay/inbox/app/notes.md")]
    [InlineData("refs/coderelay/inbox/app/20260601T090000Z-from-app.txt")]
    [InlineData("refs/coderelay/inbox/app/20269901T090000Z-from-app.md")]
    [InlineData("refs/coderelay/inbox/20260601T090000Z-from-app.md")]
    [InlineData("refs/coderelay/inbox/a/b/20260601T090000Z-from-app.md")]
    [InlineData("refs/heads/20260601T090000Z-from-app.md")]
    public void Other_refs_are_no_handoffs(string name) => Assert.False(RelayRefs.TryParseInbox(name, new string('a', 40), out _));

    [Fact]
    public void A_claim_is_a_line_that_can_be_read_again()
    {
        var lease = RemoteLease.Of(new RemoteHandoff("my app", RemoteScene.Name(1), new string('a', 40), RelayRefs.Inbox("my app", RemoteScene.Name(1))));

        Assert.True(RemoteLease.TryParse(lease.ToString() + "\n", out var read));
        Assert.Equal(lease, read);
        Assert.False(RemoteLease.TryParse(lease.ToString().Replace("/inbox/", "/../", StringComparison.Ordinal), out _));
        Assert.False(RemoteLease.TryParse("", out _));
    }
}
