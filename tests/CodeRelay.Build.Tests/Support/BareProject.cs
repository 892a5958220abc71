namespace CodeRelay.Build.Tests.Support;

/// <summary>The smallest project that can build: no SDK, no restore, the package's targets imported from where they were unpacked.</summary>
internal static class BareProject
{
    /// <returns>Full path of the project.</returns>
    public static string Write(string directory, string package)
    {
        var path = Path.Combine(directory, "bare.proj");
        Directory.CreateDirectory(directory);
        File.WriteAllText(
            path,
            $"""
            <Project DefaultTargets="Build">
              <Import Project="{package}/build/CodeRelay.Build.props" />
              <Target Name="Build" />
              <Import Project="{package}/build/CodeRelay.Build.targets" />
            </Project>

            """);
        return path;
    }
}
