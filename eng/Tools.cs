namespace CodeRelay.Eng;

/// <summary>Verbs that start a program of the checkout.</summary>
internal static class Tools
{
    public static int Docs(string[] arguments) =>
        Shell.Show(Checkout.Root, "dotnet", ["run", "--project", Checkout.At("eng/Docs"), "--", .. arguments]);

    public static int Journeys(string[] arguments) =>
        Shell.Show(Checkout.Root, "dotnet", ["run", "--project", Checkout.At("eng/Journeys"), "--", .. arguments]);

    public static int Bench(string[] arguments)
    {
        // The measurement uses the shipped package, built from this source.
        Pack.Run([]);
        return Shell.Show(Checkout.Root, "dotnet", ["run", "--project", Checkout.At("tests/Benchmarks"), "-c", "Release", "--", .. arguments]);
    }
}
