using System.CommandLine;
using CodeRelay.Agents.Handoffs;
using CodeRelay.Agents.Handoffs.Remote;
using CodeRelay.Cli.Output;
using CodeRelay.Text;

namespace CodeRelay.Cli.CommandLine;

/// <summary>`--remote`: a git remote that transports handoffs between machines.</summary>
internal sealed class RemoteOption : Option<string?>
{
    /// <summary>The time limit for git while a user waits.</summary>
    public static readonly TimeSpan Limit = TimeSpan.FromSeconds(30);

    public RemoteOption()
        : base("--remote")
    {
        Description = "The git remote that carries the handoffs, by name or address.";
        HelpName = "remote";
    }

    /// <summary>`--as`: the name of this clone on the remote.</summary>
    public static Option<string?> As() => new("--as") { Description = "The name of this clone on the remote. [default: its directory name]", HelpName = "name" };

    /// <summary>Fetches waiting handoffs from the remote into the inbox.</summary>
    /// <exception cref="UsageException">The name is invalid.</exception>
    public static IReadOnlyList<string> Fetch(Inbox inbox, string remote, string? recipient)
    {
        if (recipient is not null && !RelayName.IsValid(recipient))
            throw new UsageException($"'{VisibleText.OfLine(recipient)}' cannot be a recipient; {RelayName.Valid}");
        return RemoteFetcher.Fetch(inbox, remote, recipient ?? inbox.Owner.Name, Limit, isUnasked: false);
    }
}
