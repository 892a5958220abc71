using System.CommandLine;
using CodeRelay.Agents.Handoffs;
using CodeRelay.Cli.CommandLine;
using CodeRelay.Cli.Output;

namespace CodeRelay.Cli.Commands;

/// <summary>`coderelay inbox fetch`: fetches handoffs from a git remote into the local inbox.</summary>
internal sealed class InboxFetchCommand : Verb
{
    private readonly RemoteOption _remote = new() { Required = true };
    private readonly Option<string?> _as = RemoteOption.As();

    public InboxFetchCommand()
        : base("fetch", "Fetch the handoffs that wait on a git remote; only one reader gets each handoff.")
    {
        Options.Add(_remote);
        Options.Add(_as);
    }

    public override IReadOnlyList<string> Examples => ["coderelay inbox fetch --remote origin --as app-laptop  # those sent to app-laptop"];

    protected override int Run(ParseResult arguments)
    {
        var arrived = RemoteOption.Fetch(CurrentRepository.ForHandoffs().RequireInbox(), arguments.GetValue(_remote)!, arguments.GetValue(_as));
        foreach (var path in arrived)
            Terminal.Output.WriteLine(path);
        if (arrived.Count == 0)
            Terminal.Error.WriteLine($"nothing waits on {arguments.GetValue(_remote)}");
        return ExitCode.Success;
    }
}
