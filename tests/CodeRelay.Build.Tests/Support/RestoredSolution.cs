namespace CodeRelay.Build.Tests.Support;

/// <summary>A generated solution in a git repository, which references the package and is restored.</summary>
public abstract class RestoredSolution : IDisposable
{
    private readonly BuildPackage _package;
    private readonly TemporaryRepository _repository;

    protected RestoredSolution(BuildPackage package, string name, int projects)
    {
        _package = package;
        _repository = new TemporaryRepository(name);
        GeneratedSolution.Write(Path, projects);
        GeneratedSolution.AddPackage(Path, package.Package, package.PackagesFolder);
        Sample.Write(Path);
        _repository.Commit("Add everything");
        Dotnet.Run(Path, "restore", GeneratedSolution.FileName, "--nologo", "-v:q").ShouldSucceed();
    }

    /// <summary>The repository's root.</summary>
    public string Path => _repository.Path;

    /// <summary>The findings as the packed command itself tells them.</summary>
    public IReadOnlyList<string> Expected => _package.Check(Path);

    /// <summary>Runs git in the repository and returns what it printed.</summary>
    public string Git(params string[] arguments) => _repository.Git(arguments);

    /// <summary>Full path of the project with that number.</summary>
    public string Project(int number) => System.IO.Path.Combine(Path, GeneratedSolution.ProjectFile(number));

    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    protected virtual void Dispose(bool disposing) => _repository.Dispose();
}
