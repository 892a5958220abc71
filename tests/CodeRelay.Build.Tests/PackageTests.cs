using System.IO.Compression;
using System.Xml.Linq;
using CodeRelay.Build.Tests.Support;

namespace CodeRelay.Build.Tests;

public sealed class PackageTests(BuildPackage package)
{
    [Fact]
    public void The_package_holds_targets_task_and_command_and_nothing_of_MSBuild()
    {
        var entries = Entries();

        string[] needed =
        [
            "README.md", "build/CodeRelay.Build.props", "build/CodeRelay.Build.targets", "build/CodeRelay.proj",
            "buildMultiTargeting/CodeRelay.Build.props", "buildMultiTargeting/CodeRelay.Build.targets",
            "buildTransitive/CodeRelay.Build.props", "buildTransitive/CodeRelay.Build.targets",
            "tasks/netstandard2.0/CodeRelay.Build.dll",
            "tools/net10.0/any/CodeRelay.Cli.dll", "tools/net10.0/any/CodeRelay.Cli.runtimeconfig.json", "tools/net10.0/any/CodeRelay.dll",
        ];
        Assert.All(needed, entry => Assert.Contains(entry, entries));
        Assert.DoesNotContain(entries, entry => Path.GetFileName(entry).StartsWith("Microsoft.Build", StringComparison.Ordinal) || entry.StartsWith("lib/", StringComparison.Ordinal));
        Assert.Single(entries, entry => entry.StartsWith("tasks/", StringComparison.Ordinal));
    }

    [Fact]
    public void The_package_depends_on_nothing_and_does_not_travel_further()
    {
        using var archive = ZipFile.OpenRead(package.File);
        using var stream = archive.GetEntry("CodeRelay.Build.nuspec")!.Open();
        var metadata = XDocument.Load(stream).Root!.Elements().Single();

        Assert.Equal("true", metadata.Elements().Single(element => element.Name.LocalName == "developmentDependency").Value);
        Assert.DoesNotContain(metadata.Descendants(), element => element.Name.LocalName == "dependency");
    }

    [Fact]
    public void A_global_reference_with_central_versions_is_enough()
    {
        using var repository = new TemporaryRepository();
        GeneratedSolution.Write(repository.Path, projects: 1, "net10.0");
        GeneratedSolution.AddPackage(repository.Path, package.Package, package.PackagesFolder);
        File.Delete(Path.Combine(repository.Path, "Directory.Build.targets"));
        repository.Write(
            "Directory.Packages.props",
            $"""
            <Project>
              <PropertyGroup>
                <ManagePackageVersionsCentrally>true</ManagePackageVersionsCentrally>
              </PropertyGroup>
              <ItemGroup>
                <GlobalPackageReference Include="CodeRelay.Build" Version="{package.Package.Version}" />
              </ItemGroup>
            </Project>

            """);
        Sample.Write(repository.Path);

        var build = Dotnet.Build(repository.Path, "build", GeneratedSolution.ProjectFile(1)).ShouldSucceed();

        Assert.Single(build.Findings, finding => finding.Contains(Sample.Message, StringComparison.Ordinal));
    }

    private string[] Entries()
    {
        using var archive = ZipFile.OpenRead(package.File);
        return [.. archive.Entries.Select(entry => entry.FullName)];
    }
}
