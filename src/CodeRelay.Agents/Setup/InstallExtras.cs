namespace CodeRelay.Agents.Setup;

/// <summary>Optional parts of an installation besides the hooks.</summary>
[Flags]
internal enum InstallExtras
{
    None = 0,

    /// <summary>The block in the instruction file, even for runtimes whose hooks give the same information.</summary>
    Block = 1,

    /// <summary>The skills.</summary>
    Skills = 2,

    /// <summary>The MCP server.</summary>
    Mcp = 4,
}
