using System.Reflection;

namespace CodeRelay;

/// <summary>The name, version and addresses of the product.</summary>
public static class Product
{
    public const string Name = "CodeRelay";

    public static Uri Home { get; } = new("https://github.com/coderelay/coderelay");

    /// <summary>The NuGet package of the command.</summary>
    public const string Package = "CodeRelay.Tool";

    /// <summary>The shell command that installs it.</summary>
    public const string InstallCommand = "dotnet tool install --global " + Package;

    /// <summary>The shell command that updates it.</summary>
    public const string UpdateCommand = "dotnet tool update --global " + Package;

    /// <summary>The version without the commit suffix of the build.</summary>
    public static string Version { get; } =
        (typeof(Product).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "0.0.0").Split('+')[0];
}
