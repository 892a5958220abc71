namespace CodeRelay.Eng;

/// <summary>NuGet's package folder.</summary>
internal static class NuGetCache
{
    private static string Folder =>
        Environment.GetEnvironmentVariable("NUGET_PACKAGES") is { Length: > 0 } folder
            ? folder
            : Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages");

    /// <summary>Removes local versions of CodeRelay's packages; all of them, or one version.</summary>
    public static void RemoveLocal(string version = "*-local.*")
    {
        if (!Directory.Exists(Folder))
            return;
        foreach (var package in Directory.EnumerateDirectories(Folder, "coderelay*"))
        {
            foreach (var unpacked in Directory.EnumerateDirectories(package, version))
                Directory.Delete(unpacked, recursive: true);
            if (!Directory.EnumerateFileSystemEntries(package).Any())
                Directory.Delete(package);
        }
    }
}
