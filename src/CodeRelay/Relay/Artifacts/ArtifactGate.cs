using System.Diagnostics;

namespace CodeRelay.Relay.Artifacts;

/// <summary>
/// Lets one reader at a time look at claims and make one. The system opens it again when a reader is killed; where the file system knows no
/// locks, the rename of a claim still has one winner.
/// </summary>
internal sealed class ArtifactGate : IDisposable
{
    // Whoever is inside renames a few files.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    // EAGAIN on Linux, EAGAIN on macOS, ERROR_SHARING_VIOLATION.
    private static readonly int[] HeldBySomebody = [11, 35, unchecked((int)0x80070020)];

    private readonly FileStream _file;

    private ArtifactGate(FileStream file) => _file = file;

    /// <summary>Waits until nobody else is inside.</summary>
    /// <param name="path">Full path of the lock file; made where there is none.</param>
    /// <exception cref="IOException">Somebody stays inside, or the file cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">The file cannot be written.</exception>
    public static ArtifactGate Enter(string path)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        var begin = Stopwatch.GetTimestamp();
        while (true)
        {
            try
            {
                return new ArtifactGate(new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, bufferSize: 0));
            }
            catch (IOException e) when (HeldBySomebody.Contains(e.HResult) && Stopwatch.GetElapsedTime(begin) < Patience)
            {
                Thread.Sleep(5);
            }
        }
    }

    public void Dispose() => _file.Dispose();
}
