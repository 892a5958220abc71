using System.CommandLine;
using CodeRelay.Agents.Handoffs;
using CodeRelay.Cli.CommandLine;
using CodeRelay.Cli.Output;
using CodeRelay.Files;

namespace CodeRelay.Cli.Commands;

/// <summary>`coderelay inbox readdress`: moves an unread handoff to another worktree.</summary>
internal sealed class InboxReaddressCommand : Verb
{
    private readonly Argument<string> _id = new("id") { Description = "Its id from `inbox list --all`, or the beginning of the id." };
    private readonly Option<string> _to = new("--to") { Description = "The directory name of the worktree that receives it.", HelpName = "name", Required = true };

    public InboxReaddressCommand()
        : base("readdress", "Give a waiting handoff to another worktree, for example when its own is gone.")
    {
        Arguments.Add(_id);
        Options.Add(_to);
    }

    public override IReadOnlyList<string> Examples => ["coderelay inbox readdress 20260601T090000Z --to app  # changes only the field `to`"];

    protected override int Run(ParseResult arguments)
    {
        var inbox = CurrentRepository.ForHandoffs().RequireInbox();
        var address = Address.Of(inbox.Owner, arguments.GetValue(_to), UserEnvironment.Current);
        var file = InboxFiles.Find([.. InboxSurvey.Of(inbox).Select(handoff => handoff.File).Where(file => file.State == HandoffState.Unread)], arguments.GetValue(_id)!);
        var path = InboxFiles.Readdress(file, address);
        if (!address.IsKnown)
            Terminal.Error.WriteLine(HandoffPost.Waits(address));
        Terminal.Output.WriteLine(path);
        return ExitCode.Success;
    }
}
