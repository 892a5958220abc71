using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;

namespace CodeRelay.Cli;

/// <summary>The help text, at a fixed width where it is not shown on a narrower terminal, with the verb's examples at its end.</summary>
internal sealed class HelpWithExamples : SynchronousCommandLineAction
{
    private static readonly int Width = Math.Min(100, Terminal.Width ?? 100);

    private readonly HelpAction _help = new() { MaxWidth = Width };

    public override bool ClearsParseErrors => true;

    public override int Invoke(ParseResult parseResult)
    {
        var code = _help.Invoke(parseResult);
        if (parseResult.CommandResult.Command is not Verb verb)
            return code;
        var output = parseResult.InvocationConfiguration.Output;
        output.WriteLine("Examples:");
        foreach (var line in Lay(verb.Examples))
            output.WriteLine($"  {line}");
        return code;
    }

    // What an example does stands beside it where that fits, else above it.
    private static IEnumerable<string> Lay(IReadOnlyList<string> examples) => examples.All(example => example.Length <= Width - 2)
        ? examples
        : examples.SelectMany(example => example.Split('#', 2, StringSplitOptions.TrimEntries) is [var line, var comment] ? [$"# {comment}", line] : new[] { example });
}
