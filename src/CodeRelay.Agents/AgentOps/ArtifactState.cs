namespace CodeRelay.Agents.AgentOps;

/// <summary>The state of the writer's worktree in an artifact.</summary>
internal sealed record ArtifactState
{
    /// <summary>The largest number of changed files.</summary>
    public const int MostFiles = 20;

    /// <summary>The largest number of commits.</summary>
    public const int MostCommits = 5;

    public string? Branch { get; init; }

    public bool? IsDirty { get; init; }

    public IReadOnlyList<string> ModifiedFiles { get; init; } = [];

    /// <summary>The current work item, only when the writer named it.</summary>
    public string? ActiveBead { get; init; }

    /// <summary>Abbreviated id and subject of each, newest first.</summary>
    public IReadOnlyList<string> RecentCommits { get; init; } = [];

    /// <summary>The newest commit's id as written, or null.</summary>
    internal string? Head => RecentCommits is [var newest, ..] && newest.Split(' ')[0] is { Length: >= 7 and <= 64 } id && id.All(char.IsAsciiHexDigit) ? id : null;
}
