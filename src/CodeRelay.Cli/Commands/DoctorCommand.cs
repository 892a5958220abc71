using System.CommandLine;
using CodeRelay.Agents.Reports;
using CodeRelay.Agents.Setup.Doctor;
using CodeRelay.Analysis;
using CodeRelay.Cli.CommandLine;
using CodeRelay.Cli.Output;
using CodeRelay.Formats;
using CodeRelay.Git;
using CodeRelay.Text;

namespace CodeRelay.Cli.Commands;

/// <summary>`coderelay doctor`: why a hook did not run.</summary>
internal sealed class DoctorCommand : Verb
{
    private readonly RuntimesOption _runtimes = new("those found here");
    private readonly ChoiceOption<bool> _json = JsonOption();

    public DoctorCommand()
        : base("doctor", "Show what keeps hooks and handoffs from working here, and how to repair it.")
    {
        Options.Add(_runtimes);
        Options.Add(_json);
    }

    public override VerbGroup? Group => VerbGroup.Setup;

    public override IReadOnlyList<string> Examples =>
    [
        "coderelay doctor                   # exit code 1 if something must be repaired",
        "coderelay doctor --runtimes codex  # why its hook did not run",
    ];

    protected override int Run(ParseResult arguments)
    {
        // Not RequireRepository: a missing git is one of the answers.
        var repository = Repository.Discover(Directory.GetCurrentDirectory());
        var report = DoctorReport.Read(repository, _runtimes.Read(arguments));
        if (_json.Read(arguments))
        {
            using var output = Terminal.OpenOutput();
            JsonText.Write(output, DoctorJson.Of(report, repository), ReportJsonContext.Default.DoctorJson);
        }
        else
        {
            WriteText(report, Terminal.Output, new AnsiStyle(Terminal.LayOut().UseColour));
        }

        return report.Count(CheckLevel.Problem) > 0 ? ExitCode.Findings : ExitCode.Success;
    }

    private static void WriteText(DoctorReport report, TextWriter output, AnsiStyle paint)
    {
        string? runtime = null;
        foreach (var check in report.Checks)
        {
            if (check.Runtime != runtime)
                output.WriteLine(paint.Bold(runtime = check.Runtime!));
            var indent = runtime is null ? "" : "  ";
            output.WriteLine($"{indent}{Paint(check.Level, paint)} {check.Name,-13} {VisibleText.OfLine(check.Text)}");
            if (check.Advice is not null)
                output.WriteLine($"{indent}{"",-8}{"",-13}> {VisibleText.OfLine(check.Advice)}");
        }

        if (report.NotFound.Count > 0)
            output.WriteLine($"not found here: {string.Join(", ", report.NotFound.Select(other => other.Id))}");
        output.WriteLine($"{EnumNames.Count(report.Count(CheckLevel.Problem), "problem")}, {EnumNames.Count(report.Count(CheckLevel.Warn), "warning")}");
    }

    private static string Paint(CheckLevel level, AnsiStyle paint)
    {
        var word = DoctorReport.Word(level).PadRight(7);
        return level switch { CheckLevel.Problem => paint.As(Severity.Error, word), CheckLevel.Warn => paint.As(Severity.Warning, word), _ => paint.Good(word) };
    }
}
