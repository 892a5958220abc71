namespace CodeRelay.Agents.Setup;

/// <summary>The change of a file.</summary>
internal enum FileChangeKind
{
    /// <summary>The file was correct already, or is not CodeRelay's to change.</summary>
    Kept,

    /// <summary>The file was created.</summary>
    Wrote,

    /// <summary>CodeRelay's part was added to the file or removed from it.</summary>
    Merged,

    /// <summary>The file contained only CodeRelay's part and was deleted.</summary>
    Removed,
}

/// <summary>One line of an installer's report.</summary>
/// <param name="Path">Relative to the repository's root with '/', or a full path outside of it.</param>
/// <param name="Kind">The change, or in a dry run the planned one.</param>
internal sealed record FileChange(string Path, FileChangeKind Kind);
