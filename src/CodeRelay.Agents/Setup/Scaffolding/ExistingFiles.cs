using CodeRelay.Files;
using CodeRelay.Git;

namespace CodeRelay.Agents.Setup.Scaffolding;

/// <summary>A repository's files before scaffolding.</summary>
internal sealed class ExistingFiles(Repository repository)
{
    private readonly Lazy<IReadOnlyList<string>> _paths = new(() => List(repository));

    /// <summary>All tracked, or new and not ignored, files, relative to the root.</summary>
    public IReadOnlyList<string> Paths => _paths.Value;

    /// <summary>True when the repository contains MSBuild projects or solutions.</summary>
    public bool HasDotnetProject => Paths.Any(path => IsProject(path) || Path.GetExtension(path) is ".sln" or ".slnx" or ".slnf");

    /// <summary>True when a directory contains a project at any depth.</summary>
    /// <param name="directory">Relative to the root, with a final '/'.</param>
    public bool HasProjectBelow(string directory) => Paths.Any(path => path.StartsWith(directory, StringComparison.Ordinal) && IsProject(path));

    /// <summary>The bytes of a file, or null without one.</summary>
    /// <exception cref="ScaffoldException">The path is a directory, or a link out of the repository.</exception>
    public byte[]? Read(string path)
    {
        var real = RealPathOf(path);
        if (repository.RelativePath(real) is null)
            throw new ScaffoldException($"{path} leads out of the repository to {real}; nothing was changed");
        if (Directory.Exists(real))
            throw new ScaffoldException($"{path} is a directory where a file is needed; nothing was changed");
        var file = new FileInfo(real);
        // Pipes and devices also have length 0, and reading one could block forever.
        return !file.Exists ? null : file.Length == 0 ? [] : File.ReadAllBytes(real);
    }

    /// <summary>True when two paths are the same file.</summary>
    public bool AreSame(string path, string other) => RealPathOf(path) == RealPathOf(other);

    private static bool IsProject(string path) => Path.GetExtension(path) is ".csproj" or ".fsproj" or ".vbproj";

    private string RealPathOf(string path) => RealPath.Of(repository.FullPath(path));

    private static IReadOnlyList<string> List(Repository repository)
    {
        var files = repository.Git?.Run("ls-files", "-z", "--cached", "--others", "--exclude-standard");
        return files is { Succeeded: true } ? files.Fields : repository.Files.Paths;
    }
}
