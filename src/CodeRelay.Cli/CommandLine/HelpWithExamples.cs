using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;
using CodeRelay.Cli.Output;

namespace CodeRelay.Cli.CommandLine;

/// <summary>
/// The help text: for the command, its verbs in groups; for a verb, description, examples and usage. The width is fixed, or the terminal's
/// if that is smaller.
/// </summary>
internal sealed class HelpWithExamples : SynchronousCommandLineAction
{
    private static readonly int Width = Math.Min(100, Terminal.Width ?? 100);

    private readonly HelpAction _help = new() { MaxWidth = Width };

    public override bool ClearsParseErrors => true;

    public override int Invoke(ParseResult parseResult)
    {
        var command = parseResult.CommandResult.Command;
        var output = parseResult.InvocationConfiguration.Output;
        output.WriteLine($"{command.Description}\n");
        if (command is not Verb verb)
        {
            WriteVerbs(command, output);
            return ExitCode.Success;
        }

        output.WriteLine("Examples:");
        foreach (var line in Lay(verb.Examples))
            output.WriteLine($"  {line}");
        output.WriteLine();
        output.WriteLine(Usage(parseResult));
        return ExitCode.Success;
    }

    private static void WriteVerbs(Command root, TextWriter output)
    {
        output.WriteLine("Usage:\n  coderelay <verb> [options]\n");
        foreach (var group in VerbGroups.All)
        {
            output.WriteLine($"{group.Title()}:");
            foreach (var verb in root.Subcommands.OfType<Verb>().Where(verb => verb.Group == group))
                output.WriteLine($"  {verb.Name,-9} {verb.Description}");
            output.WriteLine();
        }

        output.WriteLine("Options:\n  -?, -h, --help  Show this help, or that of a verb: coderelay <verb> --help\n  --version       Show the version");
    }

    // The library begins with the description, up to a blank line; it is already above the examples.
    private string Usage(ParseResult parseResult)
    {
        var configuration = parseResult.InvocationConfiguration;
        var output = configuration.Output;
        using var text = new StringWriter { NewLine = "\n" };
        configuration.Output = text;
        _help.Invoke(parseResult);
        configuration.Output = output;
        return text.ToString().Split("\n\n", 2)[^1].TrimEnd();
    }

    // The explanation is beside the example where it fits, else above it.
    private static IEnumerable<string> Lay(IReadOnlyList<string> examples) => examples.All(example => example.Length <= Width - 2)
        ? examples
        : examples.SelectMany(example => example.Split('#', 2, StringSplitOptions.TrimEntries) is [var line, var comment] ? [$"# {comment}", line] : new[] { example });
}
