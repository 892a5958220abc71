using System.CommandLine;
using CodeRelay.Analysis;
using CodeRelay.Formats;
using CodeRelay.Packets;
using CodeRelay.Rules;
using CodeRelay.Workspace;

namespace CodeRelay.Cli.Commands;

/// <summary>`coderelay check`: judges the packet and says what in it cannot be trusted.</summary>
internal sealed class CheckCommand : Verb
{
    private readonly Argument<string[]> _paths = new("paths")
    {
        Description = "Files, directories or globs to judge instead of the packet and the instruction files; '-' is standard input.",
        Arity = ArgumentArity.ZeroOrMore,
    };

    private readonly ChoiceOption<Format> _format = new("--format", "format", "How findings are written", [.. FormatCatalog.All.Select(format => (format.Name, format))]);

    private readonly Option<string?> _output = new("--output") { Description = "Write the findings to this file instead of standard output.", HelpName = "file" };

    private readonly ChoiceOption<Severity> _failOn = new(
        "--fail-on", "severity", "The severity from which the exit code is 1",
        [("error", Severity.Error), ("warning", Severity.Warning), ("info", Severity.Info), ("never", Severity.Off)]);

    private readonly Option<string[]> _rules = new("--rules") { Description = "Run only these rules: RLY1001, RLY3 or a name, separated by commas.", HelpName = "rules" };

    private readonly Option<string?> _since = new("--since") { Description = "Report only what the branch caused since it left this one: lines it wrote, and what its commits made wrong.", HelpName = "ref" };

    private readonly Option<string?> _baseline = new("--baseline") { Description = $"Leave out the findings that this file knows. [default: {Baseline.FileName}, when there]", HelpName = "file" };

    private readonly Option<bool> _writeBaseline = new("--write-baseline") { Description = "Write the baseline: from now on only what is new is reported." };

    private readonly Option<bool> _stdin = new("--stdin") { Description = "Judge the text on standard input, for editors; the same as the path '-'." };

    private readonly Option<string?> _stdinPath = new("--stdin-path") { Description = "The file that standard input stands for; its name tells which rules fit.", HelpName = "path" };

    private readonly Option<bool> _noColor = new("--no-color") { Description = "No colours, also on a terminal; NO_COLOR does the same." };

    private readonly Option<bool> _inputs = new("--inputs")
    {
        Description = "Also tell the files that the findings depend on, on standard error; the build package asks again when one of them changed.",
        Hidden = true,
    };

    public CheckCommand()
        : base("check", "Judge the handoff packet: what is stale, oversized, redundant, missing or unsafe.")
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
        "coderelay check --fail-on warning --rules RLY5     # a gate on dead references only",
        "coderelay check --since origin/main                # in a pull request: only what it caused",
        "coderelay check --format sarif --output out.sarif  # for code scanning",
        "coderelay check --stdin --stdin-path HANDOFF.md    # what an editor has not saved yet",
        "coderelay check --write-baseline                   # begin in an old repository",
    ];

    protected override int Run(ParseResult arguments)
    {
        var repository = Here.Find();
        var format = _format.Read(arguments);
        var input = JudgedFiles.Read(repository, Named(repository, arguments), arguments.GetValue(_rules)) with { AlsoNeeds = format.Needs };
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
            throw new UsageException("--since with standard input; valid is one of them, since git does not know the lines of what is not saved");
        if (arguments.GetValue(_writeBaseline))
            throw new UsageException("--write-baseline with --since would forget the findings of everything older; valid is one of them");
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
                ? throw new UsageException($"standard input and '{other}' at once; valid is one of them")
                : [NamedDocuments.OfInput(repository, standsFor)];
        }

        if (standsFor is not null)
            throw new UsageException("--stdin-path without --stdin; valid is both");
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
        Terminal.Error.WriteLine($"wrote {Words.Count(result.Findings.Count, "finding")} to {path}");
    }

    private static int WriteBaseline(BaselineFile baseline, AnalysisInput input)
    {
        if (input.OnlyRules.Count > 0)
            throw new UsageException("--write-baseline with --rules would forget the findings of all other rules; valid is one of them");
        var findings = RuleCatalog.Check(input with { MostFindings = int.MaxValue }).Findings;
        baseline.Write(findings);
        Terminal.Error.WriteLine($"wrote {Words.Count(findings.Count, "finding")} to {baseline.Path}; commit it");
        return ExitCode.Success;
    }
}
