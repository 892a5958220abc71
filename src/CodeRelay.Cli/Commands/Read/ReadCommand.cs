using System.CommandLine;
using CodeRelay.Agents.Handoffs;
using CodeRelay.Agents.Reports;
using CodeRelay.Agents.Takeover;
using CodeRelay.Analysis;
using CodeRelay.Cli.CommandLine;
using CodeRelay.Cli.Output;
using CodeRelay.Formats;
using CodeRelay.Packets;

namespace CodeRelay.Cli.Commands;

/// <summary>`coderelay read`: the packet in reading order, cut at a budget.</summary>
internal sealed class ReadCommand : Verb
{
    private const int DefaultBudget = 4000;
    private const int SmallestBudget = 200;

    private readonly Argument<string?> _packet = new("packet") { Description = "A HANDOFF.md or its directory. [default: the nearest packet]", Arity = ArgumentArity.ZeroOrOne };
    private readonly Option<bool> _decisions = new("--decisions") { Description = "Also print DECISIONS.md, before a change to an earlier decision." };
    private readonly Option<bool> _context = new("--context") { Description = "Also print PROJECT_CONTEXT.md, for commands that no other file has." };
    private readonly Option<bool> _files = new("--files") { Description = "Print the text of the important files, not only their names." };
    private readonly Option<bool> _all = new("--all") { Description = "Print all three." };
    private readonly Option<int> _budget = new("--budget") { Description = "The size limit in tokens; what does not fit is listed by name.", HelpName = "tokens", DefaultValueFactory = _ => DefaultBudget };
    private readonly ChoiceOption<bool> _json = JsonOption();

    public ReadCommand()
        : base("read", "Print the packet in reading order, as much of it as the next step needs.")
    {
        _budget.Validators.Add(result =>
        {
            if (result.Tokens is [var token] && (!int.TryParse(token.Value, out var tokens) || tokens < SmallestBudget))
                result.AddError($"budget '{token.Value}' is too small; valid are {SmallestBudget} tokens and more");
        });
        Arguments.Add(_packet);
        foreach (var option in new Option[] { _decisions, _context, _files, _all, _budget, _json })
            Options.Add(option);
    }

    public override VerbGroup? Group => VerbGroup.Packet;

    public override IReadOnlyList<string> Examples =>
    [
        "coderelay read                        # enough for the next step",
        "coderelay read --decisions            # before a change to an earlier decision",
        "coderelay read --files --budget 8000  # with the important files, as far as they fit",
    ];

    protected override int Run(ParseResult arguments)
    {
        var here = CurrentRepository.OfProcess();
        var repository = here.RequireRepository();
        var configuration = Configuration.Load(repository);
        var packets = PacketDiscovery.FindPackets(repository, configuration);
        var packet = arguments.GetValue(_packet) is { } named ? NamedDocuments.FindPacket(repository, configuration, packets, named) : here.NearestPacket(packets);
        if (packet is null)
            Messages.TellNoPacket(repository, configuration, Terminal.Error);
        var budget = arguments.GetValue(_budget);
        var isAll = arguments.GetValue(_all);
        var request = new ReadingRequest(budget) { Decisions = isAll || arguments.GetValue(_decisions), Context = isAll || arguments.GetValue(_context), Files = isAll || arguments.GetValue(_files) };
        var report = new ReadReport(repository, budget, packet is null ? null : ReadingOrder.Of(packet, repository, request)) { Others = [.. packets.Where(other => other.Handoff.Path != packet?.Handoff.Path).Select(other => other.Handoff.Path)] };
        if (_json.Read(arguments))
        {
            using var output = Terminal.OpenOutput();
            JsonText.Write(output, ReadJson.Of(report), ReportJsonContext.Default.ReadJson);
        }
        else
        {
            ReadText.Write(report);
        }

        return ExitCode.Success;
    }
}
