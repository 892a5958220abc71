using System.IO.Compression;
using CodeRelay.Build.Tests.Support;

[assembly: AssemblyFixture(typeof(BuildPackage))]

namespace CodeRelay.Build.Tests.Support;

/// <summary>CodeRelay.Build, packed once per test run from what was just built, in a feed and a packages folder of its own.</summary>
public sealed class BuildPackage : IDisposable
{
#if DEBUG
    private const string Configuration = "Debug";
#else
    private const string Configuration = "Release";
#endif

    private readonly TemporaryDirectory _directory = new();

    public BuildPackage()
    {
        var feed = Path.Combine(_directory.Path, "feed");
        // Nothing is compiled: the solution's other projects may be building at this moment.
        Dotnet.Run(SourceTree.Root, "pack", SourceTree.Path("src/CodeRelay.Build"), "--no-build", "-c", Configuration, "-o", feed, "--nologo", "-v:q", "-p:PackageVersion=0.1.0-test", $"-p:CodeRelayAhead={SourceTree.Path($"artifacts/bin/CodeRelay.Cli/{Configuration.ToLowerInvariant()}_ahead")}")
            .ShouldSucceed();
        Package = PackedPackage.Find("CodeRelay.Build", feed);
    }

    public PackedPackage Package { get; }

    /// <summary>The nupkg file.</summary>
    public string File => Path.Combine(Package.Feed, $"{Package.Id}.{Package.Version}.nupkg");

    /// <summary>Where projects that reference the package unpack it.</summary>
    public string PackagesFolder => Path.Combine(_directory.Path, "packages");

    /// <summary>The findings that the packed command itself tells in a directory, warnings and errors.</summary>
    public IReadOnlyList<string> Check(string directory)
    {
        var unpacked = Path.Combine(_directory.Path, "unpacked");
        lock (_directory)
        {
            if (!Directory.Exists(unpacked))
                Unpack(unpacked);
        }

        var result = Dotnet.Run(directory, "exec", Path.Combine(unpacked, "tools", "net10.0", "any", "CodeRelay.Cli.dll"), "check", "--format", "msbuild", "--fail-on", "never");
        result.ShouldSucceed();
        return [.. new BuildOutput(result).Findings.Select(line => line[..line.LastIndexOf(" (https://", StringComparison.Ordinal)])];
    }

    /// <summary>The package unpacked for one test that wants to damage it.</summary>
    public void Unpack(string directory) => ZipFile.ExtractToDirectory(File, directory);

    public void Dispose() => _directory.Dispose();
}
