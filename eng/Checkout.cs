namespace CodeRelay.Eng;

/// <summary>The checkout of build.cs.</summary>
internal static class Checkout
{
    public static string Root { get; } = Path.GetDirectoryName((string?)AppContext.GetData("EntryPointFilePath"))
        ?? throw new FailedException("build.cs has to be started with `dotnet run build.cs`");

    public static string Artifacts { get; } = At("artifacts");

    public static string Packages { get; } = At("artifacts/packages");

    public static string At(string relativePath) => Path.GetFullPath(Path.Combine(Root, relativePath));
}
