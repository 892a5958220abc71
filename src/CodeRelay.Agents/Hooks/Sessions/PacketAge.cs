using CodeRelay.Files;
using CodeRelay.Git;

namespace CodeRelay.Agents.Hooks.Sessions;

/// <summary>The time since a packet's file was written: the only measure when nothing is known about the session.</summary>
internal static class PacketAge
{
    /// <summary>The largest age that is not stale, in seconds.</summary>
    public const long LimitInSeconds = 300;

    /// <summary>Whole seconds since a file was written, as a shell would compute them; null when it does not exist.</summary>
    public static long? InSeconds(Repository repository, string path) =>
        WrittenAt(repository, path) is { } written ? (long)Math.Floor((DateTime.UtcNow - written).TotalSeconds) : null;

    /// <summary>The last write time of a file, UTC, or null when it does not exist.</summary>
    public static DateTime? WrittenAt(Repository repository, string path)
    {
        var file = new FileInfo(RealPath.Of(repository.FullPath(path)));
        return file.Exists ? file.LastWriteTimeUtc : null;
    }
}
