using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Text;
using CodeRelay.Git;
using CodeRelay.Text;
using Microsoft.Win32.SafeHandles;

namespace CodeRelay.Agents.Hooks.Sessions;

/// <summary>
/// Proves without a process that nothing in a working tree changed: the times, sizes and status of all its files and
/// directories, and of the files that record HEAD and the index. A directory's time reveals added and removed entries.
/// When the proof fails, git decides, so a false alarm costs only time.
/// </summary>
internal static class TreeStamp
{
    // Checking that many takes about as long as asking git.
    private const int MostEntries = 4000;

    // File systems take times from a clock that may be this much behind.
    private static readonly TimeSpan ClockTick = TimeSpan.FromMilliseconds(20);

    // A name that is not valid UTF-8 cannot be looked up again.
    private const char Undecodable = '\uFFFD';

    private const int HashLength = sizeof(long);

    private static readonly EnumerationOptions EachEntry = new() { AttributesToSkip = FileAttributes.None, IgnoreInaccessible = true };

    /// <summary>Creates a stamp for a state that was just read.</summary>
    /// <param name="repository">A git working tree.</param>
    /// <param name="state">The state that the stamp will prove.</param>
    /// <param name="stateDirectory">Full path of CodeRelay's state directory, which does not count as work when it lies in the tree.</param>
    /// <param name="mostEntries">The largest number of files and directories to check.</param>
    /// <returns>The bytes to store, or null when the tree is too large, or changed after the state was read.</returns>
    public static byte[]? Take(Repository repository, WorkState state, string stateDirectory, int mostEntries = MostEntries)
    {
        var skipped = state.Ignored.Select(path => repository.FullPath(path.TrimEnd('/'))).Append(stateDirectory).ToHashSet(StringComparer.Ordinal);
        var paths = GitLayout.StateFiles(repository.GitDirectory, repository.CommonDirectory).Concat(Below(repository.Root, skipped)).Take(mostEntries + 1).ToList();
        if (paths.Count > mostEntries || paths.Exists(path => path.Contains(Undecodable, StringComparison.Ordinal) || new FileInfo(path).LastWriteTimeUtc > state.ReadAt - ClockTick))
            return null;

        byte[] stamp = [.. new byte[HashLength], .. Encoding.UTF8.GetBytes(string.Concat(paths.Select(path => (repository.RelativePath(path) ?? path) + '\0')))];
        BinaryPrimitives.WriteInt64LittleEndian(stamp, Look(repository, stamp.AsSpan(HashLength)));
        return stamp;
    }

    /// <summary>True when nothing has changed since the stamp was created.</summary>
    public static bool Holds(Repository repository, ReadOnlySpan<byte> stamp) =>
        stamp.Length > HashLength && BinaryPrimitives.ReadInt64LittleEndian(stamp) == Look(repository, stamp[HashLength..]);

    private static IEnumerable<string> Below(string directory, HashSet<string> skipped)
    {
        yield return directory;
        foreach (var entry in new DirectoryInfo(directory).EnumerateFileSystemInfos("*", EachEntry))
        {
            if (entry.Name == ".git" || skipped.Contains(entry.FullName))
                continue;
            if (!entry.Attributes.HasFlag(FileAttributes.Directory) || entry.Attributes.HasFlag(FileAttributes.ReparsePoint))
            {
                yield return entry.FullName;
                continue;
            }

            foreach (var below in Below(entry.FullName, skipped))
                yield return below;
        }
    }

    private static long Look(Repository repository, ReadOnlySpan<byte> paths)
    {
        using var times = new FileTimes(repository.Root);
        var hash = new StableHash();
        while (paths.IndexOf((byte)0) is >= 0 and var end)
        {
            // A path below the root, or a full path for git's own files.
            var (time, size, status) = times.Of(paths[..(end + 1)]);
            hash.Add(time);
            hash.Add(size);
            hash.Add(status);
            paths = paths[(end + 1)..];
        }

        return hash.Value;
    }
}

/// <summary>
/// Last write time, size and status of files below a directory. On Linux by statx(2), whose result has one layout on every
/// processor: it takes the stored path bytes relative to the directory, at a third of the cost of a FileInfo.
/// </summary>
internal sealed partial class FileTimes(string directory) : IDisposable
{
    private const int PlaceOnly = 0x200000;
    private const int CloseOnExecute = 0x80000;
    private const int DoNotFollow = 0x100;
    private const int ModificationTime = 0x40;
    private const int ChangeTime = 0x80;
    private const int Size = 0x200;
    private const int AnswerLength = 256;
    private const int SizeOffset = 40;
    private const int ChangeOffset = 96;
    private const int ModificationOffset = 112;
    private const int NanosecondsOffset = 8;
    private const int NoSuchFile = 2;
    private const int NotADirectory = 20;

    private readonly SafeFileHandle? _directory = OperatingSystem.IsLinux() ? Open(directory, PlaceOnly | CloseOnExecute) : null;

    /// <summary>
    /// The time and the size in bytes, -1 for a missing file. The status changes on chmod, and on Linux also on an edit that resets the time.
    /// Times and status are comparable only within one platform.
    /// </summary>
    /// <param name="path">Zero-terminated UTF-8: a path below the directory, or a full one.</param>
    public (long Time, long Size, long Status) Of(ReadOnlySpan<byte> path)
    {
        if (_directory is null or { IsInvalid: true })
            return OfFile(path);
        Span<byte> answer = stackalloc byte[AnswerLength];
        try
        {
            if (Ask(_directory, path, DoNotFollow, ModificationTime | ChangeTime | Size, answer) != 0)
                return Marshal.GetLastPInvokeError() is NoSuchFile or NotADirectory ? (-1, -1, -1) : OfFile(path);
        }
        catch (EntryPointNotFoundException)
        {
            return OfFile(path);
        }

        return (TimeAt(ModificationOffset, answer), BinaryPrimitives.ReadInt64LittleEndian(answer[SizeOffset..]), TimeAt(ChangeOffset, answer));
    }

    public void Dispose() => _directory?.Dispose();

    /// <summary>The same without statx(2).</summary>
    internal (long Time, long Size, long Status) OfFile(ReadOnlySpan<byte> path)
    {
        var file = new FileInfo(Path.Combine(directory, Encoding.UTF8.GetString(path[..^1])));
        return (file.LastWriteTimeUtc.Ticks, file.Exists ? file.Length : -1, (long)file.UnixFileMode);
    }

    private static long TimeAt(int offset, ReadOnlySpan<byte> answer) =>
        (BinaryPrimitives.ReadInt64LittleEndian(answer[offset..]) * 1_000_000_000) + BinaryPrimitives.ReadUInt32LittleEndian(answer[(offset + NanosecondsOffset)..]);

    [LibraryImport("libc", EntryPoint = "open", StringMarshalling = StringMarshalling.Utf8)]
    private static partial SafeFileHandle Open(string path, int flags);

    [LibraryImport("libc", EntryPoint = "statx", SetLastError = true)]
    private static partial int Ask(SafeFileHandle place, ReadOnlySpan<byte> path, int flags, uint wanted, Span<byte> answer);
}
