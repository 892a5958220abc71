namespace CodeRelay.Benchmarks;

/// <summary>Our own command in its two forms.</summary>
internal static class Command
{
    /// <summary>The native executable; the benchmark cannot answer its question without it.</summary>
    public static string Native { get; } = Find();

    /// <summary>The native executable running `check` in a directory.</summary>
    public static Contender Check(string name, string directory, params IEnumerable<string> arguments) =>
        new(name, Native, ["check", "--fail-on", "never", .. arguments], directory);

    // A linker writes its output here and there, an installation from front to back: the system keeps the second in larger pieces, and starts it in a tenth less time.
    private static string Find()
    {
        var path = Path.Combine(Checkout.Root, "artifacts", "native", "publish", "CodeRelay.Cli", "release_linux-x64", "coderelay");
        if (!File.Exists(path))
            throw new FileNotFoundException("no native executable; `dotnet publish src/CodeRelay.Cli -r linux-x64 -p:CodeRelayNative=true` makes it", path);
        var installed = Path.Combine(Directory.CreateTempSubdirectory("coderelay-bench-").FullName, Path.GetFileName(path));
        File.Copy(path, installed);
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Directory.Delete(Path.GetDirectoryName(installed)!, recursive: true);
        return installed;
    }
}
