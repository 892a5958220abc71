namespace CodeRelay.Docs;

/// <summary>The checkout from which this program was built.</summary>
internal static class Checkout
{
    /// <summary>Full path of the directory with the solution.</summary>
    public static string Root { get; } = Find();

    private static string Find()
    {
        var directory = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(directory, "Handoff.Templates.sln")))
            directory = Path.GetDirectoryName(directory) ?? throw new DirectoryNotFoundException($"no Handoff.Templates.sln above {AppContext.BaseDirectory}");
        return directory;
    }
}
