using System.CommandLine;
using CodeRelay.Cli.Commands;

namespace CodeRelay.Cli.Tests;

/// <summary>Every verb that writes JSON writes what its schema in docs says.</summary>
public sealed class OutputSchemaTests : IDisposable
{
    // The packet is asked first and changed last, in one repository for all.
    private static readonly (string Verb, string Arguments, string Schema)[] Outputs =
    [
        ("check", "", "check"),
        ("status", "", "status"),
        ("read", "--all", "read"),
        ("recover", "", "recover"),
        ("takeover", "--to codex", "takeover"),
        ("route", "--to gemini --needs git,nonsense", "route"),
        ("rules", "", "rules"),
        ("explain", "RLY3001", "explain"),
        ("hooks status", "", "hooks"),
        ("hooks install", "--dry-run --runtimes all", "hooks"),
        ("hooks uninstall", "--dry-run --runtimes all", "hooks"),
        ("doctor", "", "doctor"),
        ("init", "--dry-run", "init"),
        ("fix", "--unsafe --dry-run", "fix"),
        ("import", "notes.md --dry-run", "import"),
        ("handoff", "--from-packet --force", "handoff"),
        ("inbox list", "", "inbox"),
        ("inbox show", "20", "inbox"),
        ("inbox search", "last", "inbox"),
        ("inbox take", "", "inbox"),
        ("confirm", "", "confirm"),
    ];

    // It asks the package sources, and has tests of its own.
    private static readonly string[] Elsewhere = ["upgrade"];

    private readonly TemporaryRepository _repository = ReadyPacket.In(ReadyPacket.Text);
    private readonly TemporaryDirectory _inbox = new();

    [Fact]
    public void Every_verb_writes_what_its_schema_says()
    {
        _repository.Write("notes.md", "# Notes\n\n## Next steps\n\n1. Keep the last line\n");

        Assert.All(Outputs, output => Schemas.Verify($"schemas/{output.Schema}-1.schema.json", Run($"{output.Verb} {output.Arguments} --format json").Output));
    }

    [Fact]
    public void A_verb_with_json_has_its_row() =>
        Assert.Equal(
            CommandCatalog.Create().SelectMany(verb => JsonVerbs(verb, verb.Name)).Except(Elsewhere).Order(StringComparer.Ordinal),
            Outputs.Select(output => output.Verb).Order(StringComparer.Ordinal));

    [Fact]
    public void Where_there_is_no_packet_the_answers_hold_to_their_schemas_too()
    {
        using var directory = new TemporaryDirectory();

        foreach (var verb in new[] { "status", "recover", "read", "route", "takeover --to codex" })
            Schemas.Verify($"schemas/{verb.Split(' ')[0]}-1.schema.json", Coderelay.Run($"{verb} --format json", directory.Path).Output);
    }

    public void Dispose()
    {
        _inbox.Dispose();
        _repository.Dispose();
    }

    private static IEnumerable<string> JsonVerbs(Command command, string name) =>
        command.Subcommands.SelectMany(inner => JsonVerbs(inner, $"{name} {inner.Name}"))
            .Concat(command.Options.Any(option => option.Name == "--format") ? [name] : []);

    private ProcessResult Run(string arguments) =>
        Coderelay.Run(arguments.Split(' ', StringSplitOptions.RemoveEmptyEntries), _repository.Path, environment: new Dictionary<string, string?> { ["AGENT_HANDOFF_ROOT"] = _inbox.Path });
}
