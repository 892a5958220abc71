using System.CommandLine;
using System.Text;
using CodeRelay.Relay;

namespace CodeRelay.Cli.Commands;

/// <summary>`coderelay inbox take`: prints handoffs and archives them, for agents that no hook tells.</summary>
internal sealed class InboxTakeCommand : Verb
{
    private readonly Argument<string?> _id = new("id") { Description = "Which one; the oldest when none is named.", Arity = ArgumentArity.ZeroOrOne };
    private readonly Option<bool> _all = new("--all") { Description = "Everything that waits, in the order of time." };
    private readonly Option<bool> _artifact = new("--artifact") { Description = "The newest artifact of AgentOps in .agents/handoff instead of a handoff of the inbox." };
    private readonly RemoteOption _remote = new();
    private readonly Option<string?> _as = RemoteOption.As();
    private readonly ChoiceOption<bool> _json = JsonOption();

    public InboxTakeCommand()
        : base("take", "Print a waiting handoff and archive it; among several takers one gets it.")
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
            throw new UsageException("--as says what this clone is called on a remote; give that with --remote");
        if (arguments.GetValue(_artifact))
            return arguments.GetValue(_all) || arguments.GetValue(_id) is not null || arguments.GetValue(_remote) is not null
                ? throw new UsageException("--artifact takes the newest artifact here, and goes with neither an id nor --all nor --remote")
                : ArtifactTake.Run(_json.Read(arguments));
        var inbox = Relays.Inbox();
        inbox.Recover();
        if (arguments.GetValue(_remote) is { } remote)
            RemoteOption.Fetch(inbox, remote, arguments.GetValue(_as));
        var waiting = inbox.Unread();
        using var delivery = arguments.GetValue(_id) is { } id ? TakeOne(inbox, InboxFiles.Find(waiting, id)) : Take(inbox, waiting, arguments.GetValue(_all) ? int.MaxValue : 1);
        Print(inbox, delivery.Handoffs, _json.Read(arguments), arguments.GetValue(_all));
        delivery.Confirm();
        return ExitCode.Success;
    }

    private static Delivery Take(Inbox inbox, IReadOnlyList<HandoffFile> waiting, int most)
    {
        try
        {
            return Delivery.Of(waiting, most);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new MissingEnvironmentException($"nothing was taken, because {inbox.Own.Unread} cannot be written: {e.Message.TrimEnd('.')}; make room or give write access there, or read without taking by `coderelay inbox show <id>`");
        }
    }

    private static Delivery TakeOne(Inbox inbox, HandoffFile file) =>
        Take(inbox, [file], most: 1) is { Handoffs.Count: 1 } delivery ? delivery : throw new RelayException($"'{file.Id}' was taken by another reader just now; if `inbox list` still has it, its name is too long for a claim: rename the file");

    private static void Print(Inbox inbox, IReadOnlyList<HandoffFile> files, bool asJson, bool asList)
    {
        var now = files.Count == 0 ? WorktreeFacts.None : WorktreeFacts.Of(inbox.Station.Repository);
        if (asJson)
            InboxJson.WriteBodies(inbox, files, now, asList || files.Count == 0);
        else if (files.Count == 0)
            Terminal.Error.WriteLine($"nothing waits for {inbox.Own.Recipient}");
        else
            Write(HandoffFrame.Head(files, inbox.Own.Recipient) + string.Concat(files.Select(file => HandoffFrame.Of(file, now))) + HandoffFrame.Foot(files.Count));
    }

    private static void Write(string text)
    {
        using var output = Terminal.OpenStrictOutput();
        output.Write(Encoding.UTF8.GetBytes(text));
    }
}
