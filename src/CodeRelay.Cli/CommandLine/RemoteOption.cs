using System.CommandLine;
using CodeRelay.Agents.Handoffs;
using CodeRelay.Agents.Handoffs.Remote;
using CodeRelay.Cli.Output;
using CodeRelay.Text;

namespace CodeRelay.Cli.CommandLine;

/// <summary>`--remote`: a git remote that carries handoffs between machines.</summary>
internal sealed class RemoteOption : Option<string?>
{
    /// <summary>How long git may take, for somebody who waits for it.</summary>
    public static readonly TimeSpan Limit = TimeSpan.FromSeconds(30);

    public RemoteOption()
        : base("--remote")
    {
        Description = "The git remote that carries the handoffs, by name or address.";
        HelpName = "remote";
    }

    /// <summary>`--as`: what this clone is called on the remote.</summary>
    public static Option<string?> As() => new("--as") { Description = "The name of this clone on the remote. [default: its directory name]", HelpName = "name" };

    /// <summary>Brings what waits on the remote into the inbox.</summary>
    /// <exception cref="UsageException">The name is not valid.</exception>
    public static IReadOnlyList<string> Fetch(Inbox inbox, string remote, string? recipient)
    {
        if (recipient is not null && !RelayName.IsValid(recipient))
            throw new UsageException($"'{VisibleText.OfLine(recipient)}' cannot be a recipient; {RelayName.Valid}");
        return RemoteMail.Fetch(inbox, remote, recipient ?? inbox.Station.Name, Limit, isUnasked: false);
    }
}
