using System.IO.Compression;

namespace CodeRelay.Templates.Tests;

/// <summary>The generated Directory.Build.targets in real restores, with and without central package management.</summary>
public sealed class BuildTargetsTests(TemplateHive hive)
{
    private const string NoCentral = "";
    private const string Central = "<ManagePackageVersionsCentrally>true</ManagePackageVersionsCentrally>";

    /// <summary>Directory.Packages.props' properties (null: no such file) and items, the project's items, and the version that must come out.</summary>
    public static TheoryData<string?, string, string, string> Rows => new()
    {
        { null, "", "", "" },
        { NoCentral, "", "", "" },
        { Central, "", "", "" },
        { Central + "<CentralPackageVersionOverrideEnabled>false</CentralPackageVersionOverrideEnabled><CentralPackageTransitivePinningEnabled>true</CentralPackageTransitivePinningEnabled>", "", "", "" },
        { Central, """<PackageVersion Include="CodeRelay.Build" Version="0.0.7" />""", "", "0.0.7" },
        { Central, """<GlobalPackageReference Include="CodeRelay.Build" Version="0.0.7" />""", "", "0.0.7" },
        { null, "", """<PackageReference Include="CodeRelay.Build" Version="0.0.7" />""", "0.0.7" },
    };

    [Theory]
    [MemberData(nameof(Rows))]
    public void Every_project_gets_the_package_without_a_warning(string? properties, string items, string projectItems, string version)
    {
        using var directory = new TemporaryDirectory();
        var expected = version.Length == 0 ? hive.Version : version;
        WriteTemplate(directory);
        WriteFeed(directory, hive.Version, "0.0.7");
        if (properties is not null)
            directory.Write("Directory.Packages.props", $"<Project><PropertyGroup>{properties}</PropertyGroup><ItemGroup>{items}</ItemGroup></Project>");
        directory.Write("one/one.csproj", $"""<Project Sdk="Microsoft.NET.Sdk"><PropertyGroup><TargetFramework>net10.0</TargetFramework></PropertyGroup><ItemGroup>{projectItems}</ItemGroup></Project>""");
        directory.Write("two/two.csproj", """<Project Sdk="Microsoft.NET.Sdk"><PropertyGroup><TargetFrameworks>net10.0</TargetFrameworks></PropertyGroup><ItemGroup><ProjectReference Include="../one/one.csproj" /></ItemGroup></Project>""");

        var restore = hive.Dotnet(directory.Path, "restore", "two/two.csproj", "--nologo", "-warnaserror", $"-p:RestorePackagesPath={directory.Path}/cache");

        Assert.True(restore.ExitCode == 0, restore.Output + restore.Error);
        Assert.Contains($"CodeRelay.Build/{expected}\"", directory.Read("one/obj/project.assets.json"), StringComparison.OrdinalIgnoreCase);
        Assert.Contains("CodeRelay.Build/", directory.Read("two/obj/project.assets.json"), StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void A_project_that_opts_out_of_central_versions_gets_the_package_too()
    {
        using var directory = new TemporaryDirectory();
        WriteTemplate(directory);
        WriteFeed(directory, hive.Version);
        directory.Write("Directory.Packages.props", $"<Project><PropertyGroup>{Central}</PropertyGroup></Project>");
        directory.Write("one/one.csproj", """<Project Sdk="Microsoft.NET.Sdk"><PropertyGroup><TargetFramework>net10.0</TargetFramework><ManagePackageVersionsCentrally>false</ManagePackageVersionsCentrally></PropertyGroup></Project>""");

        var restore = hive.Dotnet(directory.Path, "restore", "one/one.csproj", "--nologo", "-warnaserror", $"-p:RestorePackagesPath={directory.Path}/cache");

        Assert.True(restore.ExitCode == 0, restore.Output + restore.Error);
        Assert.Contains($"CodeRelay.Build/{hive.Version}\"", directory.Read("one/obj/project.assets.json"), StringComparison.OrdinalIgnoreCase);
    }

    // What `dotnet new coderelay` wrote for the matrix; restoring reads the files, not how they came.
    private void WriteTemplate(TemporaryDirectory directory)
    {
        foreach (var file in hive.Create(Matrix.Rows.Single(row => row.Name == "coderelay")))
            directory.Write(file.Path, file.Text);
    }

    // Restoring asks for a package of the name, not for what is in it, so an empty one does and needs no build.
    private static void WriteFeed(TemporaryDirectory directory, params string[] versions)
    {
        directory.Write("nuget.config", """<configuration><packageSources><clear /><add key="local" value="feed" /></packageSources></configuration>""");
        foreach (var version in versions)
        {
            var package = directory.Write($"feed/CodeRelay.Build.{version}.nupkg", "");
            using var stream = File.Create(package);
            using var zip = new ZipArchive(stream, ZipArchiveMode.Create);
            using var writer = new StreamWriter(zip.CreateEntry("CodeRelay.Build.nuspec").Open());
            writer.Write($"<package><metadata><id>CodeRelay.Build</id><version>{version}</version><authors>test</authors><description>test</description></metadata></package>");
        }
    }
}
