using System.CommandLine;
using System.Text;
using CodeRelay.Agents.Hooks;
using CodeRelay.Agents.Runtimes;
using CodeRelay.Cli.CommandLine;
using CodeRelay.Cli.Output;

namespace CodeRelay.Cli.Commands;

/// <summary>`coderelay hook`: the entry point for runtimes. Standard output is the runtime's protocol.</summary>
internal sealed class HookCommand : Verb
{
    // Longer than any payload of a runtime; a longer input comes from something else.
    private const int InputLimit = 16 * 1024 * 1024;

    private readonly Argument<string> _event = new("event") { Description = $"The event: {string.Join(", ", HookEventNames.All)}." };
    private readonly Option<string> _runtime = new("--runtime") { Description = $"The calling runtime: {RuntimesOption.Ids}.", HelpName = "id", Required = true };
    private readonly Option<bool> _rewake = new("--rewake") { Description = "Report through exit code 2 and standard error, for a background hook (asyncRewake of Claude Code)." };

    public HookCommand()
        : base("hook", "Answer the hook call of an agent runtime: JSON on standard input, answer on output.")
    {
        _event.AcceptOnlyFromAmong([.. HookEventNames.All]);
        _runtime.Validators.Add(result =>
        {
            foreach (var token in result.Tokens.Where(token => !RuntimeCatalog.TryFind(token.Value, out _)))
                result.AddError(RuntimesOption.Unknown(token.Value));
        });
        Arguments.Add(_event);
        Options.Add(_runtime);
        Options.Add(_rewake);
    }

    public override VerbGroup? Group => VerbGroup.Programs;

    public override IReadOnlyList<string> Examples =>
    [
        "coderelay hook stop --runtime claude-code < call.json  # the answer to Claude Code at its stop",
        "coderelay hook session-start --runtime codex           # the answer to Codex at its start",
    ];

    // 2 would block the agent in some runtimes, at every turn, because of a misspelt line in their settings.
    public override int WrongUsageCode => 1;

    /// <summary>Runs the hook line of settings files without the cost of a command line parser.</summary>
    /// <returns>The exit code, or null for any other line.</returns>
    public static int? TryRun(string[] arguments) =>
        arguments is ["hook", var name, "--runtime", var id] && HookEventNames.TryParse(name, out var hookEvent) && RuntimeCatalog.TryFind(id, out var runtime)
            ? Run(hookEvent.Value, runtime, asRewake: false)
            : null;

    protected override int Run(ParseResult arguments) =>
        HookEventNames.TryParse(arguments.GetValue(_event)!, out var hookEvent) && RuntimeCatalog.TryFind(arguments.GetValue(_runtime)!, out var runtime)
            ? Run(hookEvent.Value, runtime, arguments.GetValue(_rewake))
            : WrongUsageCode;

    private static int Run(HookEvent hookEvent, AgentRuntime runtime, bool asRewake)
    {
        try
        {
            return Answer(hookEvent, runtime, asRewake);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // The reader has closed the pipe.
            return ExitCode.Success;
        }
    }

    private static int Answer(HookEvent hookEvent, AgentRuntime runtime, bool asRewake)
    {
        var answer = HookRunner.Run(runtime, hookEvent, ReadInput(), Environment.CurrentDirectory, asRewake: asRewake);
        using var delivery = answer.Delivery;
        Write(Terminal.OpenStrictOutput, answer.Output);
        // Only written handoffs are archived; otherwise disposal releases them.
        delivery?.Confirm();
        Write(Console.OpenStandardError, answer.Error);
        return answer.ExitCode;
    }

    private static byte[] ReadInput()
    {
        if (!Console.IsInputRedirected)
            return [];
        try
        {
            using var stream = Console.OpenStandardInput();
            using var input = new MemoryStream();
            var buffer = new byte[8 * 1024];
            while (stream.Read(buffer) is > 0 and var count && input.Length < InputLimit)
                input.Write(buffer, 0, count);
            return input.ToArray();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // Not a JSON object, so the hook stays silent.
            return [0];
        }
    }

    private static void Write(Func<Stream> open, string text)
    {
        if (text.Length == 0)
            return;
        using var stream = open();
        stream.Write(Encoding.UTF8.GetBytes(text));
    }
}
