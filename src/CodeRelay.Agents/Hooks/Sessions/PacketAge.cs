using CodeRelay.Files;
using CodeRelay.Git;

namespace CodeRelay.Agents.Hooks.Sessions;

/// <summary>How long ago a packet's file was written, which is all there is to go by when nothing is known of the session.</summary>
internal static class PacketAge
{
    /// <summary>The age beyond which a handoff counts as stale; seconds, this many still pass.</summary>
    public const long LimitInSeconds = 300;

    /// <summary>Whole seconds since a file was written, as a shell would count them; null when it does not exist.</summary>
    public static long? InSeconds(Repository repository, string path) =>
        WrittenAt(repository, path) is { } written ? (long)Math.Floor((DateTime.UtcNow - written).TotalSeconds) : null;

    /// <summary>When a file was last written, UTC, or null when it does not exist.</summary>
    public static DateTime? WrittenAt(Repository repository, string path)
    {
        var file = new FileInfo(RealPath.Of(repository.FullPath(path)));
        return file.Exists ? file.LastWriteTimeUtc : null;
    }
}
