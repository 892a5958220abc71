using System.CommandLine;
using CodeRelay.Agents.Setup;
using CodeRelay.Cli.CommandLine;
using CodeRelay.Cli.Output;

namespace CodeRelay.Cli.Commands;

/// <summary>`coderelay hooks`: manages the hooks in runtime settings.</summary>
internal sealed class HooksCommand : Verb
{
    public HooksCommand()
        : base("hooks", "Install or remove the hooks of agent runtimes, or show their state.")
    {
        Subcommands.Add(new HooksChangeCommand(
            "install",
            "Merge the hooks into the settings; a second run changes nothing.",
            HookInstaller.Install,
            "coderelay hooks install --runtimes claude-code,codex  # into this repository, to be committed",
            "coderelay hooks install --skills                      # and the skills handoff, takeover, inbox, wrap",
            "coderelay hooks install --mcp                         # and the server of `coderelay mcp`",
            "coderelay hooks install --user                        # into your own settings, for all repositories"));
        Subcommands.Add(new HooksChangeCommand(
            "uninstall",
            "Remove the hooks from the settings, which end up byte for byte as before.",
            static (repository, runtimes, level, dryRun, environment, _) => HookInstaller.Uninstall(repository, runtimes, level, dryRun, environment),
            "coderelay hooks uninstall --runtimes all  # entries that others added stay"));
        Subcommands.Add(new HooksStatusCommand());
    }

    public override VerbGroup? Group => VerbGroup.Setup;

    public override IReadOnlyList<string> Examples =>
    [
        "coderelay hooks install  # for the runtimes found here",
        "coderelay hooks status   # which steps are missing before they run",
    ];

    protected override int Run(ParseResult arguments) =>
        throw new UsageException($"'hooks' takes one of {string.Join(", ", Subcommands.Select(verb => verb.Name))}\nsee `coderelay hooks --help`");
}
