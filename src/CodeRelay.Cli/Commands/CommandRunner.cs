using System.CommandLine;
using System.CommandLine.Invocation;
using CodeRelay.Cli.CommandLine;
using CodeRelay.Cli.Output;
using CodeRelay.Text;

namespace CodeRelay.Cli.Commands;

/// <summary>From arguments to an exit code: parses, runs the verb, and maps exceptions to a message and a code.</summary>
internal static class CommandRunner
{
    // Without a replacer an argument such as @notes.md is an ordinary path.
    private static readonly ParserConfiguration Parsing = new() { ResponseFileTokenReplacer = null };

    /// <summary>The command with its verbs. Not a RootCommand, whose name is the running file's: CodeRelay.Cli.dll here and coderelay there.</summary>
    /// <param name="verbs">The available verbs.</param>
    public static Command Create(IReadOnlyList<Verb> verbs)
    {
        var help = new HelpWithExamples();
        // The library's own option loads its text from resources, which costs as much as parsing the arguments.
        var helpOption = new Option<bool>("--help", "-h", "/h", "-?", "/?") { Description = "Show help and usage information", Arity = ArgumentArity.Zero, Action = help, Recursive = true };
        var root = new Command("coderelay", "Keeps the handoff packet of a repository true: sets it up, checks it, reminds agents to update it.") { helpOption };
        // After a verb there is no --version.
        if (verbs.Count > 1)
            root.Options.Add(new VersionOption());
        foreach (var verb in verbs)
            root.Subcommands.Add(verb);
        root.SetAction(help.Invoke);
        return root;
    }

    /// <summary>Runs the command line of this process.</summary>
    public static int Run(string[] arguments)
    {
        var code = Answer(arguments);
        try
        {
            Terminal.Flush();
            return code;
        }
        catch (IOException e)
        {
            return Fail(ExitCode.Environment, $"the answer could not be written: {e.Message}");
        }
    }

    private static int Answer(string[] arguments)
    {
        try
        {
            var parsed = Create(CommandCatalog.CreateFor(arguments.FirstOrDefault())).Parse(arguments, Parsing);
            return parsed.Action is ParseErrorAction
                ? Fail((parsed.CommandResult.Command as Verb)?.WrongUsageCode ?? ExitCode.Usage, Messages.WrongUsage(parsed))
                : parsed.Invoke(new InvocationConfiguration { EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = null, Output = Terminal.Output, Error = Terminal.Error });
        }
#pragma warning disable CA1031 // The last resort: an unhandled exception would print no remedy and leave a core dump.
        catch (Exception e)
#pragma warning restore CA1031
        {
            var (code, message) = ExceptionMap.Of(e);
            return Fail(code, message);
        }
    }

    private static int Fail(int code, string message)
    {
        // The message may quote foreign text.
        Terminal.Error.WriteLine(string.Join('\n', $"coderelay: {message}".Split('\n').Select(VisibleText.OfLine)));
        return code;
    }
}
