namespace CodeRelay.Eng;

/// <summary>The user's NuGet configuration: install adds a source to it, uninstall gives the bytes back.</summary>
internal static class UserConfig
{
    private static readonly string Before = Checkout.At("artifacts/install/NuGet.Config.before");
    private static readonly string After = Checkout.At("artifacts/install/NuGet.Config.after");

    public static string FilePath { get; } = OperatingSystem.IsWindows()
        ? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.ApplicationData), "NuGet", "NuGet.Config")
        : Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "NuGet", "NuGet.Config");

    /// <summary>True while the file is as the last installation left it.</summary>
    public static bool IsAsInstalled => File.Exists(After) && File.Exists(FilePath) && File.ReadAllBytes(After).AsSpan().SequenceEqual(File.ReadAllBytes(FilePath));

    /// <summary>Keeps the bytes from before the installation.</summary>
    public static void Remember()
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Before)!);
        File.Copy(FilePath, Before, overwrite: true);
    }

    /// <summary>Keeps the bytes from after it.</summary>
    public static void Seal() => File.Copy(FilePath, After, overwrite: true);

    /// <summary>Gives the bytes from before back.</summary>
    /// <returns>False when somebody changed the file since, so that the source has to be taken out of it instead.</returns>
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
