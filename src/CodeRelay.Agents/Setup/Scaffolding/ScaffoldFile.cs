namespace CodeRelay.Agents.Setup.Scaffolding;

/// <summary>One file of a plan.</summary>
/// <param name="Path">Relative to the root, with '/'.</param>
/// <param name="Kind">The change; a replacement after a backup counts as written.</param>
internal sealed record ScaffoldFile(string Path, FileChangeKind Kind)
{
    /// <summary>The new content; null for a kept file, and for a hook file.</summary>
    public byte[]? Content { get; init; }

    /// <summary>The reason, where the kind is not enough.</summary>
    public string? Note { get; init; }

    /// <summary>The path of the old content, relative to the root, or null when nothing is lost.</summary>
    public string? Backup { get; init; }
}
