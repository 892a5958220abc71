namespace CodeRelay.Cli.Rpc.Mcp;

/// <summary>A tool of the server. A new one is one file beside this one and one line in <see cref="ToolCatalog"/>.</summary>
internal abstract class McpTool
{
    /// <summary>The name for models; never changes.</summary>
    public abstract string Name { get; }

    /// <summary>The name for people.</summary>
    public abstract string Title { get; }

    /// <summary>When to call it and what it returns, for the model.</summary>
    public abstract string Description { get; }

    /// <summary>Its own arguments; every tool also has <see cref="ToolParameter.Directory"/>.</summary>
    public virtual IReadOnlyList<ToolParameter> Parameters => [];

    /// <summary>True when a call changes neither user files nor visible state.</summary>
    public virtual bool IsReadOnly => true;

    /// <summary>True when a repeated call with the same arguments changes nothing more.</summary>
    public virtual bool IsIdempotent => true;

    /// <summary>Answers a call. An exception becomes a tool error with its message.</summary>
    public abstract ToolAnswer Run(ToolCall call);
}
