using CodeRelay.Analysis;
using CodeRelay.Documents;
using CodeRelay.Evidence.References;
using CodeRelay.Rules.References.Commands;

namespace CodeRelay.Rules.References;

/// <summary>A quoted command names a project, script, target or test that the repository does not define. No command is ever run.</summary>
internal sealed class RLY5006CommandNotDefined : Rule
{
    private static readonly CommandValidator[] Validators = [new DotnetCommandValidator(), new NodeCommandValidator(), new MakeCommandValidator(), new CargoCommandValidator(), new GoCommandValidator(), new PythonCommandValidator(), new ScriptCommandValidator()];

    public override RuleInfo Info { get; } = new("RLY5006", "command-not-defined", Severity.Warning, "a command names a project, script, target or test that does not exist")
    {
        Fix = FixSafety.Safe,
        Needs = Facts.Files,
    };

    internal override void Check(RuleContext context)
    {
        var commands = context.Documents.SelectMany(document => Commands(document, context)).ToArray();
        if (commands.Length == 0)
            return;
        // One search for the test filters of all documents, on first use.
        var names = new Lazy<IReadOnlySet<string>?>(() => SourceNames.Present(context.Repository, Filters(commands), areWords: false, ignoreCase: true));
        foreach (var group in commands.GroupBy(entry => entry.Command.Mention.Block.Document))
        {
            var surroundings = new CommandSurroundings(group.Key, context, name => IsFeature(context) ? null : names.Value?.Contains(name));
            var foreign = new ForeignRepositories(group.Key, Path.GetFileName(context.Repository.Root));
            foreach (var (command, validator) in group)
            {
                foreach (var fault in validator.Validate(command, surroundings))
                {
                    if (!foreign.IsSubjectOf(command.Mention.Block) && CommandRemarks.Of(command.Mention) == Remark.None)
                        context.Report(this, group.Key, fault.Start, fault.End, fault.Message, fault.Evidence, fault.Fix);
                }
            }
        }
    }

    // Commands in finished work are history, and a decision records the past.
    private static IEnumerable<(QuotedCommand Command, CommandValidator Validator)> Commands(Document document, RuleContext context)
    {
        if (document.Kind == DocumentKind.Decisions)
            yield break;
        foreach (var command in QuotedCommands.Read(document, context.Evidence.Paths, Path.GetFileName(context.Repository.Root)))
        {
            var block = command.Mention.Block;
            if (block.Section.Kind != SectionKind.Done && block.SectionKind != SectionKind.Done && block.CheckBox != CheckBox.Done && Array.Find(Validators, validator => validator.Knows(command)) is { } validator)
                yield return (command, validator);
        }
    }

    private static IEnumerable<string> Filters(IEnumerable<(QuotedCommand Command, CommandValidator Validator)> commands) =>
        commands.Where(entry => entry.Validator is DotnetCommandValidator).SelectMany(entry => DotnetCommandValidator.Filters(entry.Command)).SelectMany(filter => TestFilter.NamesOf(filter.Text));

    // Tests generated from scenarios have names that no source file contains.
    private static bool IsFeature(RuleContext context) => context.Repository.Files.Paths.Any(path => path.EndsWith(".feature", StringComparison.Ordinal));
}
