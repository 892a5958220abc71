using System.Globalization;

namespace CodeRelay.Agents.Handoffs;

/// <summary>Publishes files whole and never over another: first under a hidden name, then under their own.</summary>
internal static class Publisher
{
    /// <summary>The name prefix of unfinished files; readers skip names that begin with a dot.</summary>
    public const string TemporaryPrefix = ".tmp-";

    private const int MostTries = 6;
    private const UnixFileMode Private = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    /// <summary>Writes a new file that only the user can read.</summary>
    /// <param name="directory">Full path of an existing directory.</param>
    /// <param name="name">The preferred name; when it is taken, `-` and five hexadecimal digits come before the extension.</param>
    /// <param name="content">The whole content.</param>
    /// <returns>The full path with the name that was free.</returns>
    /// <exception cref="IOException">The file cannot be written, or every name was taken; nothing is left behind.</exception>
    public static string Write(string directory, string name, ReadOnlySpan<byte> content)
    {
        var temporary = WriteTemporary(directory, content);
        try
        {
            return Publish(temporary, directory, name);
        }
        catch
        {
            TryDelete(temporary);
            throw;
        }
    }

    /// <summary>Writes a hidden file that the caller renames.</summary>
    /// <param name="directory">Full path of an existing directory.</param>
    /// <param name="content">The whole content, or the part before <paramref name="rest"/>.</param>
    /// <param name="rest">The remaining content, from its current position.</param>
    /// <param name="mode">The permissions, limited by the process's umask; by default only the user's.</param>
    /// <returns>The file's full path.</returns>
    /// <exception cref="IOException">The file cannot be written; nothing is left behind.</exception>
    public static string WriteTemporary(string directory, ReadOnlySpan<byte> content, Stream? rest = null, UnixFileMode mode = Private)
    {
        var temporary = Path.Combine(directory, $"{TemporaryPrefix}{Environment.ProcessId}-{DateTimeOffset.UtcNow.ToUnixTimeSeconds()}-{Random.Shared.NextInt64():x16}-{ProcessOwner.Current.Mark}");
        try
        {
            using var stream = new FileStream(temporary, Options(mode));
            stream.Write(content);
            rest?.CopyTo(stream);
            return temporary;
        }
        catch
        {
            TryDelete(temporary);
            throw;
        }
    }

    /// <summary>Moves a file to a free name.</summary>
    /// <param name="file">Full path of a file on the same file system.</param>
    /// <param name="directory">Full path of the target directory.</param>
    /// <param name="name">The preferred name.</param>
    /// <returns>The full path with the name that was free.</returns>
    /// <exception cref="IOException">The file is gone, or every name was taken.</exception>
    public static string Publish(string file, string directory, string name)
    {
        for (var attempt = 1; ; attempt++)
        {
            var target = Path.Combine(directory, attempt == 1 ? name : WithSuffix(name));
            if (ExclusiveMove.Try(file, target))
                return target;
            if (attempt == MostTries)
                throw new IOException($"'{target}' and {MostTries - 1} names like it are taken");
        }
    }

    /// <summary>The name with `-` and five random hexadecimal digits before its extension.</summary>
    public static string WithSuffix(string name) =>
        $"{Path.GetFileNameWithoutExtension(name)}-{Random.Shared.Next(0x100000).ToString("x5", CultureInfo.InvariantCulture)}{Path.GetExtension(name)}";

    public static void TryDelete(string file)
    {
        try
        {
            File.Delete(file);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // A later reader sweeps this hidden file.
        }
    }

    private static FileStreamOptions Options(UnixFileMode mode)
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, BufferSize = 0 };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = mode;
        return options;
    }
}
