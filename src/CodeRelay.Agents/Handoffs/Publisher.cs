using System.Globalization;

namespace CodeRelay.Agents.Handoffs;

/// <summary>Makes files appear whole and never in the place of another: under a hidden name first, then under their own.</summary>
internal static class Publisher
{
    /// <summary>How the names of unfinished files begin; readers skip what begins with a dot.</summary>
    public const string TemporaryPrefix = ".tmp-";

    private const int MostTries = 6;
    private const UnixFileMode Private = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    /// <summary>Writes a new file that only the user may read.</summary>
    /// <param name="directory">Full path; exists.</param>
    /// <param name="name">The wanted name; `-` and five hexadecimal digits come before the extension when it is taken.</param>
    /// <param name="content">All of it.</param>
    /// <returns>The full path that was really used.</returns>
    /// <exception cref="IOException">It could not be written, or every name was taken; nothing is left behind.</exception>
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

    /// <summary>Writes a hidden file for a rename of the caller's.</summary>
    /// <param name="directory">Full path; exists.</param>
    /// <param name="content">All of it, or what comes before <paramref name="rest"/>.</param>
    /// <param name="rest">What follows, from its position on.</param>
    /// <param name="mode">Who may do what with it, as far as the process's mask allows; only the user unless it says otherwise.</param>
    /// <returns>Its full path.</returns>
    /// <exception cref="IOException">It could not be written; nothing is left behind.</exception>
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

    /// <summary>Moves a file to a name that is free.</summary>
    /// <param name="file">Full path of a file on the same file system.</param>
    /// <param name="directory">Full path of the directory that it goes to.</param>
    /// <param name="name">The wanted name.</param>
    /// <returns>The full path that was really used.</returns>
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
            // A hidden file that a later reader sweeps.
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
