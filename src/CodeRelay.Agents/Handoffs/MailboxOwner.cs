using CodeRelay.Files;
using CodeRelay.Git;

namespace CodeRelay.Agents.Handoffs;

/// <summary>A worktree as the owner of a mailbox, with the other worktrees of its repository.</summary>
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

    /// <summary>The address of handoffs: the directory's name.</summary>
    public string Name { get; }

    /// <summary>Full physical path of the git directory that the worktrees share, or null outside git.</summary>
    public string? RepositoryId { get; }

    /// <summary>Full path of the main worktree; of the common git directory in a bare repository.</summary>
    public string HomePath { get; }

    /// <summary>Full paths of all worktrees, including this one and <see cref="HomePath"/>; some may no longer exist.</summary>
    public IReadOnlyList<string> Worktrees { get; }

    /// <summary>The path that identifies a repository: its main worktree, or the git directory itself.</summary>
    internal static string MainPathOf(string repositoryId) =>
        Path.GetFileName(repositoryId) == ".git" ? Path.GetDirectoryName(repositoryId) ?? repositoryId : repositoryId;

    /// <summary>The mailbox owner for a working tree or plain directory.</summary>
    /// <returns>Null when its name cannot be an address.</returns>
    public static MailboxOwner? Of(Repository repository) => RelayName.IsValid(Path.GetFileName(repository.Root)) ? new MailboxOwner(repository) : null;
}
