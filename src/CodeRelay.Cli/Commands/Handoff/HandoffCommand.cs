using System.CommandLine;
using System.Text;
using CodeRelay.Agents.AgentOps;
using CodeRelay.Agents.Handoffs;
using CodeRelay.Agents.Setup.Upgrade;
using CodeRelay.Analysis;
using CodeRelay.Cli.CommandLine;
using CodeRelay.Cli.Output;
using CodeRelay.Files;

namespace CodeRelay.Cli.Commands;

/// <summary>`coderelay handoff`: writes a message for the next session of this or another worktree.</summary>
internal sealed class HandoffCommand : Verb
{
    private readonly Option<string?> _to = new("--to") { Description = "The worktree that receives it, by its directory name. [default: this one]", HelpName = "name" };
    private readonly RemoteOption _remote = new() { Description = "Send it over this git remote to another machine; --to is the directory name of the clone there." };
    private readonly Option<string?> _topic = new("--topic") { Description = "One or two words for its file name. [default: from the last commit]", HelpName = "words" };
    private readonly Option<string?> _name = new("--name") { Description = "Its title. [default: the text's first heading]", HelpName = "title" };
    private readonly Option<string?> _file = new("--file") { Description = "The Markdown file with the text. [default: standard input]", HelpName = "path" };
    private readonly Option<bool> _fromPacket = new("--from-packet") { Description = "Compose the text from HANDOFF.md, TASKS.md and the working tree." };
    private readonly Option<bool> _template = new("--template") { Description = "Print the empty sections of a handoff and write nothing." };
    private readonly Option<string?> _tool = new("--tool") { Description = "The agent program that writes it. [default: detected]", HelpName = "name" };
    private readonly Option<bool> _decisions = new("--decisions") { Description = "Also append its decisions to DECISIONS.md, without those already there." };
    private readonly Option<bool> _noReview = new("--no-review") { Description = "Do not ask about long items or about the two sections that are otherwise always reviewed." };
    private readonly Option<bool> _force = new("--force") { Description = "Send it despite errors; the handoff lists them." };
    private readonly Option<bool> _artifact = new("--artifact") { Description = "Write an AgentOps artifact to .agents/handoff, for the next agent here, instead of a message to an inbox." };
    private readonly Option<bool> _learnings = new("--learnings") { Description = "With --artifact: also write each decision as a file of .agents/learnings." };
    private readonly Option<string?> _bead = new("--bead") { Description = "With --artifact: the current work item.", HelpName = "id" };
    private readonly Option<bool> _dryRun = new("--dry-run") { Description = "Print the text and its destination, and write nothing." };
    private readonly ChoiceOption<bool> _json = JsonOption();

    public HandoffCommand()
        : base("handoff", "Leave a message for the next session; it is shown once, when that session starts.")
    {
        foreach (var option in new Option[] { _to, _remote, _topic, _name, _file, _fromPacket, _template, _tool, _decisions, _noReview, _force, _artifact, _learnings, _bead, _dryRun, _json })
            Options.Add(option);
    }

    public override VerbGroup? Group => VerbGroup.Handoffs;

    public override IReadOnlyList<string> Examples =>
    [
        "coderelay handoff --template > note.md               # the sections",
        "coderelay handoff --file note.md                     # for the next session here",
        "coderelay handoff --from-packet --to app-worker      # from the packet, to another worktree",
        "coderelay handoff --file note.md --remote origin     # to a clone on another machine",
        "coderelay handoff --from-packet --artifact           # as AgentOps' JSON, in .agents/handoff",
    ];

    protected override int Run(ParseResult arguments)
    {
        if (arguments.GetValue(_template))
        {
            Terminal.Output.Write(HandoffSections.Template(DateTimeOffset.UtcNow));
            return ExitCode.Success;
        }

        CheckCombination(arguments);
        var owner = arguments.GetValue(_artifact) ? CurrentRepository.ForHandoffs().RequireDirectory() : CurrentRepository.ForHandoffs().RequireEndpoint();
        var configuration = Configuration.Load(owner.Repository);
        // In parallel with the composition, so that an answer costs no extra time.
        var upgrade = arguments.GetValue(_dryRun) || !configuration.Relay.ChecksForUpgrade ? Task.FromResult<UpgradeCheck?>(null) : UpgradeCheck.BeginDaily(owner.Root);
        var address = Address.Of(owner, arguments.GetValue(_to), UserEnvironment.Current);
        if (Text(arguments, owner, configuration) is not { } given)
            return HandoffOutput.TellEmpty(_json.Read(arguments));
        var draft = new HandoffDraft(owner, given) { Name = arguments.GetValue(_name), Topic = arguments.GetValue(_topic), SessionTool = arguments.GetValue(_tool), IsForAnotherMachine = arguments.GetValue(_remote) is not null };
        if (!arguments.GetValue(_noReview))
            draft = draft with { Body = HandoffReview.Run(draft.Body) };
        var request = new HandoffRequest(draft, address, configuration, UserEnvironment.Current)
        {
            Policy = arguments.GetValue(_force) ? ObjectionPolicy.Overrule : ObjectionPolicy.Refuse,
            Remote = arguments.GetValue(_remote),
            RemoteTime = RemoteOption.Limit,
            IsDryRun = arguments.GetValue(_dryRun),
        };
        var accepted = SendHandoff.Check(request);
        HandoffPost.TellFindings(accepted, Terminal.Error);
        if (accepted.IsRefused)
            return HandoffOutput.Refuse();
        if (arguments.GetValue(_decisions))
            HandoffOutput.EnterDecisions(owner.Repository, configuration, accepted.Draft.Body, request.IsDryRun);

        var asJson = _json.Read(arguments);
        if (arguments.GetValue(_artifact))
        {
            var output = new ArtifactOutput(new ArtifactDraft(accepted.Draft, configuration) { ActiveBead = arguments.GetValue(_bead) }, owner) { Topic = arguments.GetValue(_topic), WritesLearnings = arguments.GetValue(_learnings), AsJson = asJson };
            return AnnounceUpgrade(upgrade, request.IsDryRun ? output.Preview() : output.Write());
        }

        return AnnounceUpgrade(upgrade, HandoffOutput.Tell(request, HandoffPost.Deliver(request, accepted, Terminal.Error), asJson));
    }

    private void CheckCombination(ParseResult arguments)
    {
        var isArtifact = arguments.GetValue(_artifact);
        foreach (var option in new Option[] { _to, _remote, _tool }.Where(option => isArtifact && arguments.GetResult(option) is not null))
            throw new UsageException($"{option.Name} and --artifact exclude each other: an artifact is written to .agents/handoff, for the next agent here");
        foreach (var option in new Option[] { _learnings, _bead }.Where(option => !isArtifact && arguments.GetResult(option) is { Implicit: false }))
            throw new UsageException($"{option.Name} needs --artifact");
    }

    // On standard error even without a user: agents run this command, and pass the message on.
    private static int AnnounceUpgrade(Task<UpgradeCheck?> upgrade, int code)
    {
        Terminal.Flush();
        if (upgrade.GetAwaiter().GetResult() is { IsWorthAnnouncing: true } check)
            Terminal.Error.WriteLine($"note: {UpgradeCommand.Announcement(check)}");
        return code;
    }

    // Null when the repository has nothing to hand over.
    private HandoffText? Text(ParseResult arguments, MailboxOwner owner, Configuration configuration)
    {
        if (arguments.GetValue(_fromPacket))
        {
            if (arguments.GetValue(_file) is not null)
                throw new UsageException("--file and --from-packet exclude each other");
            return PacketHandoff.Compose(owner.Repository, configuration, DateTimeOffset.UtcNow) is { } composed ? new HandoffText(Encoding.UTF8.GetBytes(composed)) : null;
        }

        if (arguments.GetValue(_file) is { } file)
            return new HandoffText(File.Exists(file) ? File.ReadAllBytes(file) : throw new UsageException($"'{file}' is not a file"));
        if (!Console.IsInputRedirected)
            throw new UsageException("there is no text: give it with --file or on standard input, or let --from-packet compose it; --template prints the sections");
        using var input = Terminal.OpenInput();
        using var content = new MemoryStream();
        input.CopyTo(content);
        return content.Length > 0 ? new HandoffText(content.ToArray()) : throw new UsageException("standard input is empty: give the text there or with --file, or let --from-packet compose it");
    }
}
