using CodeRelay.Cli.Commands;

namespace CodeRelay.Cli;

/// <summary>Every verb of the command, in the order of the help text. A new verb is one file in Commands and one line here.</summary>
internal static class CommandCatalog
{
    public static IReadOnlyList<Verb> Create() =>
    [
        new InitCommand(),
        new CheckCommand(),
        new ConfirmCommand(),
        new FixCommand(),
        new StatusCommand(),
        new TakeoverCommand(),
        new RouteCommand(),
        new ExplainCommand(),
        new RulesCommand(),
        new HookCommand(),
        new HooksCommand(),
    ];
}
