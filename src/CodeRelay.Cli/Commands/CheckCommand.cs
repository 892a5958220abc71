using System.CommandLine;
using CodeRelay.Agents.Handoffs;
using CodeRelay.Analysis;
using CodeRelay.Cli.CommandLine;
using CodeRelay.Cli.Output;
using CodeRelay.Documents;
using CodeRelay.Formats;
using CodeRelay.Git;
using CodeRelay.Rules;
using CodeRelay.Text;

namespace CodeRelay.Cli.Commands;

/// <summary>`coderelay check`: checks the packet and reports its problems.</summary>
internal sealed class CheckCommand : Verb
{
    private readonly Argument<string[]> _paths = new("paths")
    {
        Description = "Files, directories or globs to check instead of the packet and the instruction files; '-' is standard input.",
        Arity = ArgumentArity.ZeroOrMore,
    };

    private readonly ChoiceOption<Format> _format = new("--format", "format", "The output format", [.. FormatCatalog.All.Select(format => (format.Name, format))]);

    private readonly Option<string?> _output = new("--output") { Description = "Write the findings to this file instead of standard output.", HelpName = "file" };

    private readonly ChoiceOption<Severity> _failOn = new(
        "--fail-on", "severity", "The lowest severity that makes the exit code 1",
        [("error", Severity.Error), ("warning", Severity.Warning), ("info", Severity.Info), ("never", Severity.Off)]);

    private readonly Option<string[]> _rules = new("--rules") { Description = "Run only these rules: RLY1001, RLY3 or a name, separated by commas.", HelpName = "rules" };

    private readonly Option<string?> _since = new("--since") { Description = "Report only what this branch caused since it left <ref>: the lines it wrote, and the statements its commits made wrong.", HelpName = "ref" };

    private readonly Option<string?> _baseline = new("--baseline") { Description = $"Leave out the findings listed in this file. [default: {Baseline.FileName}, if it exists]", HelpName = "file" };

    private readonly Option<bool> _writeBaseline = new("--write-baseline") { Description = "Write the baseline, so that later checks report new findings only." };

    private readonly Option<bool> _stdin = new("--stdin") { Description = "Check the text on standard input, for editors; the same as the path '-'." };

    private readonly Option<string?> _stdinPath = new("--stdin-path") { Description = "The path to assume for standard input; its name decides which rules apply.", HelpName = "path" };

    private readonly Option<bool> _noColor = new("--no-color") { Description = "Write no colours, even on a terminal; NO_COLOR does the same." };

    private readonly Option<bool> _inputs = new("--inputs")
    {
        Description = "Also list, on standard error, the files that the findings depend on; the build package checks again when one of them changes.",
        Hidden = true,
    };

    public CheckCommand()
        : base("check", "Check the handoff packet: what is stale, too long, redundant, missing or unsafe.")
    {
        Arguments.Add(_paths);
        foreach (var option in new Option[] { _format, _output, _failOn, _rules, _since, _baseline, _writeBaseline, _stdin, _stdinPath, _noColor, _inputs })
            Options.Add(option);
    }

    public override VerbGroup? Group => VerbGroup.Everyday;

    public override IReadOnlyList<string> Examples =>
    [
        "coderelay check                                    # the packet and the instruction files",
        "coderelay check docs 'notes/*.md'                  # these files instead",
        "coderelay check --fail-on warning --rules RLY5     # fail on dead references only",
        "coderelay check --since origin/main                # in a pull request: what it caused",
        "coderelay check --format sarif --output out.sarif  # for code scanning",
        "coderelay check --stdin --stdin-path HANDOFF.md    # text that an editor has not saved",
        "coderelay check --write-baseline                   # start in an old repository",
    ];

    protected override int Run(ParseResult arguments)
    {
        var repository = CurrentRepository.OfProcess().RequireRepository();
        var format = _format.Read(arguments);
        var input = CheckedFiles.Read(repository, Named(repository, arguments), arguments.GetValue(_rules)) with { AlsoNeeds = format.Needs };
        input = input with { Since = Since(repository, input, arguments) };
        var baseline = new BaselineFile(repository, arguments.GetValue(_baseline));
        if (arguments.GetValue(_writeBaseline))
            return WriteBaseline(baseline, input);

        var result = RuleCatalog.Check(input, baseline.Load());
        foreach (var note in result.Notes)
            Terminal.Error.WriteLine($"note: {VisibleText.OfLine(note)}");
        Write(result, format, arguments);
        foreach (var path in arguments.GetValue(_inputs) ? repository.Inputs : [])
            Terminal.Error.WriteLine($"input: {path}");
        var failOn = _failOn.Read(arguments);
        return failOn != Severity.Off && result.Findings.Any(finding => finding.Severity >= failOn) ? ExitCode.Findings : ExitCode.Success;
    }

    private BranchScope? Since(Repository repository, AnalysisInput input, ParseResult arguments)
    {
        if (arguments.GetValue(_since) is not { } reference)
            return null;
        if (arguments.GetValue(_stdin) || arguments.GetValue(_paths)?.Contains("-") == true)
            throw new UsageException("--since and standard input exclude each other, because git does not know the lines of unsaved text");
        if (arguments.GetValue(_writeBaseline))
            throw new UsageException("--write-baseline and --since exclude each other: the baseline would lose every older finding");
        try
        {
            return BranchScope.Find(repository, input.Documents, reference);
        }
        catch (UnknownReferenceException e)
        {
            throw new UsageException(e.Message);
        }
        catch (NoMergeBaseException e)
        {
            throw new MissingEnvironmentException(e.Message);
        }
    }

    private IReadOnlyList<Document>? Named(Repository repository, ParseResult arguments)
    {
        var paths = arguments.GetValue(_paths) ?? [];
        var standsFor = arguments.GetValue(_stdinPath);
        if (arguments.GetValue(_stdin) || paths.Contains("-"))
        {
            return paths.FirstOrDefault(path => path != "-") is { } other
                ? throw new UsageException($"standard input and '{other}' exclude each other")
                : [NamedDocuments.OfInput(repository, standsFor)];
        }

        if (standsFor is not null)
            throw new UsageException("--stdin-path needs --stdin");
        return paths.Length == 0 ? null : NamedDocuments.Read(repository, paths);
    }

    private void Write(AnalysisResult result, Format format, ParseResult arguments)
    {
        if (arguments.GetValue(_output) is not { } path)
        {
            using var output = Terminal.OpenOutput();
            format.Write(result, Terminal.LayOut(!arguments.GetValue(_noColor)), output);
            return;
        }

        using var buffer = new MemoryStream();
        format.Write(result, FormatOptions.Plain, buffer);
        OutputFile.Write(path, buffer.ToArray());
        Terminal.Error.WriteLine($"wrote {EnumNames.Count(result.Findings.Count, "finding")} to {path}");
    }

    private static int WriteBaseline(BaselineFile baseline, AnalysisInput input)
    {
        if (input.OnlyRules.Count > 0)
            throw new UsageException("--write-baseline and --rules exclude each other: the baseline would lose the findings of all other rules");
        var findings = RuleCatalog.Check(input with { MostFindings = int.MaxValue }).Findings;
        baseline.Write(findings);
        Terminal.Error.WriteLine($"wrote {EnumNames.Count(findings.Count, "finding")} to {baseline.Path}; commit it");
        return ExitCode.Success;
    }
}
