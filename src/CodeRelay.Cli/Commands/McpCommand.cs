using System.CommandLine;
using CodeRelay.Cli.Mcp;

namespace CodeRelay.Cli.Commands;

/// <summary>`coderelay mcp`: the same answers as tools for agents. Standard output is the protocol's.</summary>
internal sealed class McpCommand : Verb
{
    public McpCommand()
        : base("mcp", "Serve check, status, inbox, handoff and takeover as tools of the Model Context Protocol, on standard input and output.")
    {
    }

    public override VerbGroup? Group => VerbGroup.Programs;

    public override IReadOnlyList<string> Examples =>
    [
        "coderelay mcp                  # what an agent's settings name as the server's command",
        "coderelay hooks install --mcp  # registers it there",
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
