using System.Runtime.InteropServices;

namespace CodeRelay.Agents.Handoffs;

/// <summary>
/// Renames a file unless the new name is taken, in one step: a process killed before or after it leaves the file under one of the two
/// names, never under both. <see cref="File.Move(string, string)"/> checks first and renames later, so two callers can both pass the check.
/// </summary>
internal static partial class ExclusiveMove
{
    private const int FileExists = 17;
    private const int CurrentDirectory = -100;
    private const uint NoReplace = 1;
    private const uint Exclusive = 4;

    /// <summary>Tries the move.</summary>
    /// <returns>True when the file was moved, false when the name is taken.</returns>
    /// <exception cref="IOException">The file is gone, or the directory cannot be written.</exception>
    public static bool Try(string from, string to)
    {
        if (!OperatingSystem.IsWindows() && (InOneStep(from, to) ?? ByLink(from, to)) is { } isMoved)
            return isMoved;
        if (Path.Exists(to))
            return false;
        try
        {
            File.Move(from, to, overwrite: false);
            return true;
        }
        catch (IOException) when (File.Exists(from) && Path.Exists(to))
        {
            return false;
        }
    }

    // Null where the system or the file system lacks the call.
    private static bool? InOneStep(string from, string to)
    {
        try
        {
            var result = OperatingSystem.IsLinux() ? RenameOnLinux(CurrentDirectory, from, CurrentDirectory, to, NoReplace)
                : OperatingSystem.IsMacOS() ? RenameOnMac(from, to, Exclusive)
                : -1;
            return result == 0 ? true : Marshal.GetLastPInvokeError() == FileExists ? false : null;
        }
        catch (EntryPointNotFoundException)
        {
            return null;
        }
    }

    // Several movers can link one file to a name each; the one that removes the old name has moved it.
    internal static bool? ByLink(string from, string to)
    {
        if (Link(from, to) != 0)
            return Marshal.GetLastPInvokeError() == FileExists ? false : null;
        if (Unlink(from) == 0)
            return true;
        File.Delete(to);
        return null;
    }

    [LibraryImport("libc", EntryPoint = "renameat2", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    private static partial int RenameOnLinux(int fromDirectory, string from, int toDirectory, string to, uint flags);

    [LibraryImport("libc", EntryPoint = "renamex_np", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    private static partial int RenameOnMac(string from, string to, uint flags);

    [LibraryImport("libc", EntryPoint = "link", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    private static partial int Link(string existing, string name);

    [LibraryImport("libc", EntryPoint = "unlink", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    private static partial int Unlink(string name);
}
