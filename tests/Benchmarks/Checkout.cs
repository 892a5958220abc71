namespace CodeRelay.Benchmarks;

/// <summary>The checkout that this program was built from.</summary>
internal static class Checkout
{
    public static string Root { get; } = Find();

    /// <summary>Where `dotnet run build.cs -- pack` puts the packages.</summary>
    public static string Packages => Path.Combine(Root, "artifacts", "packages");

    private static string Find()
    {
        for (var directory = new DirectoryInfo(AppContext.BaseDirectory); directory is not null; directory = directory.Parent)
        {
            if (File.Exists(Path.Combine(directory.FullName, "Handoff.Templates.sln")))
                return directory.FullName;
        }

        throw new DirectoryNotFoundException("not inside a checkout: no Handoff.Templates.sln above " + AppContext.BaseDirectory);
    }
}
