using CodeRelay.Workspace;

namespace CodeRelay.Cli;

/// <summary>The repository that a verb is about.</summary>
internal static class Here
{
    /// <summary>The repository around a directory; a directory outside git is one too.</summary>
    /// <param name="directory">Full path; the current directory when null.</param>
    /// <exception cref="MissingEnvironmentException">It is a bare repository, or git cannot be asked.</exception>
    public static Repository Find(string? directory = null)
    {
        directory ??= Directory.GetCurrentDirectory();
        var repository = Repository.Discover(directory);
        if (repository.GitDirectory is null && Repository.IsInBareRepository(directory))
            throw new MissingEnvironmentException(Messages.BareRepository(directory));
        if (repository.GitDirectory is not null && repository.Git is null)
            throw new MissingEnvironmentException(Messages.NoGit(repository.Root));
        return repository;
    }
}
