namespace CodeRelay.Files;

/// <summary>Writes files atomically: a reader sees the old or the new content, never a part of it.</summary>
internal static class AtomicFile
{
    private const UnixFileMode Executable = UnixFileMode.UserExecute | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute;

    private const UnixFileMode ReadWrite =
        UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead | UnixFileMode.GroupWrite | UnixFileMode.OtherRead | UnixFileMode.OtherWrite;

    /// <summary>
    /// Creates or replaces a file and creates its directories. A symbolic link stays and its target is written; an existing file keeps its
    /// mode, a new one gets the default of the process.
    /// </summary>
    /// <param name="path">Full path.</param>
    /// <param name="content">The whole new content.</param>
    /// <param name="executable">Adds the execute permission on Unix.</param>
    /// <exception cref="IOException">The file cannot be written; the old content is unchanged.</exception>
    /// <exception cref="UnauthorizedAccessException">As for <see cref="IOException"/>.</exception>
    public static void Write(string path, ReadOnlySpan<byte> content, bool executable = false)
    {
        var target = RealPath.Of(path);
        var directory = Path.GetDirectoryName(target)!;
        Directory.CreateDirectory(directory);
        var temporary = Path.Combine(directory, $".{Path.GetFileName(target)}.{Guid.NewGuid():N}.tmp");
        try
        {
            using (var stream = new FileStream(temporary, CreateOptions(executable, target)))
                stream.Write(content);
            if (!OperatingSystem.IsWindows() && File.Exists(target))
                File.SetUnixFileMode(temporary, File.GetUnixFileMode(target) | (executable ? Executable : 0));
            File.Move(temporary, target, overwrite: true);
        }
        catch
        {
            File.Delete(temporary);
            throw;
        }
    }

    // The new file never has wider read permissions than the old one, not even while it is written.
    private static FileStreamOptions CreateOptions(bool executable, string target)
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, BufferSize = 0 };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = (File.Exists(target) ? File.GetUnixFileMode(target) & ReadWrite | UnixFileMode.UserWrite : ReadWrite) | (executable ? Executable : 0);
        return options;
    }
}
