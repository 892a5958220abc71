using System.CommandLine;
using System.Text;
using CodeRelay.Agents.AgentOps;
using CodeRelay.Agents.Handoffs;
using CodeRelay.Agents.Reports;
using CodeRelay.Analysis;
using CodeRelay.Cli.CommandLine;
using CodeRelay.Cli.Output;
using CodeRelay.Files;
using CodeRelay.Formats;
using CodeRelay.Git;
using CodeRelay.Text;

namespace CodeRelay.Cli.Commands;

/// <summary>`coderelay import`: converts another program's handoff to a packet or a handoff.</summary>
internal sealed class ImportCommand : Verb
{
    private readonly Argument<string[]> _files = new("files") { Description = $"Artifacts, documents or checkpoint messages of AgentOps. [default: the newest in {ArtifactFolder.Name}]", Arity = ArgumentArity.ZeroOrMore };
    private readonly Option<bool> _toInbox = new("--to-inbox") { Description = "Deliver a handoff, which is shown once, instead of writing a HANDOFF.md." };
    private readonly Option<string?> _to = new("--to") { Description = "With --to-inbox: the worktree that receives it. [default: this one]", HelpName = "name" };
    private readonly Option<bool> _force = new("--force") { Description = "With --to-inbox: deliver it despite errors; the handoff lists them." };
    private readonly Option<bool> _dryRun = new("--dry-run") { Description = "Print the result and write nothing." };
    private readonly ChoiceOption<bool> _json = JsonOption();

    public ImportCommand()
        : base("import", "Turn what an AgentOps session left behind into a packet or a handoff.")
    {
        Arguments.Add(_files);
        foreach (var option in new Option[] { _toInbox, _to, _force, _dryRun, _json })
            Options.Add(option);
    }

    public override VerbGroup? Group => VerbGroup.Handoffs;

    public override IReadOnlyList<string> Examples =>
    [
        "coderelay import                                     # the newest handoff of .agents/handoff, as HANDOFF.md",
        "coderelay import checkpoint.md --to-inbox            # a worker's last message, to the next session here",
        "coderelay import .agents/handoff/2026-06-01-login.md # prints the text if a HANDOFF.md exists",
    ];

    protected override int Run(ParseResult arguments)
    {
        foreach (var option in new Option[] { _to, _force }.Where(option => !arguments.GetValue(_toInbox) && arguments.GetResult(option) is { Implicit: false }))
            throw new UsageException($"{option.Name} goes with --to-inbox");
        var owner = arguments.GetValue(_toInbox) ? CurrentRepository.ForHandoffs().RequireEndpoint() : CurrentRepository.ForHandoffs().RequireDirectory();
        var configuration = Configuration.Load(owner.Repository);
        if (Sources(arguments, owner.Repository) is not { Count: > 0 } files)
            throw new MissingEnvironmentException($"nothing waits in {ArtifactFolder.Name}: name a Markdown or JSON file to import");

        var notes = new List<string>();
        var briefing = files.Select(file => ImportSource.Read(owner.Repository, file, notes)).Aggregate((one, other) => one.With(other));
        foreach (var note in notes)
            Terminal.Error.WriteLine($"note: {VisibleText.OfLine(note)}");
        return arguments.GetValue(_toInbox) ? Deliver(arguments, owner, configuration, briefing) : MakePacket(arguments, owner.Repository, configuration, briefing);
    }

    private IReadOnlyList<string> Sources(ParseResult arguments, Repository repository)
    {
        var named = arguments.GetValue(_files) ?? [];
        foreach (var file in named.Where(file => !File.Exists(file)))
            throw new UsageException($"'{file}' is not a file");
        return named.Length > 0 ? [.. named.Select(Path.GetFullPath)] : ImportSource.Newest(repository) is { } newest ? [newest] : [];
    }

    private int MakePacket(ParseResult arguments, Repository repository, Configuration configuration, Briefing briefing)
    {
        var text = BriefingPacket.Compose(briefing);
        var existing = PacketFile.Existing(repository, configuration);
        var target = existing ?? PacketFile.New(configuration);
        var isWritten = existing is null && !arguments.GetValue(_dryRun) && TryWrite(repository, target, text);
        if (_json.Read(arguments))
            WriteJson(briefing, isWritten ? repository.FullPath(target) : null, to: null, sentinel: null, text);
        else if (isWritten)
            Terminal.Output.WriteLine($"wrote {target} from {VisibleText.OfLine(briefing.Source)}; read it, fill in what the source left open, then run `coderelay check`");
        else
            Terminal.Output.Write(text);
        if (!isWritten)
            Terminal.Error.WriteLine(arguments.GetValue(_dryRun) ? $"nothing was written; without --dry-run: {(existing is null ? target : "the same, since there is " + target)}" : $"{VisibleText.OfLine(target)} exists and was not changed: copy what still holds from the text on standard output, or deliver the text with `coderelay import --to-inbox`");
        return ExitCode.Success;
    }

    private static bool TryWrite(Repository repository, string target, string text)
    {
        try
        {
            return PacketFile.TryWrite(repository, target, text);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new MissingEnvironmentException($"{target} was not written: {e.Message.TrimEnd('.')}; free disk space or make the directory writable, or print it with --dry-run");
        }
    }

    private int Deliver(ParseResult arguments, MailboxOwner owner, Configuration configuration, Briefing briefing)
    {
        var address = Address.Of(owner, arguments.GetValue(_to), UserEnvironment.Current);
        var given = $"---\nsource: {HandoffFrame.OneLine(briefing.Source)}\n---\n{BriefingHandoff.Compose(briefing)}";
        var draft = new HandoffDraft(owner, new HandoffText(Encoding.UTF8.GetBytes(given))) { Name = briefing.Goal };
        var request = new HandoffRequest(draft, address, configuration, UserEnvironment.Current)
        {
            Policy = arguments.GetValue(_force) ? ObjectionPolicy.Overrule : ObjectionPolicy.Refuse,
            SourceFacts = briefing.Facts,
            IsDryRun = arguments.GetValue(_dryRun),
        };
        var result = HandoffPost.Send(request, Terminal.Error);
        if (result.IsRefused)
            return ExitCode.Findings;
        if (result.Written is null)
            Terminal.Error.WriteLine($"nothing was written; without --dry-run: {Path.Combine(address.Place.Unread, result.FileName)}");
        if (_json.Read(arguments))
            WriteJson(briefing, result.Written?.Path, address.Place.Recipient, result.Sentinel, result.Text);
        else
            Terminal.Output.Write(result.Written is null ? result.Text : $"handoff for {address.Place.Recipient} written from {VisibleText.OfLine(briefing.Source)}; the next session there starts with it\nsentinel: {result.Sentinel}\n{result.Written.Path}\n");
        return ExitCode.Success;
    }

    private static void WriteJson(Briefing briefing, string? path, string? to, string? sentinel, string text)
    {
        using var output = Terminal.OpenOutput();
        JsonText.Write(output, new ImportJson(briefing.Source, path, to, sentinel, text), ReportJsonContext.Default.ImportJson);
    }
}
