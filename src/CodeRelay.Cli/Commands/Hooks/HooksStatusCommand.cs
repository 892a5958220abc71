using System.CommandLine;
using CodeRelay.Agents.Reports;
using CodeRelay.Agents.Runtimes;
using CodeRelay.Agents.Setup;
using CodeRelay.Cli.CommandLine;
using CodeRelay.Cli.Output;
using CodeRelay.Formats;
using CodeRelay.Git;
using CodeRelay.Text;

namespace CodeRelay.Cli.Commands;

/// <summary>`coderelay hooks status`: the runtimes in use, the places of the hooks, the remaining steps.</summary>
internal sealed class HooksStatusCommand : Verb
{
    private readonly RuntimesOption _runtimes = new("all");
    private readonly ChoiceOption<bool> _json = JsonOption();

    public HooksStatusCommand()
        : base("status", "Show the runtimes found here, their hooks, and the steps missing before they run.")
    {
        Options.Add(_runtimes);
        Options.Add(_json);
    }

    public override IReadOnlyList<string> Examples => ["coderelay hooks status --format json  # for scripts"];

    protected override int Run(ParseResult arguments)
    {
        var statuses = HooksReport.Read(Repository.Discover(Directory.GetCurrentDirectory()), _runtimes.Read(arguments) ?? RuntimeCatalog.All);
        if (_json.Read(arguments))
        {
            using var output = Terminal.OpenOutput();
            JsonText.Write(output, HooksJson.Of(statuses), ReportJsonContext.Default.HooksJson);
        }
        else
        {
            WriteText(statuses);
        }

        return ExitCode.Success;
    }

    private static void WriteText(IReadOnlyList<HookStatus> statuses)
    {
        foreach (var status in statuses)
        {
            var found = status.IsDetected ? $"{status.Runtime.Name} {status.Version ?? "(no program on PATH)"}" : "not found";
            Terminal.Output.WriteLine($"{status.Runtime.Id,-12} {VisibleText.OfLine(found)}");
            WriteLevel("project", status.Project);
            WriteLevel("user", status.User);
            var can = status.Runtime.Capabilities;
            Terminal.Output.WriteLine($"  can      stop {HooksReport.StopWord(can)}, session-start {HooksReport.StartWord(can)}, pre-compact {HooksReport.CompactWord(can)}");
            Terminal.Output.WriteLine($"  fires    {HooksReport.Word(status.Readiness)}");
            WriteServer(status.ProjectServer);
            WriteServer(status.UserServer);
            foreach (var step in status.Open)
                Terminal.Output.WriteLine($"  open     {VisibleText.OfLine(step)}");
        }
    }

    private static void WriteServer(HookLevelStatus level)
    {
        if (level.File is not null)
            Terminal.Output.WriteLine($"  mcp      {(level.IsInstalled ? "registered" : "not registered"),-14} {VisibleText.OfLine(level.File)}");
    }

    private static void WriteLevel(string name, HookLevelStatus level)
    {
        if (level.File is not null)
            Terminal.Output.WriteLine($"  {name,-8} {(level.IsInstalled ? "installed" : "not installed"),-14} {VisibleText.OfLine(level.File)}");
    }
}
