namespace CodeRelay.Analysis;

/// <summary>What coderelay.yml says under `relay`: how handoffs travel.</summary>
public sealed record RelaySettings
{
    /// <summary>The git remote from which a session's start takes handoffs, or null for none.</summary>
    public string? Remote { get; init; }

    /// <summary>The hook events at which a handoff is written without being asked for.</summary>
    public IReadOnlyList<string> Automatic { get; init; } = ["pre-compact"];

    /// <summary>False when the daily look for a newer version is switched off.</summary>
    public bool ChecksForUpgrade { get; init; } = true;
}
