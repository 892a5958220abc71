namespace CodeRelay.Build.Tests.Support;

/// <summary>Two projects of two frameworks each.</summary>
public sealed class TwoProjects(BuildPackage package) : RestoredSolution(package, "two", projects: 2)
{
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
