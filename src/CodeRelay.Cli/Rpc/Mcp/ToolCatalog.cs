namespace CodeRelay.Cli.Rpc.Mcp;

/// <summary>Every tool of the server, in the order in which it lists them.</summary>
internal static class ToolCatalog
{
    /// <summary>All tools, made anew: only the server needs them.</summary>
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
