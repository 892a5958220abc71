using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Text;
using Microsoft.Win32.SafeHandles;

namespace CodeRelay.Runtimes.Sessions;

/// <summary>
/// When files below a directory were last written, how large they are, and what else about them changed. On Linux by statx(2), whose answer has one layout on every
/// processor: it takes the bytes of a path as they are kept, from the directory on, which is a third of what a FileInfo costs.
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
    /// The time and the size in bytes, -1 for what is not there. The status is what a chmod changes, and on Linux an edit that sets the time back, too.
    /// Times and status are comparable only with those of the same platform.
    /// </summary>
    /// <param name="path">UTF-8 that ends with a zero: a path below the directory, or a full one.</param>
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
