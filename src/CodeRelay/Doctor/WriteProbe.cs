namespace CodeRelay.Doctor;

/// <summary>Tries to write where something will have to be written, and leaves nothing behind.</summary>
internal static class WriteProbe
{
    /// <summary>Why nothing can be written to a directory, or null when it can. One that is missing is not made: what is above it counts.</summary>
    /// <param name="directory">Full path.</param>
    public static string? Problem(string directory)
    {
        var existing = directory;
        while (!Directory.Exists(existing))
        {
            if (File.Exists(existing))
                return $"'{existing}' is a file where a directory is needed";
            if (Path.GetDirectoryName(existing) is not { } parent)
                return $"'{existing}' does not exist";
            existing = parent;
        }

        try
        {
            var probe = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, Options = FileOptions.DeleteOnClose };
            using var file = new FileStream(Path.Combine(existing, $".coderelay-{Guid.NewGuid():N}.tmp"), probe);
            // An empty file fits on a full disk.
            file.WriteByte(0);
            file.Flush(flushToDisk: true);
            return null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return e.Message.TrimEnd('.');
        }
    }
}
