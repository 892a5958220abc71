namespace CodeRelay.Cli.Rpc.Mcp;

/// <summary>An argument of a tool. All are strings.</summary>
/// <param name="Name">The name.</param>
/// <param name="Description">The expected value.</param>
/// <param name="IsRequired">False when the tool has a default.</param>
internal sealed record ToolParameter(string Name, string Description, bool IsRequired = false)
{
    /// <summary>The repository of a call.</summary>
    public static ToolParameter Directory { get; } = new("directory", "A directory in the repository, if it is not the one of this session.");

    /// <summary>The valid values; empty for any text.</summary>
    public IReadOnlyList<string> Values { get; init; } = [];
}
