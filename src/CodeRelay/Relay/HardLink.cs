using System.Runtime.InteropServices;

namespace CodeRelay.Relay;

/// <summary>
/// Gives a file a second name unless that name is taken: the one step by which POSIX file systems publish a whole file without ever
/// replacing another. <see cref="File.Move(string, string)"/> looks first and renames then, and two writers can both look first.
/// </summary>
internal static partial class HardLink
{
    private const int FileExists = 17;

    /// <summary>Tries to make the link.</summary>
    /// <returns>True when it was made, false when the name is taken, null when this file system cannot say.</returns>
    public static bool? TryCreate(string existing, string name)
    {
        // MoveFile without "replace existing" is that one step on Windows.
        if (OperatingSystem.IsWindows())
            return null;
        return Link(existing, name) == 0 ? true : Marshal.GetLastPInvokeError() == FileExists ? false : null;
    }

    [LibraryImport("libc", EntryPoint = "link", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    private static partial int Link(string existing, string name);
}
