namespace CodeRelay.Eng;

/// <summary>The list of the public API.</summary>
internal static class PublicApi
{
    private static readonly string Project = Checkout.At("src/CodeRelay/CodeRelay.csproj");

    // RS0016: a public member missing in the list; RS0017: a line for a removed member.
    public static int Write(string[] arguments) => arguments is not []
        ? throw new FailedException("valid is: api")
        : Shell.Show(Checkout.Root, "dotnet", ["format", "analyzers", Project, "--diagnostics", "RS0016", "RS0017", "--severity", "info"]);
}
