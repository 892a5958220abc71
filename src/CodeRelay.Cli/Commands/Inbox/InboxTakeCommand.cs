using System.CommandLine;
using System.Text;
using CodeRelay.Agents.Handoffs;
using CodeRelay.Agents.Reports;
using CodeRelay.Cli.CommandLine;
using CodeRelay.Cli.Output;

namespace CodeRelay.Cli.Commands;

/// <summary>`coderelay inbox take`: prints handoffs and archives them, for agents without hooks.</summary>
internal sealed class InboxTakeCommand : Verb
{
    private readonly Argument<string?> _id = new("id") { Description = "The id of the handoff. [default: the oldest]", Arity = ArgumentArity.ZeroOrOne };
    private readonly Option<bool> _all = new("--all") { Description = "Take everything that waits, oldest first." };
    private readonly Option<bool> _artifact = new("--artifact") { Description = "Take the newest AgentOps artifact in .agents/handoff instead of a handoff." };
    private readonly RemoteOption _remote = new();
    private readonly Option<string?> _as = RemoteOption.As();
    private readonly ChoiceOption<bool> _json = JsonOption();

    public InboxTakeCommand()
        : base("take", "Print a waiting handoff and archive it; only one reader gets each handoff.")
    {
        Arguments.Add(_id);
        Options.Add(_all);
        Options.Add(_artifact);
        Options.Add(_remote);
        Options.Add(_as);
        Options.Add(_json);
    }

    public override IReadOnlyList<string> Examples =>
    [
        "coderelay inbox take                    # the oldest",
        "coderelay inbox take --all              # everything that waits",
        "coderelay inbox take hs-abcdefghjk      # by its sentinel",
        "coderelay inbox take --remote origin    # from another machine: fetched first",
        "coderelay inbox take --artifact         # what `ao handoff` left in .agents/handoff",
    ];

    protected override int Run(ParseResult arguments)
    {
        if (arguments.GetValue(_all) && arguments.GetValue(_id) is not null)
            throw new UsageException("--all and an id exclude each other");
        if (arguments.GetValue(_as) is not null && arguments.GetValue(_remote) is null)
            throw new UsageException("--as is the name of this clone on a remote; it needs --remote");
        if (arguments.GetValue(_artifact))
            return arguments.GetValue(_all) || arguments.GetValue(_id) is not null || arguments.GetValue(_remote) is not null
                ? throw new UsageException("--artifact takes the newest artifact here and excludes an id, --all and --remote")
                : ArtifactTake.Run(_json.Read(arguments));
        var inbox = CurrentRepository.ForHandoffs().RequireInbox();
        if (arguments.GetValue(_remote) is { } remote)
            RemoteOption.Fetch(inbox, remote, arguments.GetValue(_as));
        using var delivery = InboxTaking.Take(inbox, arguments.GetValue(_id), arguments.GetValue(_all) ? int.MaxValue : 1);
        Print(inbox, delivery.Handoffs, _json.Read(arguments), arguments.GetValue(_all));
        delivery.Confirm();
        return ExitCode.Success;
    }

    private static void Print(Inbox inbox, IReadOnlyList<HandoffFile> files, bool asJson, bool asList)
    {
        var now = inbox.FactsFor(files.Count);
        if (asJson && (asList || files.Count == 0))
            InboxOutput.Write(InboxJson.WithBodies(inbox, files, now));
        else if (asJson)
            InboxOutput.Write(inbox, files[0], now);
        else if (files.Count == 0)
            Terminal.Error.WriteLine(InboxTaking.Nothing(inbox));
        else
            Write(InboxTaking.Text(inbox, files, now));
    }

    private static void Write(string text)
    {
        using var output = Terminal.OpenStrictOutput();
        output.Write(Encoding.UTF8.GetBytes(text));
    }
}
