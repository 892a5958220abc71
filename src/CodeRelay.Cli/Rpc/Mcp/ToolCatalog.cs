namespace CodeRelay.Cli.Rpc.Mcp;

/// <summary>Every tool of the server, in listing order.</summary>
internal static class ToolCatalog
{
    /// <summary>All tools, created on demand: only the server needs them.</summary>
    public static IReadOnlyList<McpTool> Create() =>
    [
        new StatusTool(),
        new CheckTool(),
        new ExplainTool(),
        new InboxListTool(),
        new InboxShowTool(),
        new InboxTakeTool(),
        new HandoffTool(),
        new TakeoverTool(),
    ];
}
