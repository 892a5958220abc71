using CodeRelay.Files;
using CodeRelay.Git;

namespace CodeRelay.Agents.Handoffs;

/// <summary>Where a session runs, as the inbox sees it: a worktree with its name, and the worktrees that belong to the same repository.</summary>
internal sealed class MailboxOwner
{
    private MailboxOwner(Repository repository)
    {
        Repository = repository;
        Root = repository.Root;
        Name = Path.GetFileName(Root);
        RepositoryId = repository.CommonDirectory is { } common ? RealPath.Of(common) : null;
        HomePath = RepositoryId is null || repository.GitDirectory == repository.CommonDirectory ? Root : MainPathOf(RepositoryId);
        Worktrees = repository.CommonDirectory is null ? [Root] : [.. new[] { HomePath, Root }.Concat(GitLayout.LinkedWorktrees(repository.CommonDirectory).Select(RealPath.Of)).Distinct(StringComparer.Ordinal)];
    }

    public Repository Repository { get; }

    /// <summary>Full physical path of the top level.</summary>
    public string Root { get; }

    /// <summary>The name under which handoffs arrive here: that of the directory.</summary>
    public string Name { get; }

    /// <summary>Full physical path of the git directory that the worktrees share, or null outside git.</summary>
    public string? RepositoryId { get; }

    /// <summary>Full path of the main worktree; of the common git directory where there is none (bare repository).</summary>
    public string HomePath { get; }

    /// <summary>Full paths of all worktrees, this one and <see cref="HomePath"/> included; some may not exist any more.</summary>
    public IReadOnlyList<string> Worktrees { get; }

    /// <summary>The path that stands for a repository: its main worktree, or the git directory itself.</summary>
    internal static string MainPathOf(string repositoryId) =>
        Path.GetFileName(repositoryId) == ".git" ? Path.GetDirectoryName(repositoryId) ?? repositoryId : repositoryId;

    /// <summary>The station of a working tree or plain directory.</summary>
    /// <returns>Null when its name cannot be written to.</returns>
    public static MailboxOwner? Of(Repository repository) => RelayName.IsValid(Path.GetFileName(repository.Root)) ? new MailboxOwner(repository) : null;
}
