namespace CodeRelay.Cli.Rpc.Mcp;

/// <summary>A tool of the server. A new one is one file beside this one and one line in <see cref="ToolCatalog"/>.</summary>
internal abstract class McpTool
{
    /// <summary>The name by which models call it; never changes.</summary>
    public abstract string Name { get; }

    /// <summary>The same for people.</summary>
    public abstract string Title { get; }

    /// <summary>When to call it and what comes back, for the model that chooses.</summary>
    public abstract string Description { get; }

    /// <summary>Its own arguments; every tool takes <see cref="ToolParameter.Directory"/> as well.</summary>
    public virtual IReadOnlyList<ToolParameter> Parameters => [];

    /// <summary>True when a call changes nothing, neither files of the user nor records of ours that anybody sees.</summary>
    public virtual bool IsReadOnly => true;

    /// <summary>True when a second call with the same arguments changes nothing more.</summary>
    public virtual bool IsIdempotent => true;

    /// <summary>Answers a call. What it throws becomes an error of the tool with our message.</summary>
    public abstract ToolAnswer Run(ToolCall call);
}
