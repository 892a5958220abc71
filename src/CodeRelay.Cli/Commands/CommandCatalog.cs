using CodeRelay.Cli.CommandLine;

namespace CodeRelay.Cli.Commands;

/// <summary>Every verb of the command, in the order of the help text. A new verb is one file in Commands and one line here.</summary>
internal static class CommandCatalog
{
    // By name, so that a run creates the options of its own verb only.
    private static readonly (string Name, Func<Verb> Create)[] Verbs =
    [
        ("check", static () => new CheckCommand()),
        ("status", static () => new StatusCommand()),
        ("fix", static () => new FixCommand()),
        ("explain", static () => new ExplainCommand()),
        ("rules", static () => new RulesCommand()),
        ("read", static () => new ReadCommand()),
        ("recover", static () => new RecoverCommand()),
        ("confirm", static () => new ConfirmCommand()),
        ("takeover", static () => new TakeoverCommand()),
        ("route", static () => new RouteCommand()),
        ("handoff", static () => new HandoffCommand()),
        ("inbox", static () => new InboxCommand()),
        ("import", static () => new ImportCommand()),
        ("init", static () => new InitCommand()),
        ("hooks", static () => new HooksCommand()),
        ("doctor", static () => new DoctorCommand()),
        ("upgrade", static () => new UpgradeCommand()),
        ("hook", static () => new HookCommand()),
        ("mcp", static () => new McpCommand()),
    ];

    /// <summary>All verbs.</summary>
    public static IReadOnlyList<Verb> Create() => [.. Verbs.Select(verb => verb.Create())];

    /// <summary>The verb of that name, or all for an unknown name, because the error lists the valid names.</summary>
    public static IReadOnlyList<Verb> CreateFor(string? name) => Array.Find(Verbs, verb => verb.Name == name) is (not null, { } create) ? [create()] : Create();
}
