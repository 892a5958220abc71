using System.CommandLine;
using CodeRelay.Agents.Handoffs;
using CodeRelay.Agents.Reports;
using CodeRelay.Cli.CommandLine;
using CodeRelay.Cli.Output;
using CodeRelay.Formats;
using CodeRelay.Text;

namespace CodeRelay.Cli.Commands;

/// <summary>`coderelay status`: one screen about repository, packet and hooks.</summary>
internal sealed class StatusCommand : Verb
{
    private readonly ChoiceOption<bool> _json = JsonOption();

    public StatusCommand()
        : base("status", "Show on one screen how current the packet is, its size, its tasks and the hooks.") => Options.Add(_json);

    public override VerbGroup? Group => VerbGroup.Everyday;

    public override IReadOnlyList<string> Examples =>
    [
        "coderelay status                # for people",
        "coderelay status --format json  # for scripts",
    ];

    protected override int Run(ParseResult arguments)
    {
        var report = StatusReport.Read(CurrentRepository.OfProcess().RequireRepository());
        if (_json.Read(arguments))
        {
            using var output = Terminal.OpenOutput();
            JsonText.Write(output, StatusJson.Of(report), ReportJsonContext.Default.StatusJson);
            return ExitCode.Success;
        }

        if (report.Packets.Count == 0)
            Messages.TellNoPacket(report.Repository, report.Configuration, Terminal.Error);
        WriteText(report, Terminal.Output, new AnsiStyle(Terminal.LayOut().UseColour));
        return ExitCode.Success;
    }

    private static void WriteText(StatusReport report, TextWriter output, AnsiStyle style)
    {
        void Line(string label, string text) => output.WriteLine($"{style.Bold(label.PadRight(10))} {text}");

        Line("repository", VisibleText.OfLine(report.Repository.Root));
        if (report.Repository.Head is { } head)
            Line("head", StatusText.Head(report, head));
        foreach (var packet in report.Packets)
        {
            Line("packet", $"{string.Join(", ", packet.Packet.Documents.Select(document => VisibleText.OfLine(document.Path)))} ({PacketStatusJson.Word(packet.Packet.Profile)} profile)");
            Line("age", StatusText.Age(packet));
            if (packet.Takeover is { } takeover)
                Line("takeover", $"{takeover.State} for {VisibleText.OfLine(takeover.To)}{(takeover.Reasons.Count == 0 ? "" : $": {VisibleText.OfLine(takeover.Reasons[0])}{(takeover.Reasons.Count > 1 ? $", and {takeover.Reasons.Count - 1} more" : "")}")}");
            Line("tasks", TaskCounts.Line(packet.Tasks));
        }

        foreach (var hooks in report.Hooks)
            Line("hooks", Hooks(hooks));
        if (report.Result.Input.Documents.Count == 0)
            return;
        Line("size", TextFormat.Size(report.Result));
        Line("health", report.Result.Findings.Count == 0 ? style.Good("nothing to report") : $"{TextFormat.Counts(report.Result, style)}: see `coderelay check`");
    }

    private static string Hooks(RuntimeHooks hooks) => hooks switch
    {
        { Problem: { } problem } => $"{hooks.Id}: {VisibleText.OfLine(problem)}",
        { Project: true, User: true } => $"{hooks.Id}: in the project and in the user's settings",
        { Project: true } => $"{hooks.Id}: in the project",
        { User: true } => $"{hooks.Id}: in the user's settings",
        _ => $"{hooks.Id}: not installed, `coderelay hooks install` does it",
    };
}
