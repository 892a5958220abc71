namespace CodeRelay.Cli.Rpc.Mcp;

/// <summary>An argument of a tool. All of them are texts.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Description">What to give.</param>
/// <param name="IsRequired">False when the tool knows what to do without it.</param>
internal sealed record ToolParameter(string Name, string Description, bool IsRequired = false)
{
    /// <summary>Which repository a call is about.</summary>
    public static ToolParameter Directory { get; } = new("directory", "A directory in the repository, if it is not the one of this session.");

    /// <summary>The only words that are valid; empty for any text.</summary>
    public IReadOnlyList<string> Values { get; init; } = [];
}
