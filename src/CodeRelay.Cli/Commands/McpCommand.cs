using System.CommandLine;
using CodeRelay.Cli.CommandLine;
using CodeRelay.Cli.Output;
using CodeRelay.Cli.Rpc.Mcp;

namespace CodeRelay.Cli.Commands;

/// <summary>`coderelay mcp`: the verbs as tools for agents. Standard output is the protocol.</summary>
internal sealed class McpCommand : Verb
{
    public McpCommand()
        : base("mcp", "Serve check, status, inbox, handoff and takeover as MCP tools on standard input.")
    {
    }

    public override VerbGroup? Group => VerbGroup.Programs;

    public override IReadOnlyList<string> Examples =>
    [
        "coderelay mcp                  # the command of the server in an agent's settings",
        "coderelay hooks install --mcp  # writes it into those settings",
    ];

    protected override int Run(ParseResult arguments)
    {
        using var input = Terminal.OpenInput();
        using var output = Terminal.OpenStrictOutput();
        using var server = new ToolServer(ToolCatalog.Create());
        server.RunAsync(input, output).GetAwaiter().GetResult();
        return ExitCode.Success;
    }
}
