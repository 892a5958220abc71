namespace CodeRelay.TestSupport;

/// <summary>A solution of trivial projects, for builds whose cost is MSBuild's alone.</summary>
public sealed class GeneratedSolution
{
    public const string FileName = "All.slnx";

    private readonly string _directory;

    private GeneratedSolution(string directory) => _directory = directory;

    /// <summary>The frameworks of every project.</summary>
    public IReadOnlyList<string> Frameworks { get; init; } = ["net10.0", "netstandard2.0"];

    /// <summary>How many projects there are; all of them reference the first one.</summary>
    public int Projects { get; init; } = 20;

    /// <summary>The project file with that number, counted from 1, relative to the directory.</summary>
    public static string ProjectFile(int number) => $"src/P{number:00}/P{number:00}.csproj";

    /// <summary>Writes the solution.</summary>
    public static GeneratedSolution Write(string directory, int projects = 20, params string[] frameworks)
    {
        var solution = frameworks.Length == 0
            ? new GeneratedSolution(directory) { Projects = projects }
            : new GeneratedSolution(directory) { Projects = projects, Frameworks = frameworks };
        solution.Write();
        return solution;
    }

    /// <summary>Lets every project reference a package of a local feed; packages land in a folder of their own.</summary>
    public static void AddPackage(string directory, PackedPackage package, string packagesFolder)
    {
        var user = Environment.GetEnvironmentVariable("NUGET_PACKAGES") is { Length: > 0 } folder
            ? folder
            : Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages");
        Directory.CreateDirectory(user);
        File.WriteAllText(
            Path.Combine(directory, "nuget.config"),
            $"""
            <configuration>
              <config>
                <add key="globalPackagesFolder" value="{packagesFolder}" />
              </config>
              <fallbackPackageFolders>
                <clear />
                <add key="user" value="{user}" />
              </fallbackPackageFolders>
              <packageSources>
                <add key="packed" value="{package.Feed}" />
              </packageSources>
            </configuration>

            """);
        File.WriteAllText(
            Path.Combine(directory, "Directory.Build.targets"),
            $"""
            <Project>
              <ItemGroup>
                <PackageReference Include="{package.Id}" Version="{package.Version}" PrivateAssets="all" />
              </ItemGroup>
            </Project>

            """);
    }

    private void Write()
    {
        var numbers = Enumerable.Range(1, Projects).ToArray();
        WriteFile(FileName, $"<Solution>\n{string.Concat(numbers.Select(number => $"  <Project Path=\"{ProjectFile(number)}\" />\n"))}</Solution>\n");

        // Settings of a directory further up, for instance of the checkout the tests run in, must not reach these projects.
        WriteFile("Directory.Build.props", "<Project />\n");
        WriteFile(".gitignore", "bin/\nobj/\n");
        foreach (var number in numbers)
        {
            WriteFile(ProjectFile(number), ProjectText(number));
            WriteFile(Path.ChangeExtension(ProjectFile(number), ".cs"), $"namespace N\n{{\n    public static class P{number:00}\n    {{\n    }}\n}}\n");
        }
    }

    private string ProjectText(int number)
    {
        var reference = number == 1 ? "" : "\n  <ItemGroup>\n    <ProjectReference Include=\"../P01/P01.csproj\" />\n  </ItemGroup>\n";
        var frameworks = Frameworks.Count == 1 ? $"<TargetFramework>{Frameworks[0]}</TargetFramework>" : $"<TargetFrameworks>{string.Join(';', Frameworks)}</TargetFrameworks>";
        return $"<Project Sdk=\"Microsoft.NET.Sdk\">\n\n  <PropertyGroup>\n    {frameworks}\n  </PropertyGroup>\n{reference}\n</Project>\n";
    }

    private void WriteFile(string relativePath, string text)
    {
        var path = Path.Combine(_directory, relativePath);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
    }
}
