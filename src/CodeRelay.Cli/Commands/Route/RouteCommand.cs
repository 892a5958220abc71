using System.CommandLine;
using CodeRelay.Agents.Handoffs;
using CodeRelay.Agents.Reports;
using CodeRelay.Agents.Takeover;
using CodeRelay.Analysis;
using CodeRelay.Cli.CommandLine;
using CodeRelay.Cli.Output;
using CodeRelay.Files;
using CodeRelay.Formats;
using CodeRelay.Git;
using CodeRelay.Packets;
using CodeRelay.Packets.Lanes;

namespace CodeRelay.Cli.Commands;

/// <summary>`coderelay route`: whether to stay or to hand over, with the deciding rules.</summary>
internal sealed class RouteCommand : Verb
{
    private readonly Option<string?> _to = new("--to") { Description = "The runtime that could take over.", HelpName = "runtime" };
    private readonly Option<string?> _from = new("--from") { Description = "The present runtime. [default: the one with the newest transcript here, else the packet's executor]", HelpName = "runtime" };
    private readonly ChoiceOption<Lane?> _lane = TakeoverCommand.LaneOption("--lane", "The lane (kind of work) of the next step; auto takes it from --pattern, else keeps the present lane");
    private readonly ChoiceOption<RoutePattern?> _pattern = new("--pattern", "pattern", "How lanes follow each other: a = planner, executor and reviewer are different agents; b = one agent, switch only to audit; c = a refused packet goes back first", [("none", null), ("a", RoutePattern.A), ("b", RoutePattern.B), ("c", RoutePattern.C)]);
    private readonly Option<string[]> _because = new("--because") { Description = "A reason that cannot be measured, such as \"S2: needs a browser\"; valid are S1 to S5.", HelpName = "reason" };
    private readonly Option<string[]> _needs = new("--needs") { Description = "Programs, or MCP servers as mcp:name, that the next step needs, separated by commas.", HelpName = "name,…" };
    private readonly Option<bool> _record = new("--record") { Description = "Write the reason for a switch into the packet; without a reason nothing is written and the exit code is 1." };
    private readonly ChoiceOption<bool> _format = JsonOption();
    private readonly Option<bool> _json = new("--json") { Description = "The same as --format json." };

    public RouteCommand()
        : base("route", "Recommend whether to stay with the present agent or to hand over, and name the rules.")
    {
        foreach (var option in new[] { _to, _from })
        {
            option.Validators.Add(result =>
            {
                foreach (var token in result.Tokens.Where(token => Receiver.Find(token.Value) is null))
                    result.AddError($"unknown runtime '{token.Value}'; valid are {string.Join(", ", Receiver.All.Select(receiver => receiver.Id))}");
            });
        }

        _because.Validators.Add(result =>
        {
            foreach (var token in result.Tokens.Where(token => SwitchReason.Parse(token.Value).Rule is null))
                result.AddError($"reason '{token.Value}' names no rule; valid are {string.Join(", ", SwitchRule.All.Where(rule => rule.IsForSwitch).Select(rule => $"{rule.Id} ({rule.Text})"))}");
        });
        foreach (var option in new Option[] { _to, _from, _lane, _pattern, _because, _needs, _record, _format, _json })
            Options.Add(option);
    }

    public override VerbGroup? Group => VerbGroup.Packet;

    public override IReadOnlyList<string> Examples =>
    [
        "coderelay route                                  # stay or hand over",
        "coderelay route --to claude-code --lane audit    # is it time for the review?",
        "coderelay route --to codex --because S2:browser --record",
    ];

    protected override int Run(ParseResult arguments)
    {
        var here = CurrentRepository.OfProcess();
        var repository = here.RequireRepository();
        var configuration = Configuration.Load(repository);
        var packet = here.NearestPacket(configuration);
        var asJson = _format.Read(arguments) || arguments.GetValue(_json);
        var request = Read(arguments);
        var now = DateTimeOffset.UtcNow;
        var facts = RouteSurvey.Measure(repository, configuration, packet, request, UserEnvironment.Current);
        var decision = Router.Decide(request, facts, now);
        if (!asJson && request.Reasons.Count == 0 && !decision.Voices.Any(voice => voice.Rule.IsForSwitch) && Terminal.CanAsk)
            decision = Router.Decide(request with { Reasons = RouteQuestions.Ask(Console.In, Terminal.Error) }, facts, now);

        if (packet is null)
            Messages.TellNoPacket(repository, configuration, Terminal.Error);
        var wantsRecord = arguments.GetValue(_record);
        var report = new RouteReport(decision, packet, repository) { Recorded = decision.IsSwitch ? [.. Keep(decision, packet, repository, wantsRecord, now)] : [] };
        if (asJson)
        {
            using var output = Terminal.OpenOutput();
            JsonText.Write(output, RouteJson.Of(report), ReportJsonContext.Default.RouteJson);
        }
        else
        {
            RouteText.Write(report, now);
        }

        if (!wantsRecord || decision.IsSwitch)
            return ExitCode.Success;
        Terminal.Error.WriteLine("nothing was recorded: a switch needs a reason, S1 to S5, and a packet that can be taken over");
        return ExitCode.Findings;
    }

    private RouteRequest Read(ParseResult arguments) => new(
        Find(arguments.GetValue(_from)),
        Find(arguments.GetValue(_to)),
        _lane.Read(arguments),
        _pattern.Read(arguments),
        [.. (arguments.GetValue(_because) ?? []).Select(SwitchReason.Parse)],
        [.. (arguments.GetValue(_needs) ?? []).SelectMany(names => names.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))]);

    private static Receiver? Find(string? name) => name is null ? null : Receiver.Find(name);

    private static IEnumerable<string> Keep(RouteDecision decision, Packet? packet, Repository repository, bool inPacket, DateTimeOffset now)
    {
        if (inPacket && packet is not null)
            yield return WriteInto(packet, decision, repository);
        if (Save(decision, repository, now) is { } record)
            yield return record;
    }

    private static string WriteInto(Packet packet, RouteDecision decision, Repository repository)
    {
        try
        {
            return RouteRecord.WriteInto(packet, decision, repository);
        }
        catch (InvalidDataException e)
        {
            throw new UsageException(e.Message);
        }
    }

    // The decision counts even when it cannot be stored.
    private static string? Save(RouteDecision decision, Repository repository, DateTimeOffset now)
    {
        try
        {
            return RouteRecord.Save(decision, repository, UserEnvironment.Current, now);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            Terminal.Error.WriteLine($"note: the decision could not be saved: {e.Message}");
            return null;
        }
    }
}
