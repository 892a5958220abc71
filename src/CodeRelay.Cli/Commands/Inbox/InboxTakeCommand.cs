using System.CommandLine;
using System.Text;
using CodeRelay.Relay;

namespace CodeRelay.Cli.Commands;

/// <summary>`coderelay inbox take`: prints handoffs and archives them, for agents that no hook tells.</summary>
internal sealed class InboxTakeCommand : Verb
{
    private readonly Argument<string?> _id = new("id") { Description = "Which one; the oldest when none is named.", Arity = ArgumentArity.ZeroOrOne };
    private readonly Option<bool> _all = new("--all") { Description = "Everything that waits, in the order of time." };
    private readonly RemoteOption _remote = new();
    private readonly Option<string?> _as = RemoteOption.As();
    private readonly ChoiceOption<bool> _json = JsonOption();

    public InboxTakeCommand()
        : base("take", "Print a waiting handoff and archive it; among several takers one gets it.")
    {
        Arguments.Add(_id);
        Options.Add(_all);
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
    ];

    protected override int Run(ParseResult arguments)
    {
        if (arguments.GetValue(_all) && arguments.GetValue(_id) is not null)
            throw new UsageException("--all and an id exclude each other");
        if (arguments.GetValue(_as) is not null && arguments.GetValue(_remote) is null)
            throw new UsageException("--as says what this clone is called on a remote; give that with --remote");
        var inbox = Relays.Inbox();
        inbox.Recover();
        if (arguments.GetValue(_remote) is { } remote)
            RemoteOption.Fetch(inbox, remote, arguments.GetValue(_as));
        var waiting = inbox.Unread();
        var taken = Claim(inbox, () => arguments.GetValue(_id) is { } id ? TakeOne(InboxFiles.Find(waiting, id)) : Take(waiting, arguments.GetValue(_all) ? int.MaxValue : 1));
        return Print(inbox, taken, _json.Read(arguments), arguments.GetValue(_all));
    }

    private static List<Delivery> Claim(Inbox inbox, Func<List<Delivery>> take)
    {
        try
        {
            return take();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new MissingEnvironmentException($"nothing was taken, because {inbox.Own.Unread} cannot be written: {e.Message.TrimEnd('.')}; make room or give write access there, or read without taking by `coderelay inbox show <id>`");
        }
    }

    private static List<Delivery> TakeOne(HandoffFile file) =>
        Delivery.OfOne(file) is { } delivery ? [delivery] : throw new RelayException($"'{file.Id}' was taken by another reader just now; if `inbox list` still has it, its name is too long for a claim: rename the file");

    // Who comes second at one goes on to the next.
    private static List<Delivery> Take(IReadOnlyList<HandoffFile> waiting, int count)
    {
        var taken = new List<Delivery>();
        foreach (var file in waiting)
        {
            if (taken.Count < count && Delivery.OfOne(file) is { } delivery)
                taken.Add(delivery);
        }

        return taken;
    }

    private static int Print(Inbox inbox, List<Delivery> taken, bool asJson, bool asList)
    {
        try
        {
            IReadOnlyList<HandoffFile> files = [.. taken.SelectMany(delivery => delivery.Handoffs)];
            var now = files.Count == 0 ? WorktreeFacts.None : WorktreeFacts.Of(inbox.Station.Repository);
            if (asJson)
                InboxJson.WriteBodies(inbox, files, now, asList || files.Count == 0);
            else if (files.Count == 0)
                Terminal.Error.WriteLine($"nothing waits for {inbox.Own.Recipient}");
            else
                Write(HandoffFrame.Head(files, inbox.Own.Recipient) + string.Concat(files.Select(file => HandoffFrame.Of(file, now))) + HandoffFrame.Foot(files.Count));
            foreach (var delivery in taken)
                delivery.Confirm();
            return ExitCode.Success;
        }
        finally
        {
            foreach (var delivery in taken)
                delivery.Dispose();
        }
    }

    private static void Write(string text)
    {
        using var output = Terminal.OpenStrictOutput();
        output.Write(Encoding.UTF8.GetBytes(text));
    }
}
