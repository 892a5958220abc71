using System.Globalization;
using CodeRelay.Files;
using CodeRelay.Git;
using CodeRelay.Text;

namespace CodeRelay.Agents.Hooks.Sessions;

/// <summary>An uncommitted path outside of every packet.</summary>
/// <param name="Path">Relative to the root, with '/'.</param>
/// <param name="ChangedAt">The last write time of its content, UTC, or null when it does not exist.</param>
/// <param name="Size">In bytes.</param>
internal sealed record DirtyFile(string Path, DateTime? ChangedAt, long Size)
{
    private const long LargestFileRead = 64 * 1024;

    public static DirtyFile Look(Repository repository, string path)
    {
        var file = new FileInfo(repository.FullPath(path));
        return file.Exists ? new DirtyFile(path, file.LastWriteTimeUtc, file.Length) : new DirtyFile(path, ChangedAt: null, Size: 0);
    }

    /// <summary>A text that changes whenever git would record a change: content, executable bit, link target, commit of a nested repository.</summary>
    /// <param name="repository">The repository of the file.</param>
    /// <param name="isRead">False to use time and size alone, as for large or unreadable files.</param>
    public string Mark(Repository repository, bool isRead)
    {
        var path = repository.FullPath(Path);
        if (ChangedAt is not { } time)
            return Directory.Exists(path) && GitLayout.TryRead(path, out var gitDirectory, out var commonDirectory) ? HeadState.TryRead(gitDirectory, commonDirectory)?.Commit ?? "" : "";
        var file = new FileInfo(path);
        if (file.LinkTarget is { } target)
            return $"link {target}";
        var content = (isRead && Size <= LargestFileRead ? HashOf(path) : null) ?? time.Ticks.ToString(CultureInfo.InvariantCulture);
        return $"{content} {Size}{(file.UnixFileMode.HasFlag(UnixFileMode.UserExecute) ? " x" : "")}";
    }

    private static string? HashOf(string path)
    {
        try
        {
            var hash = new StableHash();
            hash.Add(RegularFile.ReadBytes(path));
            return hash.ToString();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
