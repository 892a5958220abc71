namespace CodeRelay.Agents.Setup;

/// <summary>What happened to a file.</summary>
internal enum FileChangeKind
{
    /// <summary>It was as it should be, or it is not ours to change.</summary>
    Kept,

    /// <summary>It did not exist and was written.</summary>
    Wrote,

    /// <summary>It existed and our part went into it or out of it.</summary>
    Merged,

    /// <summary>It held nothing but ours and is gone.</summary>
    Removed,
}

/// <summary>One line of an installer's report.</summary>
/// <param name="Path">Relative to the repository's root with '/', or a full path outside of it.</param>
/// <param name="Kind">What happened, or would happen in a dry run.</param>
internal sealed record FileChange(string Path, FileChangeKind Kind);
