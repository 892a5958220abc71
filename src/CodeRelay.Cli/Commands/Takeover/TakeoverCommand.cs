using System.CommandLine;
using CodeRelay.Agents.Handoffs;
using CodeRelay.Agents.Reports;
using CodeRelay.Agents.Takeover;
using CodeRelay.Analysis;
using CodeRelay.Cli.CommandLine;
using CodeRelay.Cli.Output;
using CodeRelay.Formats;
using CodeRelay.Packets.Lanes;

namespace CodeRelay.Cli.Commands;

/// <summary>`coderelay takeover`: the receiver's prompt, or the reasons why the packet is not ready.</summary>
internal sealed class TakeoverCommand : Verb
{
    private const int SmallestBudget = 200;

    private readonly Option<string> _to = new("--to") { Description = $"The agent that takes over: {string.Join(", ", Receiver.All.Select(receiver => receiver.Id))}.", HelpName = "runtime", Required = true };
    private readonly ChoiceOption<Lane?> _lane = LaneOption("--lane", "The lane (kind of work) of that agent; auto takes it from the packet");
    private readonly Option<bool> _copy = new("--copy") { Description = "Also copy the prompt to the clipboard." };
    private readonly Option<bool> _force = new("--force") { Description = "Print the prompt even for a refused packet, with its faults first." };
    private readonly Option<int?> _budget = new("--budget") { Description = $"The size limit of the prompt in tokens. [default: the budget of HANDOFF.md in coderelay.yml, {TakeoverReport.DefaultBudget}]", HelpName = "tokens" };
    private readonly ChoiceOption<bool> _json = JsonOption();

    public TakeoverCommand()
        : base("takeover", "Check that an agent can take over from the packet, and print the prompt for it.")
    {
        _to.Validators.Add(result =>
        {
            foreach (var token in result.Tokens.Where(token => Receiver.Find(token.Value) is null))
                result.AddError($"unknown runtime '{token.Value}'; valid are {string.Join(", ", Receiver.All.Select(receiver => receiver.Id))}");
        });
        _budget.Validators.Add(result =>
        {
            if (result.Tokens is [var token] && (!int.TryParse(token.Value, out var tokens) || tokens < SmallestBudget))
                result.AddError($"budget '{token.Value}' is too small; valid are {SmallestBudget} tokens and more");
        });
        foreach (var option in new Option[] { _to, _lane, _copy, _force, _budget, _json })
            Options.Add(option);
    }

    public override VerbGroup? Group => VerbGroup.Packet;

    public override IReadOnlyList<string> Examples =>
    [
        "coderelay takeover --to codex                      # the prompt, or what is missing in the packet",
        "coderelay takeover --to claude-code --lane audit   # to review the work",
        "coderelay takeover --to gemini --copy              # on the clipboard as well",
    ];

    /// <summary>An option for a lane.</summary>
    public static ChoiceOption<Lane?> LaneOption(string name, string description) =>
        new(name, "lane", description, [("auto", null), .. LaneNames.All.Select(lane => (lane.Word(), (Lane?)lane))]);

    protected override int Run(ParseResult arguments)
    {
        var here = CurrentRepository.OfProcess();
        var repository = here.RequireRepository();
        var configuration = Configuration.Load(repository);
        var receiver = Receiver.Find(arguments.GetValue(_to)!)!;
        var lane = _lane.Read(arguments);
        var asJson = _json.Read(arguments);
        if (here.NearestPacket(configuration) is not { } packet)
        {
            Messages.TellNoPacket(repository, configuration, Terminal.Error);
            if (asJson)
            {
                using var output = Terminal.OpenOutput();
                JsonText.Write(output, TakeoverWithoutPacketJson.Of(repository, receiver, lane), ReportJsonContext.Default.TakeoverWithoutPacketJson);
            }

            return ExitCode.Findings;
        }

        var report = TakeoverReport.Of(repository, configuration, packet, receiver, lane, arguments.GetValue(_budget), arguments.GetValue(_force), Terminal.Error);
        if (report.Prompt is not null && arguments.GetValue(_copy))
            report = report with { Copied = Clipboard.Copy(report.Prompt.Text) };
        Write(report, asJson);
        TakeoverText.Tell(report);
        return report.Prompt is null ? ExitCode.Findings : report.Copied is { Program: null } ? ExitCode.Environment : ExitCode.Success;
    }

    private static void Write(TakeoverReport report, bool asJson)
    {
        if (!asJson)
        {
            TakeoverText.Write(report);
            return;
        }

        using var output = Terminal.OpenOutput();
        JsonText.Write(output, TakeoverJson.Of(report), ReportJsonContext.Default.TakeoverJson);
    }
}
