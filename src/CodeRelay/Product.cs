using System.Reflection;

namespace CodeRelay;

/// <summary>What outputs say about the tool that made them.</summary>
public static class Product
{
    public const string Name = "CodeRelay";

    public static Uri Home { get; } = new("https://github.com/coderelay/coderelay");

    /// <summary>The package of the command.</summary>
    public const string Package = "CodeRelay.Tool";

    /// <summary>What puts the command on PATH.</summary>
    public const string InstallCommand = "dotnet tool install --global " + Package;

    /// <summary>What brings its newest version.</summary>
    public const string UpdateCommand = "dotnet tool update --global " + Package;

    /// <summary>The version without the commit that the build appends.</summary>
    public static string Version { get; } =
        (typeof(Product).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "0.0.0").Split('+')[0];
}
