using CodeRelay.Agents.Handoffs;
using CodeRelay.Files;
using CodeRelay.Git;

namespace CodeRelay.Cli.Rpc.Mcp;

/// <summary>One call of a tool, its arguments checked.</summary>
/// <param name="arguments">Those that were given, by name.</param>
/// <param name="directory">Full path of the directory that it is about.</param>
/// <param name="client">What the client calls itself, or null.</param>
internal sealed class ToolCall(IReadOnlyDictionary<string, string> arguments, string directory, string? client)
{
    /// <summary>Full path of the directory that the call is about.</summary>
    public string Directory { get; } = directory;

    /// <summary>What the client calls itself, or null.</summary>
    public string? Client { get; } = client;

    /// <summary>What a command would say on standard error; it goes behind the answer.</summary>
    public StringWriter Talk { get; } = new() { NewLine = "\n" };

    /// <summary>An argument, or null when it was not given.</summary>
    public string? this[string name] => arguments.GetValueOrDefault(name);

    /// <summary>The place of the call.</summary>
    public CurrentRepository Here() => new(Directory, DirectorySource.Argument, UserEnvironment.Current);

    /// <summary>The repository around the directory.</summary>
    public Repository Repository() => Here().RequireRepository();
}
