namespace CodeRelay.Agents.AgentOps;

/// <summary>A handoff in AgentOps' artifact format, version 1; optional members are null or empty.</summary>
internal sealed record HandoffArtifact
{
    /// <summary>The only supported version.</summary>
    public const int SchemaVersion = 1;

    /// <summary>`handoff-` and the time, equal to the file name without its extension.</summary>
    public required string Id { get; init; }

    /// <summary>The original text, RFC 3339.</summary>
    public required string CreatedAt { get; init; }

    /// <summary>manual, auto or rpi.</summary>
    public string Type { get; init; } = "manual";

    public string? Goal { get; init; }

    public string? Summary { get; init; }

    /// <summary>The immediate next action.</summary>
    public string? Continuation { get; init; }

    /// <summary>Paths relative to the repository's root.</summary>
    public IReadOnlyList<string> ArtifactsProduced { get; init; } = [];

    public IReadOnlyList<string> DecisionsMade { get; init; } = [];

    public IReadOnlyList<string> OpenRisks { get; init; } = [];

    public ArtifactState? State { get; init; }

    /// <summary>True after a reader had it.</summary>
    public bool Consumed { get; init; }
}
