namespace CodeRelay.Agents.Setup.Scaffolding;

/// <summary>One file of a plan.</summary>
/// <param name="Path">Relative to the root, with '/'.</param>
/// <param name="Kind">What becomes of it; one that is replaced after a backup counts as written.</param>
internal sealed record ScaffoldFile(string Path, FileChangeKind Kind)
{
    /// <summary>All of its bytes afterwards; null when it is kept, and when it belongs to the hooks.</summary>
    public byte[]? Content { get; init; }

    /// <summary>Why, where the kind alone does not tell.</summary>
    public string? Note { get; init; }

    /// <summary>Where the old content goes, relative to the root, or null when nothing is lost.</summary>
    public string? Backup { get; init; }
}
