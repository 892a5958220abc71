using System.CommandLine;
using System.Text.Json;
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
        var examination = Examination.Run(repository, _runtimes.Read(arguments));
        if (_json.Read(arguments))
        {
            using var output = Terminal.OpenOutput();
            JsonText.Write(output, json => WriteJson(examination, repository, json));
        }
        else
        {
            WriteText(examination, Terminal.Output, new AnsiStyle(Terminal.LayOut().UseColour));
        }

        return examination.Count(CheckLevel.Problem) > 0 ? ExitCode.Findings : ExitCode.Success;
    }

    private static void WriteText(Examination examination, TextWriter output, AnsiStyle paint)
    {
        string? runtime = null;
        foreach (var check in examination.Checks)
        {
            if (check.Runtime != runtime)
                output.WriteLine(paint.Bold(runtime = check.Runtime!));
            var indent = runtime is null ? "" : "  ";
            output.WriteLine($"{indent}{Paint(check.Level, paint)} {check.Name,-13} {VisibleText.OfLine(check.Text)}");
            if (check.Advice is not null)
                output.WriteLine($"{indent}{"",-8}{"",-13}> {VisibleText.OfLine(check.Advice)}");
        }

        if (examination.NotFound.Count > 0)
            output.WriteLine($"not found here: {string.Join(", ", examination.NotFound.Select(other => other.Id))}");
        output.WriteLine($"{EnumNames.Count(examination.Count(CheckLevel.Problem), "problem")}, {EnumNames.Count(examination.Count(CheckLevel.Warn), "warning")}");
    }

    private static string Paint(CheckLevel level, AnsiStyle paint)
    {
        var word = Word(level).PadRight(7);
        return level switch { CheckLevel.Problem => paint.As(Severity.Error, word), CheckLevel.Warn => paint.As(Severity.Warning, word), _ => paint.Good(word) };
    }

    private static void WriteJson(Examination examination, Repository repository, Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteString("schema", "coderelay/doctor/1");
        json.WriteString("root", repository.Root);
        json.WriteString("version", Product.Version);
        json.WriteStartObject("summary");
        json.WriteNumber("ok", examination.Count(CheckLevel.Ok));
        json.WriteNumber("warnings", examination.Count(CheckLevel.Warn));
        json.WriteNumber("problems", examination.Count(CheckLevel.Problem));
        json.WriteEndObject();
        json.WriteStartArray("checks");
        foreach (var check in examination.Checks)
        {
            json.WriteStartObject();
            json.WriteStringOrNull("runtime", check.Runtime);
            json.WriteString("name", check.Name);
            json.WriteString("level", Word(check.Level));
            json.WriteString("text", check.Text);
            json.WriteStringOrNull("advice", check.Advice);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        WriteIds(json, "runtimes", examination.Runtimes);
        WriteIds(json, "notFound", examination.NotFound);
        json.WriteEndObject();
    }

    private static void WriteIds(Utf8JsonWriter json, string name, IReadOnlyList<CodeRelay.Agents.Runtimes.AgentRuntime> runtimes)
    {
        json.WriteStartArray(name);
        foreach (var runtime in runtimes)
            json.WriteStringValue(runtime.Id);
        json.WriteEndArray();
    }

    private static string Word(CheckLevel level) => level switch { CheckLevel.Problem => "problem", CheckLevel.Warn => "warn", _ => "ok" };
}
