namespace CodeRelay.Eng;

/// <summary>The user's NuGet configuration: install adds a source, uninstall restores the bytes.</summary>
internal static class UserConfig
{
    private static readonly string Before = Checkout.At("artifacts/install/NuGet.Config.before");
    private static readonly string After = Checkout.At("artifacts/install/NuGet.Config.after");

    public static string FilePath { get; } = OperatingSystem.IsWindows()
        ? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.ApplicationData), "NuGet", "NuGet.Config")
        : Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "NuGet", "NuGet.Config");

    /// <summary>True while the file is unchanged since the last installation.</summary>
    public static bool IsAsInstalled => File.Exists(After) && File.Exists(FilePath) && File.ReadAllBytes(After).AsSpan().SequenceEqual(File.ReadAllBytes(FilePath));

    /// <summary>Stores the bytes before the installation.</summary>
    public static void Remember()
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Before)!);
        File.Copy(FilePath, Before, overwrite: true);
    }

    /// <summary>Stores the bytes after the installation.</summary>
    public static void Seal() => File.Copy(FilePath, After, overwrite: true);

    /// <summary>Restores the bytes before the installation.</summary>
    /// <returns>False when the file changed since, so that the source has to be removed from it instead.</returns>
    public static bool Restore()
    {
        if (!File.Exists(Before) || !IsAsInstalled)
            return false;
        File.Copy(Before, FilePath, overwrite: true);
        File.Delete(Before);
        File.Delete(After);
        return true;
    }
}
