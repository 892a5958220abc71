namespace CodeRelay.TestSupport;

/// <summary>The checkout that the tests were built from.</summary>
public static class SourceTree
{
    /// <summary>Full path of the directory with the solution.</summary>
    public static string Root { get; } = Find();

    public static string Path(string relativePath) => System.IO.Path.Combine(Root, relativePath);

    private static string Find()
    {
        var directory = AppContext.BaseDirectory;
        while (!File.Exists(System.IO.Path.Combine(directory, "Handoff.Templates.sln")))
            directory = System.IO.Path.GetDirectoryName(directory) ?? throw new DirectoryNotFoundException($"no Handoff.Templates.sln above {AppContext.BaseDirectory}");
        return directory;
    }
}
