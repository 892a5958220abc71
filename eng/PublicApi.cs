namespace CodeRelay.Eng;

/// <summary>The list of what other programs may call in the engine.</summary>
internal static class PublicApi
{
    private static readonly string Project = Checkout.At("src/CodeRelay/CodeRelay.csproj");

    // RS0016: a public member that the list lacks; RS0017: a line for a member that is gone.
    public static int Write(string[] arguments) => arguments is not []
        ? throw new FailedException("valid is: api")
        : Shell.Show(Checkout.Root, "dotnet", ["format", "analyzers", Project, "--diagnostics", "RS0016", "RS0017", "--severity", "info"]);
}
