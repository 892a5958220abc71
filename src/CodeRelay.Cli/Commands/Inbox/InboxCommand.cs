using System.CommandLine;
using CodeRelay.Cli.CommandLine;
using CodeRelay.Cli.Output;

namespace CodeRelay.Cli.Commands;

/// <summary>`coderelay inbox`: the handoffs addressed to this worktree.</summary>
internal sealed class InboxCommand : Verb
{
    public InboxCommand()
        : base("inbox", "List, read, search and clean up the handoffs addressed to this worktree.")
    {
        foreach (var verb in new Verb[] { new InboxListCommand(), new InboxShowCommand(), new InboxTakeCommand(), new InboxFetchCommand(), new InboxSearchCommand(), new InboxVerifyCommand(), new InboxReaddressCommand(), new InboxGcCommand() })
            Subcommands.Add(verb);
    }

    public override VerbGroup? Group => VerbGroup.Handoffs;

    public override IReadOnlyList<string> Examples =>
    [
        "coderelay inbox list --all  # where handoffs of this repository wait",
        "coderelay inbox take        # print the oldest one and archive it",
    ];

    protected override int Run(ParseResult arguments) => 
        throw new UsageException($"'inbox' takes one of {string.Join(", ", Subcommands.Select(verb => verb.Name))}\nsee `coderelay inbox --help`");
}
