namespace CodeRelay.Agents.AgentOps;

/// <summary>What an artifact says of the worktree that it was written in.</summary>
internal sealed record ArtifactState
{
    /// <summary>How many changed files are named at most.</summary>
    public const int MostFiles = 20;

    /// <summary>How many commits are named at most.</summary>
    public const int MostCommits = 5;

    public string? Branch { get; init; }

    public bool? IsDirty { get; init; }

    public IReadOnlyList<string> ModifiedFiles { get; init; } = [];

    /// <summary>The work item that was in hand; only when somebody named it.</summary>
    public string? ActiveBead { get; init; }

    /// <summary>Short id and subject each, newest first.</summary>
    public IReadOnlyList<string> RecentCommits { get; init; } = [];

    /// <summary>The newest commit's id as written, or null.</summary>
    internal string? Head => RecentCommits is [var newest, ..] && newest.Split(' ')[0] is { Length: >= 7 and <= 64 } id && id.All(char.IsAsciiHexDigit) ? id : null;
}
