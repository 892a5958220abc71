using CodeRelay.Agents.Runtimes;

namespace CodeRelay.Agents.Takeover;

/// <summary>A possible receiver: every runtime of the catalog.</summary>
/// <param name="Runtime">The runtime.</param>
internal sealed record Receiver(AgentRuntime Runtime)
{
    public static IReadOnlyList<Receiver> All { get; } = [.. RuntimeCatalog.All.Select(runtime => new Receiver(runtime))];

    /// <summary>The name on the command line.</summary>
    public string Id => Runtime.Id;

    /// <summary>The product's name.</summary>
    public string Name => Runtime.Name;

    /// <summary>All names, for headings and front matter.</summary>
    public IReadOnlyList<string> Names { get; } = [Runtime.Id, Runtime.Name, .. Runtime.Aliases];

    /// <summary>The receiver with that id or name, ignoring case, or null.</summary>
    public static Receiver? Find(string name) => All.FirstOrDefault(receiver => receiver.Names.Contains(name, StringComparer.OrdinalIgnoreCase));
}
