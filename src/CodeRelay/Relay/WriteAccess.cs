using System.Runtime.InteropServices;

namespace CodeRelay.Relay;

/// <summary>Asks the system whether a directory could be written, without writing into it.</summary>
internal static partial class WriteAccess
{
    private const int WriteAndSearch = 3;

    /// <summary>False when this user has no right to write there, or the file system is read-only. Windows is not asked: there only trying tells.</summary>
    public static bool IsGranted(string directory) => OperatingSystem.IsWindows() || Access(directory, WriteAndSearch) == 0;

    [LibraryImport("libc", EntryPoint = "access", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int Access(string path, int mode);
}
