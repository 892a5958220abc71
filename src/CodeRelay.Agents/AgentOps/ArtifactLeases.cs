using System.Diagnostics;
using CodeRelay.Agents.Handoffs;
using CodeRelay.Files;
using CodeRelay.Git;
using CodeRelay.Text;

namespace CodeRelay.Agents.AgentOps;

/// <summary>
/// Decides which of several readers gets an artifact. A lease is a rename, as in AgentOps' own reader; its owner is in a file of the state
/// directory, since neither schema nor name has a place for it, so that a dead reader's lease is recovered.
/// </summary>
internal sealed class ArtifactLeases
{
    // AgentOps' reader records no owner, and finishes within the same second.
    private static readonly TimeSpan LongestOfOthers = TimeSpan.FromMinutes(10);

    private readonly ArtifactFolder _folder;
    private readonly string _state;

    /// <param name="folder">The folder of the artifacts.</param>
    /// <param name="stateDirectory">Full path of <see cref="StateDirectory"/>; may not exist.</param>
    public ArtifactLeases(ArtifactFolder folder, string stateDirectory)
    {
        _folder = folder;
        // Worktrees share the state directory and have separate folders.
        _state = Path.Combine(stateDirectory, "artifacts", StableHash.Of(RealPath.Of(folder.Path)));
    }

    /// <summary>Leases the newest artifact, including those of dead readers.</summary>
    /// <returns>The new full path; null when none waits.</returns>
    /// <exception cref="IOException">The folder or the state directory cannot be written; no lease remains.</exception>
    /// <exception cref="UnauthorizedAccessException">As for <see cref="IOException"/>.</exception>
    public string? TakeNewest()
    {
        // The usual case needs no lock, and leaves no files in an unused repository.
        if (_folder.IsEmpty)
            return null;
        using var gate = ArtifactLock.Enter(Path.Combine(_state, "lock"));
        Recover();
        foreach (var file in _folder.Waiting())
        {
            var lease = ArtifactFolder.Stem(file) + ArtifactFolder.Consuming;
            AtomicFile.Write(OwnerOf(lease), System.Text.Encoding.UTF8.GetBytes(ProcessOwner.Current.ToString()));
            if (TryLease(file, lease))
                return lease;
        }

        return null;
    }

    /// <summary>Records the end of a lease, whatever the outcome.</summary>
    public void Forget(string lease) => Publisher.TryDelete(OwnerOf(lease));

    /// <summary>Gives a read artifact its final name.</summary>
    /// <returns>The new full path.</returns>
    /// <exception cref="IOException">The folder cannot be written.</exception>
    public static string Finish(string lease) => Move(lease, ArtifactFolder.Consumed);

    private bool TryLease(string file, string lease)
    {
        try
        {
            if (Leases.TryRename(file, lease))
                return true;
        }
        catch
        {
            Forget(lease);
            throw;
        }

        Forget(lease);
        return false;
    }

    private void Recover()
    {
        // Before CodeRelay changes the directory.
        var lastChange = Directory.Exists(_folder.Path) ? Directory.GetLastWriteTimeUtc(_folder.Path) : DateTime.MinValue;
        foreach (var lease in _folder.Leased().Where(lease => IsOrphaned(lease, lastChange)))
            Restore(lease);
        foreach (var file in new DirectoryInfo(_folder.Path) is { Exists: true } directory ? directory.EnumerateFiles(Publisher.TemporaryPrefix + "*").Where(Leases.IsLeftOver) : [])
            Publisher.TryDelete(file.FullName);
    }

    // A rename changes the directory's time, not the file's.
    private bool IsOrphaned(string lease, DateTime lastChange) => ReadOwner(lease) is { } owner
        ? !owner.MayBeAlive
        : DateTime.UtcNow - lastChange > LongestOfOthers && DateTime.UtcNow - File.GetLastWriteTimeUtc(lease) > LongestOfOthers;

    // A marked artifact had been shown in full.
    private void Restore(string lease)
    {
        if (ArtifactFolder.IsConsumed(lease))
            Finish(lease);
        else
            Release(lease);
        Forget(lease);
    }

    /// <summary>Returns an artifact to waiting, under a new name when the old one is taken.</summary>
    /// <exception cref="IOException">The folder cannot be written.</exception>
    public static void Release(string lease) => Move(lease, ArtifactFolder.Extension);

    private static string Move(string lease, string extension)
    {
        var stem = ArtifactFolder.Stem(lease);
        for (var number = 1; ; number++)
        {
            var target = (number == 1 ? stem : $"{stem}-{number}") + extension;
            if (ExclusiveMove.Try(lease, target))
                return target;
        }
    }

    private ProcessOwner? ReadOwner(string lease)
    {
        try
        {
            return File.Exists(OwnerOf(lease)) ? ProcessOwner.Parse(File.ReadAllText(OwnerOf(lease))) : null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    private string OwnerOf(string lease) => Path.Combine(_state, Path.GetFileName(ArtifactFolder.Stem(lease)) + ".owner");
}

/// <summary>
/// Lets one reader at a time examine and create leases. The system releases the lock when a reader is killed; on a file system without
/// locks, a lease's rename still has one winner.
/// </summary>
internal sealed class ArtifactLock : IDisposable
{
    // The holder renames only a few files.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    // EAGAIN on Linux, EAGAIN on macOS, ERROR_SHARING_VIOLATION.
    private static readonly int[] HeldByAnother = [11, 35, unchecked((int)0x80070020)];

    private readonly FileStream _file;

    private ArtifactLock(FileStream file) => _file = file;

    /// <summary>Waits until the lock is free.</summary>
    /// <param name="path">Full path of the lock file; created when missing.</param>
    /// <exception cref="IOException">The lock stays taken, or the file cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">The file cannot be written.</exception>
    public static ArtifactLock Enter(string path)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        var begin = Stopwatch.GetTimestamp();
        while (true)
        {
            try
            {
                return new ArtifactLock(new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, bufferSize: 0));
            }
            catch (IOException e) when (HeldByAnother.Contains(e.HResult) && Stopwatch.GetElapsedTime(begin) < Patience)
            {
                Thread.Sleep(5);
            }
        }
    }

    public void Dispose() => _file.Dispose();
}
