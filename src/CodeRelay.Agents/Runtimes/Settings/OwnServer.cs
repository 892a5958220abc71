using System.Text.RegularExpressions;

namespace CodeRelay.Agents.Runtimes.Settings;

/// <summary>CodeRelay's MCP server in settings files. A user's entry may have another name, path or form.</summary>
internal static partial class OwnServer
{
    public const string Name = "coderelay";

    // goose requires a description, and ten seconds can be too short for a first start with a cold disk.
    private const string Description = "Checks the handoff packet and carries handoffs between sessions";

    /// <summary>True when a command line starts CodeRelay's server.</summary>
    public static bool Matches(string commandLine) => Line().IsMatch(commandLine);

    /// <summary>True when CodeRelay wrote an entry: one under another name or with a path is the user's, and stays on uninstall.</summary>
    /// <param name="name">The entry's name.</param>
    /// <param name="commandLine">The command with its arguments, followed by the entry's other strings.</param>
    public static bool IsWritten(string name, string commandLine) => name == Name && $"{commandLine} ".StartsWith("coderelay mcp ", StringComparison.Ordinal);

    /// <summary>The registration at a place, as installer settings; null without a place.</summary>
    public static HookSettings? Settings(McpPlace? place) => place is null
        ? null
        : new HookSettings(place.Path, Template(place), [])
        {
            Format = place.Format switch
            {
                McpFormat.Toml => new TomlServers(place.Keys[0]),
                McpFormat.Yaml => new YamlServers(place.Keys[0]),
                _ => new JsonServers(place.Keys[0], Entry(place.Shape)),
            },
        };

    /// <summary>The registrations of a level, each file once.</summary>
    public static IEnumerable<HookSettings> Of(IEnumerable<AgentRuntime> runtimes, SettingsScope scope) =>
        runtimes.Select(runtime => Settings(runtime.Mcp?.Place(scope))).OfType<HookSettings>().DistinctBy(settings => settings.Path);

    private static string Entry(McpEntryShape shape) => shape switch
    {
        McpEntryShape.TypedCommandAndArgs => """{"type":"stdio","command":"coderelay","args":["mcp"]}""",
        McpEntryShape.LocalWithTools => """{"type":"local","command":"coderelay","args":["mcp"],"tools":["*"]}""",
        McpEntryShape.CommandList => """{"type":"local","command":["coderelay","mcp"],"enabled":true}""",
        _ => """{"command":"coderelay","args":["mcp"]}""",
    };

    private static string Template(McpPlace place) => place.Format switch
    {
        McpFormat.Toml => TomlServers.Entry(place.Keys[0]),
        McpFormat.Yaml => $"{place.Keys[0]}:\n{YamlServers.Entry(Name, Description)}",
        _ => JsonServers.Template(place.Keys[0], Entry(place.Shape)),
    };

    [GeneratedRegex(@"(?:^|[\s""'/\\])(?:coderelay(?:\.exe|\.cmd)?|CodeRelay\.(?:Tool|Cli\.dll))(?:@[\w.\-*]+)?[""']?\s+(?:(?:--|-y|--yes)\s+)*mcp(?:$|\s)", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Line();
}
