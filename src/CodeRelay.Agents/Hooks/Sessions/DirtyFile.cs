using System.Globalization;
using CodeRelay.Files;
using CodeRelay.Git;
using CodeRelay.Text;

namespace CodeRelay.Agents.Hooks.Sessions;

/// <summary>An uncommitted path that is no part of a packet.</summary>
/// <param name="Path">Relative to the root, with '/'.</param>
/// <param name="ChangedAt">When its content was last written, UTC, or null when it does not exist.</param>
/// <param name="Size">In bytes.</param>
internal sealed record DirtyFile(string Path, DateTime? ChangedAt, long Size)
{
    private const long LargestFileRead = 64 * 1024;

    public static DirtyFile Look(Repository repository, string path)
    {
        var file = new FileInfo(repository.FullPath(path));
        return file.Exists ? new DirtyFile(path, file.LastWriteTimeUtc, file.Length) : new DirtyFile(path, ChangedAt: null, Size: 0);
    }

    /// <summary>Another text where git would record something else: content, whether it can be executed, where a link leads, the commit of a repository that lies here.</summary>
    /// <param name="repository">Where the file is.</param>
    /// <param name="isRead">False to go by time and size alone, as for large files and what cannot be read.</param>
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
