using System.CommandLine;
using System.Text;
using CodeRelay.Analysis;
using CodeRelay.Formats;
using CodeRelay.Relay;
using CodeRelay.Relay.Remote;
using CodeRelay.Upgrade;
using CodeRelay.Workspace;

namespace CodeRelay.Cli.Commands;

/// <summary>`coderelay handoff`: leaves a message for the next session of this or another worktree.</summary>
internal sealed class HandoffCommand : Verb
{
    private readonly Option<string?> _to = new("--to") { Description = "The worktree that should get it, by the name of its directory. [default: this one]", HelpName = "name" };
    private readonly RemoteOption _remote = new() { Description = "Send it over this git remote to another machine, where --to is the name of the clone's directory." };
    private readonly Option<string?> _topic = new("--topic") { Description = "A word or two for its name. [default: from the last commit]", HelpName = "words" };
    private readonly Option<string?> _name = new("--name") { Description = "Its title. [default: the text's first heading]", HelpName = "title" };
    private readonly Option<string?> _file = new("--file") { Description = "The text, in Markdown; without it standard input is read.", HelpName = "path" };
    private readonly Option<bool> _fromPacket = new("--from-packet") { Description = "Compose the text from HANDOFF.md, TASKS.md and the working tree." };
    private readonly Option<bool> _template = new("--template") { Description = "Print the sections of a handoff, to be filled in, and write nothing." };
    private readonly Option<string?> _tool = new("--tool") { Description = "Which agent program writes. [default: recognised]", HelpName = "name" };
    private readonly Option<bool> _noReview = new("--no-review") { Description = "Do not ask about bulky items, nor about the two sections that are always asked about." };
    private readonly Option<bool> _force = new("--force") { Description = "Send it although rules object; the handoff says so." };
    private readonly Option<bool> _dryRun = new("--dry-run") { Description = "Print what would be written, and where, and write nothing." };
    private readonly ChoiceOption<bool> _json = JsonOption();

    public HandoffCommand()
        : base("handoff", "Leave a message for the next session of this worktree or another one; it is shown once, when that session starts.")
    {
        foreach (var option in new Option[] { _to, _remote, _topic, _name, _file, _fromPacket, _template, _tool, _noReview, _force, _dryRun, _json })
            Options.Add(option);
    }

    public override IReadOnlyList<string> Examples =>
    [
        "coderelay handoff --template > note.md               # the sections",
        "coderelay handoff --file note.md                     # for the next session here",
        "coderelay handoff --from-packet --to app-worker      # what the packet says, to another worktree",
        "coderelay handoff --file note.md --remote origin     # to a clone on another machine",
    ];

    protected override int Run(ParseResult arguments)
    {
        if (arguments.GetValue(_template))
        {
            Terminal.Output.Write(HandoffSections.Template(DateTimeOffset.UtcNow));
            return ExitCode.Success;
        }

        var station = Relays.Station();
        var configuration = Configuration.Load(station.Repository);
        // While the text is made and judged, so that it costs no time where a source answers.
        var upgrade = arguments.GetValue(_dryRun) || !configuration.Relay.ChecksForUpgrade ? Task.FromResult<UpgradeCheck?>(null) : UpgradeCheck.BeginDaily(station.Root);
        var address = Address.Of(station, arguments.GetValue(_to), UserEnvironment.Current);
        var draft = new HandoffDraft(station, Text(arguments, station, configuration)) { Name = arguments.GetValue(_name), Topic = arguments.GetValue(_topic), SessionTool = arguments.GetValue(_tool), IsForAnotherMachine = arguments.GetValue(_remote) is not null };
        if (!arguments.GetValue(_noReview))
            draft = draft with { Body = HandoffReview.Run(draft.Body) };
        if (!HandoffPost.IsAcceptable(ref draft, configuration, arguments.GetValue(_force), Terminal.Error))
        {
            Terminal.Error.WriteLine("the handoff was not written; mend the text, or send it as it is with --force");
            return ExitCode.Findings;
        }

        var (fileName, text) = draft.Compose(address.Place.Recipient, HandoffWriter.Facts(station.Repository), DateTimeOffset.UtcNow, UserEnvironment.Current);
        var asJson = _json.Read(arguments);
        if (arguments.GetValue(_remote) is { } remote)
            return TellUpgrade(upgrade, Send(station, remote, arguments.GetValue(_dryRun), address.Place.Recipient, fileName, text, asJson));
        if (!address.IsKnown)
            Terminal.Error.WriteLine(Relays.Waits(address));
        if (arguments.GetValue(_dryRun))
            return Preview(text, Path.Combine(address.Place.Unread, fileName));
        var written = HandoffPost.Write(address, fileName, text);
        return TellUpgrade(upgrade, Tell(address.Place.Recipient, written.Sentinel, "path", written.Path, asJson));
    }

    // On standard error even when nobody sits there: it is agents who hand over, and they pass it on.
    private static int TellUpgrade(Task<UpgradeCheck?> upgrade, int code)
    {
        Terminal.Flush();
        if (upgrade.GetAwaiter().GetResult() is { IsWorthTelling: true } check)
            Terminal.Error.WriteLine($"note: {UpgradeCommand.Told(check)}");
        return code;
    }

    private static int Send(Station station, string remote, bool isDryRun, string recipient, string fileName, string text, bool asJson)
    {
        if (isDryRun)
            return Preview(text, $"{recipient}/{fileName} on {remote}");
        var content = Encoding.UTF8.GetBytes(text);
        using var target = new RemoteInbox(station.Repository, remote, RemoteOption.Limit);
        return Tell(recipient, new HandoffText(content).Sentinel, "ref", target.Send(recipient, fileName, content).Ref, asJson);
    }

    private static int Preview(string text, string target)
    {
        Terminal.Output.Write($"{text}\nnothing was written; without --dry-run: {target}\n");
        return ExitCode.Success;
    }

    private HandoffText Text(ParseResult arguments, Station station, Configuration configuration)
    {
        if (arguments.GetValue(_fromPacket))
        {
            if (arguments.GetValue(_file) is not null)
                throw new UsageException("--file and --from-packet exclude each other");
            return new HandoffText(Encoding.UTF8.GetBytes(PacketHandoff.Compose(station.Repository, configuration, DateTimeOffset.UtcNow)
                ?? throw new RelayException("there is nothing to hand over: no packet here says what comes next, and no file is uncommitted")));
        }

        if (arguments.GetValue(_file) is { } file)
            return new HandoffText(File.Exists(file) ? File.ReadAllBytes(file) : throw new UsageException($"'{file}' is no file"));
        if (!Console.IsInputRedirected)
            throw new UsageException("no text: give it with --file, on standard input, or let --from-packet compose it; --template prints the sections");
        using var input = Terminal.OpenInput();
        using var content = new MemoryStream();
        input.CopyTo(content);
        return content.Length > 0 ? new HandoffText(content.ToArray()) : throw new UsageException("standard input is empty: give the text there or with --file, or let --from-packet compose it");
    }

    private static int Tell(string recipient, string sentinel, string kind, string target, bool asJson)
    {
        if (!asJson)
        {
            Terminal.Output.WriteLine($"handoff for {recipient} written; this session can be cleared now, the next one there begins with it");
            Terminal.Output.WriteLine($"sentinel: {sentinel}");
            Terminal.Output.WriteLine(target);
            return ExitCode.Success;
        }

        using var output = Terminal.OpenOutput();
        JsonText.Write(output, json => HandoffPost.WriteJson(json, recipient, sentinel, kind, target));
        return ExitCode.Success;
    }
}
