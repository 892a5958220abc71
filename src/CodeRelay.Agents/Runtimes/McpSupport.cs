namespace CodeRelay.Agents.Runtimes;

/// <summary>The MCP registration of a runtime.</summary>
internal sealed record McpSupport
{
    /// <summary>The place for a level; null when there is no such level, or its place is unknown.</summary>
    public required Func<SettingsScope, McpPlace?> Place { get; init; }

    /// <summary>The user's steps before the runtime starts a registered server.</summary>
    public Func<SettingsLevel, IReadOnlyList<string>> Steps { get; init; } = _ => [];

    /// <summary>The names of the servers available to sessions in the scope's repository, where the JSON files of both levels are not enough.</summary>
    public Func<SettingsScope, IReadOnlySet<string>>? NamesOf { get; init; }

    /// <summary>The reason why no level has a place, where known.</summary>
    public string? Absence { get; init; }

    /// <summary>The names of the servers available to sessions in the repository, or null when the settings are unknown.</summary>
    public IReadOnlySet<string>? Names(SettingsScope scope)
    {
        if (NamesOf is not null)
            return NamesOf(scope);
        return Place(scope.At(SettingsLevel.Project)) is { Format: McpFormat.Json } project && Place(scope.At(SettingsLevel.User)) is { Format: McpFormat.Json } user
            ? McpSettings.Names([(project.Path, [.. project.Keys]), (user.Path, [.. user.Keys])])
            : null;
    }
}
