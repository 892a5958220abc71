namespace CodeRelay.Files;

/// <summary>Finds programs on PATH only: the working directory may be an untrusted repository.</summary>
internal static class ExecutableFinder
{
    private static readonly string[] WindowsExtensions = [".exe", ".cmd", ".bat", ".com"];

    /// <summary>The full path of the first file on PATH with that name, or null.</summary>
    public static string? Find(string name, string? path = null)
    {
        foreach (var directory in (path ?? Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator))
        {
            if (!Path.IsPathFullyQualified(directory))
                continue;
            var candidate = Path.Combine(directory, name);
            if (!OperatingSystem.IsWindows())
            {
                if (File.Exists(candidate) && IsExecutable(candidate))
                    return candidate;
                continue;
            }

            foreach (var extension in WindowsExtensions)
            {
                if (File.Exists(candidate + extension))
                    return candidate + extension;
            }
        }

        return null;
    }

    private static bool IsExecutable(string path) =>
        OperatingSystem.IsWindows()
        || (File.GetUnixFileMode(path) & (UnixFileMode.UserExecute | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute)) != 0;
}
