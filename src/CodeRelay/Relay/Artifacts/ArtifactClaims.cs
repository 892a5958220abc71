using CodeRelay.Workspace;

namespace CodeRelay.Relay.Artifacts;

/// <summary>
/// Who of several readers gets an artifact. A claim is a rename, as with AgentOps' own reader; whose it is stands in a file of our state, since
/// the schema has no place for it and the name none either, so that the claim of a reader that was killed comes back.
/// </summary>
internal sealed class ArtifactClaims
{
    // AgentOps' reader, which leaves no name, finished in the same second.
    private static readonly TimeSpan LongestOfOthers = TimeSpan.FromMinutes(10);

    private readonly ArtifactFolder _folder;
    private readonly string _state;

    /// <param name="folder">Where the artifacts are.</param>
    /// <param name="stateDirectory">Full path of what <see cref="StateDirectory"/> gives; need not exist.</param>
    public ArtifactClaims(ArtifactFolder folder, string stateDirectory)
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
        using var gate = ArtifactGate.Enter(Path.Combine(_state, "lock"));
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
            if (Claims.TryRename(file, claim))
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
        foreach (var file in new DirectoryInfo(_folder.Path) is { Exists: true } directory ? directory.EnumerateFiles(Publisher.TemporaryPrefix + "*").Where(Claims.IsLeftOver) : [])
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
