using CodeRelay.Agents.Handoffs;
using CodeRelay.Files;
using CodeRelay.Git;

namespace CodeRelay.Cli.Rpc.Mcp;

/// <summary>A tool call with validated arguments.</summary>
/// <param name="arguments">The given arguments, by name.</param>
/// <param name="directory">Full path of the call's directory.</param>
/// <param name="client">The client's name, or null.</param>
internal sealed class ToolCall(IReadOnlyDictionary<string, string> arguments, string directory, string? client)
{
    /// <summary>Full path of the call's directory.</summary>
    public string Directory { get; } = directory;

    /// <summary>The client's name, or null.</summary>
    public string? Client { get; } = client;

    /// <summary>The text that a command would write to standard error; it follows the answer.</summary>
    public StringWriter Talk { get; } = new() { NewLine = "\n" };

    /// <summary>An argument, or null when missing.</summary>
    public string? this[string name] => arguments.GetValueOrDefault(name);

    /// <summary>The repository and inbox of the call.</summary>
    public CurrentRepository Here() => new(Directory, DirectorySource.Argument, UserEnvironment.Current);

    /// <summary>The repository around the directory.</summary>
    public Repository Repository() => Here().RequireRepository();
}
