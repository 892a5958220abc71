using System.CommandLine;
using CodeRelay.Agents.Reports;
using CodeRelay.Analysis;
using CodeRelay.Cli.CommandLine;
using CodeRelay.Cli.Output;
using CodeRelay.Formats;
using CodeRelay.Git;
using CodeRelay.Rules;

namespace CodeRelay.Cli.Commands;

/// <summary>`coderelay rules`: the catalog, with the effective severities.</summary>
internal sealed class RulesCommand : Verb
{
    private readonly ChoiceOption<bool> _json = JsonOption();

    public RulesCommand()
        : base("rules", "List the rules with their default severity and their severity here.") => Options.Add(_json);

    public override VerbGroup? Group => VerbGroup.Everyday;

    public override IReadOnlyList<string> Examples =>
    [
        "coderelay rules                # ids, names, severities",
        "coderelay rules --format json  # for scripts",
    ];

    protected override int Run(ParseResult arguments)
    {
        var repository = Repository.Discover(Directory.GetCurrentDirectory());
        var configuration = Configuration.Load(repository);
        var severityOf = RuleCatalog.SeveritiesIn(repository, configuration, "HANDOFF.md");
        var rules = RuleCatalog.In(configuration).Select(rule => (Rule: rule.Info, Effective: severityOf(rule.Info))).ToArray();
        if (!_json.Read(arguments))
        {
            WriteText(rules);
            return ExitCode.Success;
        }

        using var output = Terminal.OpenOutput();
        JsonText.Write(output, new RulesJson([.. rules.Select(entry => RuleJson.Of(entry.Rule, entry.Effective))]), ReportJsonContext.Default.RulesJson);
        return ExitCode.Success;
    }

    private static void WriteText(IReadOnlyList<(RuleInfo Rule, Severity Effective)> rules)
    {
        var style = new AnsiStyle(Terminal.LayOut().UseColour);
        var nameWidth = rules.Max(entry => entry.Rule.Name.Length);
        foreach (var area in rules.GroupBy(entry => entry.Rule.Area))
        {
            Terminal.Output.WriteLine(style.Bold(area.Key.ToString()));
            foreach (var (rule, effective) in area)
                Terminal.Output.WriteLine($"  {rule.Id}  {rule.Name.PadRight(nameWidth)}  {Weight(rule, effective, style)}  {rule.Summary}");
        }
    }

    // Padded before styling: escape sequences have no width.
    private static string Weight(RuleInfo rule, Severity effective, AnsiStyle style)
    {
        const int Width = 7;
        var usual = rule.IsPreview ? Severity.Off : rule.Severity;
        var word = style.As(effective, effective.Word().PadRight(Width));
        return effective == usual ? word : $"{word} {style.Faint($"(default {usual.Word()})")}";
    }
}
