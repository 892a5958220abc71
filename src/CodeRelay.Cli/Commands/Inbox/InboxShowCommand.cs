using System.CommandLine;
using CodeRelay.Agents.Handoffs;
using CodeRelay.Cli.CommandLine;
using CodeRelay.Cli.Output;

namespace CodeRelay.Cli.Commands;

/// <summary>`coderelay inbox show`: prints a handoff without archiving it.</summary>
internal sealed class InboxShowCommand : Verb
{
    private readonly Argument<string> _id = new("id") { Description = "Its id from `inbox list`, the beginning of the id, or its sentinel." };
    private readonly ChoiceOption<bool> _json = JsonOption();

    public InboxShowCommand()
        : base("show", "Print one handoff, read or not, and leave it in place.")
    {
        Arguments.Add(_id);
        Options.Add(_json);
    }

    public override IReadOnlyList<string> Examples => ["coderelay inbox show 20260601T090000Z-from-app-login.md  # any unique beginning of an id will do"];

    protected override int Run(ParseResult arguments)
    {
        var inbox = CurrentRepository.ForHandoffs().RequireInbox();
        var file = InboxSurvey.Find(inbox, arguments.GetValue(_id)!);
        var now = WorktreeFacts.Of(inbox.Owner.Repository);
        if (_json.Read(arguments))
            InboxOutput.Write(inbox, file, now);
        else
            Terminal.Output.Write(HandoffFrame.Of(file, now).TrimStart('\n'));
        return ExitCode.Success;
    }
}
