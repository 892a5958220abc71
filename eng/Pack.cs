using System.Globalization;
using System.Runtime.InteropServices;

namespace CodeRelay.Eng;

/// <summary>Builds the packages.</summary>
internal static class Pack
{
    private const string Command = "src/CodeRelay.Cli";

    private static string Commands => Checkout.At("artifacts/commands");

    public static int Run(string[] arguments)
    {
        var version = arguments is ["--version", var given] ? given : arguments is [] ? LocalVersion() : throw new FailedException("valid is: pack [--version v]");
        All(Checkout.Packages, version);
        Console.WriteLine($"version {version} is in {Checkout.Packages}");
        return 0;
    }

    /// <summary>Every package, with a native command where this machine can build one.</summary>
    public static void All(string output, string version)
    {
        // Installed packages restore from the output, so it changes only after a successful build.
        var finished = output;
        output += ".new";
        Empty(output, Commands, Checkout.At("artifacts/publish"), Checkout.At("artifacts/native/publish"));
        var platform = Native(output, version);
        string[] settings = platform is null ? [] : [$"-p:CodeRelayNativePlatforms={platform}"];
        Project("CodeRelay", "src/CodeRelay", output, version);
        if (platform is null)
        {
            Project("CodeRelay.Tool", Command, output, version);
        }
        else
        {
            Project("CodeRelay.Tool.any", Command, output, version, ["-r", "any", .. settings]);
            Project("CodeRelay.Tool", Command, output, version, ["-p:CodeRelayNative=true", .. settings]);
        }

        Project("CodeRelay.Build", "src/CodeRelay.Build", output, version, platform is null ? [] : [$"-p:CodeRelayCommands={Commands}"]);
        Project("CodeRelay.Templates", "templates", output, version);
        Empty(finished);
        Directory.Move(output, finished);
    }

    /// <summary>The two packages for `try`, without the native command: fewer downloads, and a faster first result.</summary>
    public static void Portable(string output, string version)
    {
        Empty(output);
        Project("CodeRelay.Tool", Command, output, version);
        Project("CodeRelay.Build", "src/CodeRelay.Build", output, version);
    }

    /// <summary>A version that no package had before, because NuGet would take a known one from its cache.</summary>
    public static string LocalVersion()
    {
        var properties = File.ReadAllText(Checkout.At("Directory.Build.props"));
        var prefix = properties.Split("<VersionPrefix>")[1].Split('<')[0];
        return $"{prefix}-local.{DateTime.UtcNow.ToString("yyyyMMddHHmmss", CultureInfo.InvariantCulture)}";
    }

    // Returns the platform, or null without a native command.
    private static string? Native(string output, string version)
    {
        if (Obstacle() is { } obstacle)
        {
            Console.WriteLine($"no native command: {obstacle}; the packages carry the one that runs on .NET");
            return null;
        }

        var platform = RuntimeInformation.RuntimeIdentifier;
        var outcome = Shell.TryStep(
            $"CodeRelay.Tool.{platform}",
            "dotnet",
            PackArguments(Command, output, version, ["-r", platform, "-p:CodeRelayNative=true", $"-p:CodeRelayNativePlatforms={platform}"]));
        if (outcome.ExitCode != 0)
        {
            var reason = outcome.Text.Split('\n').FirstOrDefault(line => line.Contains("error", StringComparison.Ordinal)) ?? $"exit code {outcome.ExitCode}";
            Console.WriteLine($"no native command: {reason.Trim()}; the packages carry the one that runs on .NET");
            return null;
        }

        var name = OperatingSystem.IsWindows() ? "coderelay.exe" : "coderelay";
        Directory.CreateDirectory(Path.Combine(Commands, platform));
        File.Copy(Checkout.At($"artifacts/native/publish/CodeRelay.Cli/release_{platform}/{name}"), Path.Combine(Commands, platform, name));
        return platform;
    }

    private static string? Obstacle() => OperatingSystem.IsWindows() || Shell.Has("clang") || Shell.Has("gcc") ? null : "there is no C toolchain (clang or gcc)";

    private static void Project(string title, string project, string output, string version, params IEnumerable<string> settings) =>
        Shell.Step(title, "dotnet", PackArguments(project, output, version, settings));

    private static IEnumerable<string> PackArguments(string project, string output, string version, IEnumerable<string> settings) =>
        // The analyzers run in every other build; here they only cost time.
        ["pack", Checkout.At(project), "--nologo", "-v:q", "-c", "Release", "-o", output, $"-p:Version={version}", "-p:RunAnalyzers=false", .. settings];

    private static void Empty(params IEnumerable<string> directories)
    {
        foreach (var directory in directories.Where(Directory.Exists))
            Directory.Delete(directory, recursive: true);
    }
}
