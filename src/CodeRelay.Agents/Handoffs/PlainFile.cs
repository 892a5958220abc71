using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace CodeRelay.Agents.Handoffs;

/// <summary>Distinguishes regular files from look-alikes: opening a named pipe would block until a writer appears.</summary>
internal static partial class PlainFile
{
    /// <summary>True for a regular file, even an empty one; false for links, directories, pipes and sockets.</summary>
    public static bool Is(FileInfo file) =>
        file is { Exists: true, LinkTarget: null } && (file.Length > 0 || OperatingSystem.IsWindows() || CanBeSought(file.FullName));

    // All of these have length 0, and only regular files can seek.
    private static bool CanBeSought(string path)
    {
        using var handle = new SafeFileHandle(Open(path, OperatingSystem.IsLinux() ? 0x800 : 0x4), ownsHandle: true);
        if (handle.IsInvalid)
            return false;
        using var stream = new FileStream(handle, FileAccess.Read, bufferSize: 0);
        return stream.CanSeek;
    }

    // O_RDONLY with O_NONBLOCK, which is 0x800 on Linux and 0x4 on macOS and the BSDs.
    [LibraryImport("libc", EntryPoint = "open", StringMarshalling = StringMarshalling.Utf8)]
    private static partial nint Open(string path, int flags);
}
