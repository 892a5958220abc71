using System.Runtime.InteropServices;
using CodeRelay.Files;

namespace CodeRelay.Agents.Handoffs;

/// <summary>The two directories of one recipient under one slug; see agent-handoff's storage layout.</summary>
/// <param name="Root">Full path of the inbox root.</param>
/// <param name="FamilyPath">The path that the slug was made from.</param>
/// <param name="Recipient">A valid name.</param>
internal sealed record InboxPlace(string Root, string FamilyPath, string Recipient)
{
    /// <summary>Names the directory that holds the inboxes instead of the usual one.</summary>
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

    /// <summary>Makes the directories, for the user alone. One that exists keeps its mode.</summary>
    /// <exception cref="IOException">They cannot be made.</exception>
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

    /// <summary>Makes sure before anything is shown that it can be archived afterwards; else it would be shown again at every start.</summary>
    /// <exception cref="IOException">The archive cannot be made.</exception>
    /// <exception cref="UnauthorizedAccessException">It cannot be written.</exception>
    internal void RequireArchive()
    {
        if (!Directory.Exists(Read))
            Create();
        if (!WriteAccess.IsGranted(Read))
            throw new UnauthorizedAccessException($"{Read} is not writable");
    }

    /// <summary>Tells whether a handoff in this directory was meant for whoever reads it here: another path can give the same slug.</summary>
    /// <param name="repository">What the handoff says of its repository, or null.</param>
    /// <param name="ownRepository">The reader's.</param>
    internal bool Accepts(string? repository, string? ownRepository) =>
        repository is null || repository == ownRepository || CodeRelay.Agents.Handoffs.Slug.FamilyPath(MailboxOwner.MainPathOf(repository)) == FamilyPath;
}

/// <summary>Asks the system whether a directory could be written, without writing into it.</summary>
internal static partial class WriteAccess
{
    private const int WriteAndSearch = 3;

    /// <summary>False when this user has no right to write there, or the file system is read-only. Windows is not asked: there only trying tells.</summary>
    public static bool IsGranted(string directory) => OperatingSystem.IsWindows() || Access(directory, WriteAndSearch) == 0;

    [LibraryImport("libc", EntryPoint = "access", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int Access(string path, int mode);
}
