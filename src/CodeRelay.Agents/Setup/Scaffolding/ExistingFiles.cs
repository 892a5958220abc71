using CodeRelay.Files;
using CodeRelay.Git;

namespace CodeRelay.Agents.Setup.Scaffolding;

/// <summary>The files that a repository has before scaffolding.</summary>
internal sealed class ExistingFiles(Repository repository)
{
    private readonly Lazy<IReadOnlyList<string>> _paths = new(() => List(repository));

    /// <summary>All files, tracked or new but not ignored, relative to the root.</summary>
    public IReadOnlyList<string> Paths => _paths.Value;

    /// <summary>True when something here is built by MSBuild.</summary>
    public bool HasDotnetProject => Paths.Any(path => IsProject(path) || Path.GetExtension(path) is ".sln" or ".slnx" or ".slnf");

    /// <summary>True when there is a project in a directory or below it.</summary>
    /// <param name="directory">Relative to the root, with '/' at the end.</param>
    public bool HasProjectBelow(string directory) => Paths.Any(path => path.StartsWith(directory, StringComparison.Ordinal) && IsProject(path));

    /// <summary>The bytes of a file, or null when there is none.</summary>
    /// <exception cref="ScaffoldException">It is a directory, or a link that leads out of the repository.</exception>
    public byte[]? Read(string path)
    {
        var real = RealPathOf(path);
        if (repository.RelativePath(real) is null)
            throw new ScaffoldException($"{path} leads out of the repository to {real}; nothing was changed");
        if (Directory.Exists(real))
            throw new ScaffoldException($"{path} is a directory where a file is needed; nothing was changed");
        var file = new FileInfo(real);
        // A pipe or device says length 0 too, and reading one could wait for ever.
        return !file.Exists ? null : file.Length == 0 ? [] : File.ReadAllBytes(real);
    }

    /// <summary>Tells whether two names lead to one file.</summary>
    public bool AreSame(string path, string other) => RealPathOf(path) == RealPathOf(other);

    private static bool IsProject(string path) => Path.GetExtension(path) is ".csproj" or ".fsproj" or ".vbproj";

    private string RealPathOf(string path) => RealPath.Of(repository.FullPath(path));

    private static IReadOnlyList<string> List(Repository repository)
    {
        var files = repository.Git?.Run("ls-files", "-z", "--cached", "--others", "--exclude-standard");
        return files is { Succeeded: true } ? files.Fields : repository.Files.Paths;
    }
}
