namespace CodeRelay.Evidence.References;

/// <summary>The result kind of a path look-up.</summary>
internal enum PathMatch
{
    /// <summary>The path does not exist in the repository.</summary>
    Missing,

    /// <summary>One tracked file.</summary>
    File,

    /// <summary>One directory with tracked files.</summary>
    Directory,

    /// <summary>More than one file or directory: a glob, or a name that exists several times.</summary>
    Several,

    /// <summary>An untracked file or directory of the working tree.</summary>
    Untracked,

    /// <summary>Inside a submodule or behind a symbolic link, which this repository does not list.</summary>
    Unknowable,

    /// <summary>Outside the repository, which is never read.</summary>
    Outside,
}

/// <summary>The resolution of a written path.</summary>
/// <param name="Match">The kind of the result.</param>
/// <param name="Paths">The resolved paths, relative to the root; for a missing path the places that were searched.</param>
internal sealed record PathResolution(PathMatch Match, IReadOnlyList<string> Paths)
{
    public bool IsMissing => Match == PathMatch.Missing;

    /// <summary>The one tracked file, or null.</summary>
    public string? File => Match == PathMatch.File ? Paths[0] : null;
}
