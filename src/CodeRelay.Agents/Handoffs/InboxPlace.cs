using System.Runtime.InteropServices;
using CodeRelay.Files;

namespace CodeRelay.Agents.Handoffs;

/// <summary>The two directories of one recipient under one slug; see agent-handoff's storage layout.</summary>
/// <param name="Root">Full path of the inbox root.</param>
/// <param name="FamilyPath">The path that the slug is derived from.</param>
/// <param name="Recipient">A valid name.</param>
internal sealed record InboxPlace(string Root, string FamilyPath, string Recipient)
{
    /// <summary>The variable that replaces the default inbox root.</summary>
    public const string RootVariable = "AGENT_HANDOFF_ROOT";

    private const UnixFileMode Private = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    public string Slug => CodeRelay.Agents.Handoffs.Slug.OfFamily(FamilyPath);

    public string Unread => Path.Combine(Root, Slug, Recipient, "unread");

    public string Read => Path.Combine(Root, Slug, Recipient, "read");

    /// <summary>Full path of the inbox root.</summary>
    public static string RootOf(UserEnvironment environment) => environment.Variable(RootVariable) is { } chosen
        ? Path.GetFullPath(chosen)
        : Path.Combine(environment.Home, ".agent-handoffs");

    /// <summary>The place of a worktree.</summary>
    public static InboxPlace Of(string root, string worktree) => new(root, CodeRelay.Agents.Handoffs.Slug.FamilyPath(worktree), Path.GetFileName(worktree));

    /// <summary>Creates the directories with access for the user only. Existing ones keep their mode.</summary>
    /// <exception cref="IOException">The directories cannot be created.</exception>
    public void Create()
    {
        var recipient = Path.GetDirectoryName(Unread)!;
        // One by one, or only the last would be private.
        foreach (var directory in new[] { Root, Path.GetDirectoryName(recipient)!, recipient, Unread, Read })
        {
            if (OperatingSystem.IsWindows())
                Directory.CreateDirectory(directory);
            else
                Directory.CreateDirectory(directory, Private);
        }
    }

    /// <summary>Ensures that handoffs can be archived before any is shown; otherwise they would be shown again at every start.</summary>
    /// <exception cref="IOException">The archive cannot be created.</exception>
    /// <exception cref="UnauthorizedAccessException">The archive cannot be written.</exception>
    internal void RequireArchive()
    {
        if (!Directory.Exists(Read))
            Create();
        if (!WriteAccess.IsGranted(Read))
            throw new UnauthorizedAccessException($"{Read} is not writable");
    }

    /// <summary>True when a handoff in this directory is meant for its reader: another path can have the same slug.</summary>
    /// <param name="repository">The handoff's `repository`, or null.</param>
    /// <param name="ownRepository">The reader's repository.</param>
    internal bool Accepts(string? repository, string? ownRepository) =>
        repository is null || repository == ownRepository || CodeRelay.Agents.Handoffs.Slug.FamilyPath(MailboxOwner.MainPathOf(repository)) == FamilyPath;
}

/// <summary>Asks the system whether a directory is writable, without writing to it.</summary>
internal static partial class WriteAccess
{
    private const int WriteAndSearch = 3;

    /// <summary>
    /// False when this user has no write permission, or the file system is read-only. Always true on Windows, where only an attempt can
    /// tell.
    /// </summary>
    public static bool IsGranted(string directory) => OperatingSystem.IsWindows() || Access(directory, WriteAndSearch) == 0;

    [LibraryImport("libc", EntryPoint = "access", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int Access(string path, int mode);
}
