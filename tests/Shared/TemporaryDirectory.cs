namespace CodeRelay.TestSupport;

/// <summary>A directory of its own for one test, removed afterwards.</summary>
public class TemporaryDirectory : IDisposable
{
    public TemporaryDirectory(string? name = null)
    {
        var unique = System.IO.Path.Combine(CodeRelay.Files.RealPath.Of(System.IO.Path.GetTempPath()), "coderelay-tests", Guid.NewGuid().ToString("N")[..12]);
        Path = name is null ? unique : System.IO.Path.Combine(unique, name);
        Directory.CreateDirectory(Path);
    }

    public string Path { get; }

    /// <summary>Writes a file below the directory and returns its full path.</summary>
    public string Write(string relativePath, string content)
    {
        var path = System.IO.Path.Combine(Path, relativePath);
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(path)!);
        File.WriteAllText(path, content);
        return path;
    }

    public string Read(string relativePath) => File.ReadAllText(System.IO.Path.Combine(Path, relativePath));

    public bool Exists(string relativePath) => System.IO.Path.Exists(System.IO.Path.Combine(Path, relativePath));

    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    protected virtual void Dispose(bool disposing)
    {
        try
        {
            if (!OperatingSystem.IsWindows())
                MakeWritable(Path);
            Directory.Delete(Path, recursive: true);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // Left for the system's clean-up of temporary files; not what the test is about.
        }
    }

    [System.Runtime.Versioning.UnsupportedOSPlatform("windows")]
    private static void MakeWritable(string root)
    {
        foreach (var directory in Directory.EnumerateDirectories(root, "*", new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.ReparsePoint }))
            File.SetUnixFileMode(directory, File.GetUnixFileMode(directory) | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }
}
