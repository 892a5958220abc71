using System.Diagnostics;
using CodeRelay.Agents.Handoffs;
using CodeRelay.Files;
using CodeRelay.Git;
using CodeRelay.Text;

namespace CodeRelay.Agents.AgentOps;

/// <summary>
/// Who of several readers gets an artifact. A claim is a rename, as with AgentOps' own reader; whose it is stands in a file of our state, since
/// the schema has no place for it and the name none either, so that the claim of a reader that was killed comes back.
/// </summary>
internal sealed class ArtifactLeases
{
    // AgentOps' reader, which leaves no name, finished in the same second.
    private static readonly TimeSpan LongestOfOthers = TimeSpan.FromMinutes(10);

    private readonly ArtifactFolder _folder;
    private readonly string _state;

    /// <param name="folder">Where the artifacts are.</param>
    /// <param name="stateDirectory">Full path of what <see cref="StateDirectory"/> gives; need not exist.</param>
    public ArtifactLeases(ArtifactFolder folder, string stateDirectory)
    {
        _folder = folder;
        // Worktrees share the state and have folders of their own.
        _state = Path.Combine(stateDirectory, "artifacts", StableHash.Of(RealPath.Of(folder.Path)));
    }

    /// <summary>Takes the newest artifact, those of readers that have ended included.</summary>
    /// <returns>The full path that it has now; null when there is none.</returns>
    /// <exception cref="IOException">The folder or our state cannot be written; nothing is claimed.</exception>
    /// <exception cref="UnauthorizedAccessException">As for <see cref="IOException"/>.</exception>
    public string? TakeNewest()
    {
        // The usual case needs no lock, and leaves nothing behind where it was never used.
        if (_folder.IsEmpty)
            return null;
        using var gate = ArtifactLock.Enter(Path.Combine(_state, "lock"));
        Recover();
        foreach (var file in _folder.Waiting())
        {
            var claim = ArtifactFolder.Stem(file) + ArtifactFolder.Consuming;
            AtomicFile.Write(OwnerOf(claim), System.Text.Encoding.UTF8.GetBytes(ProcessOwner.Current.ToString()));
            if (TryClaim(file, claim))
                return claim;
        }

        return null;
    }

    /// <summary>Says that a claim has ended, whatever became of it.</summary>
    public void Forget(string claim) => Publisher.TryDelete(OwnerOf(claim));

    /// <summary>Gives an artifact that was read its last name.</summary>
    /// <returns>The full path that it has now.</returns>
    /// <exception cref="IOException">The folder cannot be written.</exception>
    public static string Finish(string claim) => Move(claim, ArtifactFolder.Consumed);

    private bool TryClaim(string file, string claim)
    {
        try
        {
            if (Leases.TryRename(file, claim))
                return true;
        }
        catch
        {
            Forget(claim);
            throw;
        }

        Forget(claim);
        return false;
    }

    private void Recover()
    {
        // Before anything of ours touches the directory.
        var lastChange = Directory.Exists(_folder.Path) ? Directory.GetLastWriteTimeUtc(_folder.Path) : DateTime.MinValue;
        foreach (var claim in _folder.Claimed().Where(claim => IsOrphaned(claim, lastChange)))
            Restore(claim);
        foreach (var file in new DirectoryInfo(_folder.Path) is { Exists: true } directory ? directory.EnumerateFiles(Publisher.TemporaryPrefix + "*").Where(Leases.IsLeftOver) : [])
            Publisher.TryDelete(file.FullName);
    }

    // A rename changes the directory, not the file.
    private bool IsOrphaned(string claim, DateTime lastChange) => ReadOwner(claim) is { } owner
        ? !owner.MayBeAlive
        : DateTime.UtcNow - lastChange > LongestOfOthers && DateTime.UtcNow - File.GetLastWriteTimeUtc(claim) > LongestOfOthers;

    // One that was marked had been shown in full.
    private void Restore(string claim)
    {
        if (ArtifactFolder.IsConsumed(claim))
            Finish(claim);
        else
            Unclaim(claim);
        Forget(claim);
    }

    /// <summary>Makes an artifact wait again, under a name of its own where another has taken the old one.</summary>
    /// <exception cref="IOException">The folder cannot be written.</exception>
    public static void Unclaim(string claim) => Move(claim, ArtifactFolder.Extension);

    private static string Move(string claim, string extension)
    {
        var stem = ArtifactFolder.Stem(claim);
        for (var number = 1; ; number++)
        {
            var target = (number == 1 ? stem : $"{stem}-{number}") + extension;
            if (ExclusiveMove.Try(claim, target))
                return target;
        }
    }

    private ProcessOwner? ReadOwner(string claim)
    {
        try
        {
            return File.Exists(OwnerOf(claim)) ? ProcessOwner.Parse(File.ReadAllText(OwnerOf(claim))) : null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    private string OwnerOf(string claim) => Path.Combine(_state, Path.GetFileName(ArtifactFolder.Stem(claim)) + ".owner");
}

/// <summary>
/// Lets one reader at a time look at claims and make one. The system opens it again when a reader is killed; where the file system knows no
/// locks, the rename of a claim still has one winner.
/// </summary>
internal sealed class ArtifactLock : IDisposable
{
    // Whoever is inside renames a few files.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    // EAGAIN on Linux, EAGAIN on macOS, ERROR_SHARING_VIOLATION.
    private static readonly int[] HeldBySomebody = [11, 35, unchecked((int)0x80070020)];

    private readonly FileStream _file;

    private ArtifactLock(FileStream file) => _file = file;

    /// <summary>Waits until nobody else is inside.</summary>
    /// <param name="path">Full path of the lock file; made where there is none.</param>
    /// <exception cref="IOException">Somebody stays inside, or the file cannot be written.</exception>
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
            catch (IOException e) when (HeldBySomebody.Contains(e.HResult) && Stopwatch.GetElapsedTime(begin) < Patience)
            {
                Thread.Sleep(5);
            }
        }
    }

    public void Dispose() => _file.Dispose();
}
