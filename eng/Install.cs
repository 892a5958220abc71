namespace CodeRelay.Eng;

/// <summary>Installs the packed packages for the user, and uninstalls them.</summary>
internal static class Install
{
    private const string Source = "coderelay-local";
    private const string Tool = "CodeRelay.Tool";
    private const string Templates = "CodeRelay.Templates";

    public static int Run(string[] arguments)
    {
        RefuseArguments(arguments, "install");
        var version = Pack.LocalVersion();
        Pack.All(Checkout.Packages, version);

        var reinstalled = UserConfig.IsAsInstalled;
        if (Sources().Contains(Source, StringComparison.Ordinal))
            Shell.Step($"removing the old NuGet source {Source}", "dotnet", "nuget", "remove", "source", Source, "--configfile", UserConfig.FilePath);
        if (!reinstalled)
            UserConfig.Remember();
        Shell.Step($"NuGet source {Source}", "dotnet", "nuget", "add", "source", Checkout.Packages, "--name", Source, "--configfile", UserConfig.FilePath);
        UserConfig.Seal();
        Shell.Step("templates", "dotnet", "new", "install", Path.Combine(Checkout.Packages, $"{Templates}.{version}.nupkg"), "--force");
        Shell.Step("command", "dotnet", "tool", "update", "--global", Tool, "--version", version, "--source", Checkout.Packages, "--allow-downgrade");
        Console.WriteLine($"""

            installed {version}. In any repository:
              dotnet new coderelay      the packet, the hooks and the check in the build
              coderelay init            the same where some of these files exist
              dotnet run build.cs -- uninstall takes everything back
            """);
        if (!Shell.Has("coderelay"))
            Console.WriteLine($"coderelay is in {ToolDirectory()}, which is not on PATH");
        return 0;
    }

    public static int Undo(string[] arguments)
    {
        RefuseArguments(arguments, "uninstall");
        Take("command", Shell.Capture(Checkout.Root, "dotnet", "tool", "uninstall", "--global", Tool));
        Take("templates", Shell.Capture(Checkout.Root, "dotnet", "new", "uninstall", Templates));
        if (UserConfig.Restore())
            Console.WriteLine("NuGet source: removed");
        else
            Take("NuGet source", Shell.Capture(Checkout.Root, "dotnet", "nuget", "remove", "source", Source, "--configfile", UserConfig.FilePath));
        NuGetCache.RemoveLocal();
        Console.WriteLine("a repository whose Directory.Build.targets names a local version of CodeRelay.Build no longer restores: delete the lines that name it");
        return 0;
    }

    private static void RefuseArguments(string[] arguments, string verb)
    {
        if (arguments.Length > 0)
            throw new FailedException($"'{arguments[0]}' is not known here; valid is: {verb}");
    }

    private static string Sources() => Shell.Capture(Checkout.Root, "dotnet", "nuget", "list", "source", "--configfile", UserConfig.FilePath).Text;

    private static void Take(string what, Outcome outcome) => Console.WriteLine($"{what}: {(outcome.ExitCode == 0 ? "removed" : "was not there")}");

    private static string ToolDirectory() =>
        Path.Combine(Environment.GetEnvironmentVariable("DOTNET_CLI_HOME") ?? Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".dotnet", "tools");
}
