using System.Runtime.InteropServices;

namespace CodeRelay.Build;

/// <summary>A way to start `coderelay` from the package.</summary>
internal sealed class Command(string program, string arguments, string file)
{
    private const string Check = "check --format msbuild --fail-on never --inputs";

    /// <summary>Full path of the started program.</summary>
    public string Program { get; } = program;

    public string Arguments { get; } = arguments;

    /// <summary>Full path of CodeRelay's file; a different one may produce different findings.</summary>
    public string File { get; } = file;

    /// <summary>The ways that package and machine offer, best first: the native executable, then the assembly with the .NET host.</summary>
    /// <param name="tools">Full path of the package's tools directory.</param>
    public static IReadOnlyList<Command> Find(string tools)
    {
        var commands = new List<Command>();
        var native = Path.Combine(tools, Platform(), RuntimeInformation.IsOSPlatform(OSPlatform.Windows) ? "coderelay.exe" : "coderelay");
        if (System.IO.File.Exists(native))
            commands.Add(new Command(native, Check, native));

        var assembly = Path.Combine(tools, "net10.0", "any", "CodeRelay.Cli.dll");
        if (System.IO.File.Exists(assembly) && Host() is { } host)
            commands.Add(new Command(host, $"exec \"{assembly}\" {Check}", assembly));
        return commands;
    }

    private static string Platform()
    {
        var system = RuntimeInformation.IsOSPlatform(OSPlatform.Windows) ? "win" : RuntimeInformation.IsOSPlatform(OSPlatform.OSX) ? "osx" : "linux";
        return $"{system}-{RuntimeInformation.OSArchitecture.ToString().ToLowerInvariant()}";
    }

    // `dotnet build` passes its own host; Visual Studio's MSBuild may not, and then the default places count.
    private static string? Host()
    {
        var name = RuntimeInformation.IsOSPlatform(OSPlatform.Windows) ? "dotnet.exe" : "dotnet";
        var directories = new[] { Environment.GetEnvironmentVariable("DOTNET_ROOT") ?? "" }
            .Concat((Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator))
            .Where(Path.IsPathRooted);
        return new[] { Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "" }
            .Concat(directories.Select(directory => Path.Combine(directory, name)))
            .FirstOrDefault(System.IO.File.Exists);
    }
}
