namespace CodeRelay.Agents.Setup;

/// <summary>What an installation writes beside the hooks.</summary>
[Flags]
internal enum InstallExtras
{
    None = 0,

    /// <summary>The block in the instruction file also of runtimes whose hooks tell the same.</summary>
    Block = 1,

    /// <summary>The skills.</summary>
    Skills = 2,

    /// <summary>The MCP server.</summary>
    Mcp = 4,
}
