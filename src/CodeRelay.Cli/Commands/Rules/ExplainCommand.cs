using System.CommandLine;
using CodeRelay.Agents.Reports;
using CodeRelay.Analysis;
using CodeRelay.Cli.CommandLine;
using CodeRelay.Cli.Output;
using CodeRelay.Formats;
using CodeRelay.Rules;

namespace CodeRelay.Cli.Commands;

/// <summary>`coderelay explain RLY3001`: a rule's page, offline.</summary>
internal sealed class ExplainCommand : Verb
{
    private readonly Argument<string> _rule = new("rule") { Description = "The rule's id or name." };

    private readonly ChoiceOption<bool> _json = JsonOption();

    public ExplainCommand()
        : base("explain", "Explain a rule: why it exists, a bad and a good example, how to fix a finding.")
    {
        Arguments.Add(_rule);
        Options.Add(_json);
    }

    public override VerbGroup? Group => VerbGroup.Everyday;

    public override IReadOnlyList<string> Examples =>
    [
        "coderelay explain RLY2001",
        "coderelay explain file-over-budget",
        "coderelay explain TEAM001           # a rule of coderelay.yml",
    ];

    protected override int Run(ParseResult arguments)
    {
        var rule = RuleSelection.Find(arguments.GetValue(_rule)!, Directory.GetCurrentDirectory());
        if (_json.Read(arguments))
        {
            using var output = Terminal.OpenOutput();
            JsonText.Write(output, ExplainJson.Of(rule), ReportJsonContext.Default.ExplainJson);
        }
        else
        {
            WriteText(rule);
        }

        return ExitCode.Success;
    }

    private static void WriteText(Rule rule)
    {
        var style = new AnsiStyle(Terminal.LayOut().UseColour);
        var info = rule.Info;
        var output = Terminal.Output;
        output.WriteLine($"{style.Bold($"{info.Id} {info.Name}")} · {info.Area} · {style.As(info.Severity, info.Severity.Word())}");
        output.WriteLine(info.Summary);
        output.WriteLine(info.Fix == FixSafety.None ? $"no fix: {info.NoFix}" : $"fix: {info.Fix.Word()}");
        output.WriteLine();
        foreach (var line in RuleCatalog.PageOf(rule).TrimEnd().ReplaceLineEndings("\n").Split('\n'))
            output.WriteLine(line.StartsWith("## ", StringComparison.Ordinal) ? style.Bold(line) : line);
        output.WriteLine();
        output.WriteLine(style.Faint(info.HelpUri.AbsoluteUri));
    }
}
