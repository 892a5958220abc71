namespace CodeRelay.Build.Tests.Support;

/// <summary>Two projects of two frameworks each, compiled once: the builds of these tests differ in what they say, not in what they compile.</summary>
public sealed class TwoProjects : RestoredSolution
{
    public TwoProjects(BuildPackage package)
        : base(package, "two", projects: 2)
    {
        Dotnet.Build(Path, "build", GeneratedSolution.FileName, "--no-restore").ShouldSucceed();
        var targets = System.IO.Path.Combine(Path, "Directory.Build.targets");
        File.WriteAllText(targets, File.ReadAllText(targets).Replace("</Project>", "  <Target Name=\"CoreCompile\" />\n</Project>", StringComparison.Ordinal));
    }

    /// <summary>Takes back what an earlier test configured.</summary>
    public void Reset()
    {
        Sample.Write(Path);
        foreach (var file in new[] { ".editorconfig", "TASKS.md", User(1), User(2) })
            File.Delete(System.IO.Path.Combine(Path, file));
    }

    /// <summary>Sets properties in one project, in the file that MSBuild reads beside it.</summary>
    public void Configure(int project, string properties) =>
        File.WriteAllText(User(project), $"<Project><PropertyGroup>{properties}</PropertyGroup></Project>");

    private string User(int project) => Project(project) + ".user";
}
