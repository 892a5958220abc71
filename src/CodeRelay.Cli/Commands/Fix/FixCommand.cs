using System.CommandLine;
using CodeRelay.Agents.Handoffs;
using CodeRelay.Agents.Reports;
using CodeRelay.Analysis;
using CodeRelay.Analysis.Fixing;
using CodeRelay.Cli.CommandLine;
using CodeRelay.Cli.Output;
using CodeRelay.Formats;
using CodeRelay.Git;
using CodeRelay.Rules;

namespace CodeRelay.Cli.Commands;

/// <summary>`coderelay fix`: applies the fixes of findings, and shows a diff.</summary>
internal sealed class FixCommand : Verb
{
    private readonly Argument<string[]> _paths = new("paths")
    {
        Description = "Files, directories or globs to fix instead of the packet and the instruction files.",
        Arity = ArgumentArity.ZeroOrMore,
    };

    private readonly Option<bool> _unsafe = new("--unsafe") { Description = "Also delete what the repository already says; read the diff before you commit." };

    private readonly Option<bool> _dryRun = new("--dry-run") { Description = "Only show the diff; the exit code is 1 if there is one." };

    private readonly Option<bool> _allowDirty = new("--allow-dirty") { Description = "Also change files with content that is not committed." };

    private readonly Option<string[]> _rules = new("--rules") { Description = "Apply the fixes of these rules only: RLY5001, RLY3 or a name, separated by commas.", HelpName = "rules" };

    private readonly Option<bool> _noColor = new("--no-color") { Description = "Write no colours, even on a terminal; NO_COLOR does the same." };

    private readonly ChoiceOption<bool> _json = JsonOption();

    public FixCommand()
        : base("fix", "Apply the fixes that findings propose; without --unsafe only the safe ones.")
    {
        Arguments.Add(_paths);
        foreach (var option in new Option[] { _unsafe, _dryRun, _allowDirty, _rules, _noColor, _json })
            Options.Add(option);
    }

    public override VerbGroup? Group => VerbGroup.Everyday;

    public override IReadOnlyList<string> Examples =>
    [
        "coderelay fix                     # renamed paths, finished tasks, duplicate lines",
        "coderelay fix --unsafe --dry-run  # the lines to delete because the repository has them",
        "coderelay fix --unsafe --rules RLY3001,RLY3008",
    ];

    protected override int Run(ParseResult arguments)
    {
        var repository = CurrentRepository.OfProcess().RequireRepository();
        var baseline = new BaselineFile(repository, named: null).Load();
        var result = FixApplier.Find(Input(repository, arguments), arguments.GetValue(_unsafe) ? FixSafety.Unsafe : FixSafety.Safe, input => RuleCatalog.Check(input, baseline));
        var isDryRun = arguments.GetValue(_dryRun);
        if (!isDryRun)
            FixedFiles.Write(repository, result.Files, arguments.GetValue(_allowDirty));
        Write(result, isDryRun, arguments);
        return isDryRun && result.Files.Count > 0 ? ExitCode.Findings : ExitCode.Success;
    }

    private void Write(FixResult result, bool isDryRun, ParseResult arguments)
    {
        if (!_json.Read(arguments))
        {
            FixText.Write(result, isDryRun, Terminal.LayOut(!arguments.GetValue(_noColor)));
            return;
        }

        using var output = Terminal.OpenOutput();
        JsonText.Write(output, FixJson.Of(result, isDryRun), ReportJsonContext.Default.FixJson);
    }

    private AnalysisInput Input(Repository repository, ParseResult arguments)
    {
        var paths = arguments.GetValue(_paths) ?? [];
        return CheckedFiles.Read(repository, paths.Length == 0 ? null : NamedDocuments.Read(repository, paths), arguments.GetValue(_rules));
    }
}
