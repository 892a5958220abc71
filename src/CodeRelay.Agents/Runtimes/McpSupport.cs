namespace CodeRelay.Agents.Runtimes;

/// <summary>Where a runtime registers MCP servers.</summary>
internal sealed record McpSupport
{
    /// <summary>The place of a level; null when there is no such level, or its place is not known.</summary>
    public required Func<SettingsScope, McpPlace?> Place { get; init; }

    /// <summary>What the user has to do before the runtime starts a server that was registered.</summary>
    public Func<SettingsLevel, IReadOnlyList<string>> Steps { get; init; } = _ => [];

    /// <summary>The names of the servers that sessions in the scope's repository have, where the JSON files of both levels do not tell.</summary>
    public Func<SettingsScope, IReadOnlySet<string>>? NamesOf { get; init; }

    /// <summary>Why there is no place at any level, where that is known.</summary>
    public string? Absence { get; init; }

    /// <summary>The names of the servers that sessions in the repository have, or null when the settings are not known.</summary>
    public IReadOnlySet<string>? Names(SettingsScope scope)
    {
        if (NamesOf is not null)
            return NamesOf(scope);
        return Place(scope.At(SettingsLevel.Project)) is { Format: McpFormat.Json } project && Place(scope.At(SettingsLevel.User)) is { Format: McpFormat.Json } user
            ? McpSettings.Names([(project.Path, [.. project.Keys]), (user.Path, [.. user.Keys])])
            : null;
    }
}
