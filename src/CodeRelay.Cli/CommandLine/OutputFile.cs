using CodeRelay.Cli.Output;
using CodeRelay.Files;

namespace CodeRelay.Cli.CommandLine;

/// <summary>A file that the user requested as output.</summary>
internal static class OutputFile
{
    /// <param name="path">The argument, relative to the current directory.</param>
    /// <param name="content">The whole content.</param>
    /// <exception cref="UsageException">The file cannot be written.</exception>
    public static void Write(string path, ReadOnlySpan<byte> content)
    {
        try
        {
            AtomicFile.Write(Path.GetFullPath(path), content);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw new UsageException($"cannot write '{path}': {e.Message}");
        }
    }
}
