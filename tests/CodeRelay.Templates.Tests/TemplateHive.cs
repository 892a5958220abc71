using System.Collections.Concurrent;

[assembly: AssemblyFixture(typeof(CodeRelay.Templates.Tests.TemplateHive))]

namespace CodeRelay.Templates.Tests;

/// <summary>The template package, packed once and installed where no other run and no user sees it.</summary>
public sealed class TemplateHive : IDisposable
{
    private readonly TemporaryDirectory _directory = new();
    private readonly Dictionary<string, string?> _environment;
    private readonly ConcurrentDictionary<string, Lazy<IReadOnlyList<TemplateFile>>> _created = new(StringComparer.Ordinal);

    public TemplateHive()
    {
        _environment = new()
        {
            ["DOTNET_CLI_HOME"] = _directory.Path,
            ["DOTNET_CLI_TELEMETRY_OPTOUT"] = "1",
            ["DOTNET_NOLOGO"] = "1",
            ["DOTNET_CLI_UI_LANGUAGE"] = "en",
            ["MSBUILDDISABLENODEREUSE"] = "1",
        };
        var packages = Path.Combine(_directory.Path, "packages");
        // Packed away from the artifacts of the build that may be running around this test.
        Succeed(Dotnet(SourceTree.Root, "pack", SourceTree.Path("templates/CodeRelay.Templates.csproj"), "--nologo", "-v", "q", "-o", packages, $"-p:ArtifactsPath={_directory.Path}/artifacts", "-p:NuGetAudit=false"));
        Package = Directory.EnumerateFiles(packages, "CodeRelay.Templates.*.nupkg").Single();
        Succeed(Dotnet(_directory.Path, ["new", "install", Package, .. Hive]));
    }

    public string Package { get; }

    /// <summary>The version of the package, which is that of every file it writes.</summary>
    public string Version => Path.GetFileNameWithoutExtension(Package)["CodeRelay.Templates.".Length..];

    private string[] Hive => ["--debug:custom-hive", Path.Combine(_directory.Path, "hive")];

    /// <summary>What a row writes into an empty directory; asked once, whoever asks.</summary>
    internal IReadOnlyList<TemplateFile> Create(TemplateCase row) => _created.GetOrAdd(row.Name, _ => new(() =>
    {
        using var directory = new TemporaryDirectory();
        Succeed(New(directory.Path, [row.Template, .. row.Options]));
        return TemplateFile.ReadAll(directory.Path);
    })).Value;

    /// <summary>Runs `dotnet new` without anybody to answer a question.</summary>
    public ProcessResult New(string directory, params IEnumerable<string> arguments) => Dotnet(directory, ["new", .. arguments, .. Hive]);

    public ProcessResult Dotnet(string directory, params IEnumerable<string> arguments) =>
        ProcessRunner.Run("dotnet", arguments, directory, environment: _environment, timeLimit: TimeSpan.FromMinutes(3));

    public void Dispose() => _directory.Dispose();

    private static void Succeed(ProcessResult result) => Assert.True(result.ExitCode == 0, result.Output + result.Error);
}
