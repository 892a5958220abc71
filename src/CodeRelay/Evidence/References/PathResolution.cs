namespace CodeRelay.Evidence.References;

/// <summary>How a path that somebody wrote was found.</summary>
internal enum PathMatch
{
    /// <summary>Nothing in the repository has it.</summary>
    Missing,

    /// <summary>One tracked file.</summary>
    File,

    /// <summary>One directory with tracked files.</summary>
    Directory,

    /// <summary>More than one file or directory: a glob, or a name that exists several times.</summary>
    Several,

    /// <summary>Not tracked, but in the working tree.</summary>
    Untracked,

    /// <summary>Inside a submodule or behind a symbolic link, where only the owner can say.</summary>
    Unknowable,

    /// <summary>Outside the repository; never looked at.</summary>
    Outside,
}

/// <summary>What a written path resolves to.</summary>
/// <param name="Match">How it was found.</param>
/// <param name="Paths">What it stands for, relative to the root; of a missing path where it was looked for.</param>
internal sealed record PathResolution(PathMatch Match, IReadOnlyList<string> Paths)
{
    public bool IsMissing => Match == PathMatch.Missing;

    /// <summary>The one tracked file that is meant, or null.</summary>
    public string? File => Match == PathMatch.File ? Paths[0] : null;
}
