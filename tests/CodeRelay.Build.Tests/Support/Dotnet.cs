namespace CodeRelay.Build.Tests.Support;

/// <summary>Runs `dotnet` as a user would, whatever started the tests.</summary>
internal static class Dotnet
{
    // Set by `dotnet test` and by the MSBuild that runs in this process; a build that inherits them is not the one that a user starts.
    private static readonly Dictionary<string, string?> Environment = new(StringComparer.Ordinal)
    {
        ["MSBUILD_EXE_PATH"] = null,
        ["MSBuildExtensionsPath"] = null,
        ["MSBuildSDKsPath"] = null,
        ["MSBuildLoadMicrosoftTargetsReadOnly"] = null,
        ["NUGET_PACKAGES"] = null,
        ["CODERELAY_STATE"] = null,
        ["MSBUILDDISABLENODEREUSE"] = "1",
        ["DOTNET_CLI_UI_LANGUAGE"] = "en",
    };

    public static ProcessResult Run(string directory, params IEnumerable<string> arguments) => ProcessRunner.Run("dotnet", arguments, directory, environment: Environment);

    /// <summary>Runs a verb that builds.</summary>
    public static BuildOutput Build(string directory, params IEnumerable<string> arguments) =>
        new(Run(directory, [.. arguments, "--nologo", "-tl:off", "-v:m"]));

    public static void ShouldSucceed(this ProcessResult result) => Assert.True(result.ExitCode == 0, $"exit code {result.ExitCode}\n{result.Output}\n{result.Error}");
}

/// <summary>What a build printed.</summary>
internal sealed class BuildOutput(ProcessResult result)
{
    public int ExitCode => result.ExitCode;

    public string Text => result.Output + result.Error;

    /// <summary>The lines of our findings, warnings and errors, without the project that MSBuild puts behind them.</summary>
    public IReadOnlyList<string> Findings =>
    [
        // The summary that some verbs print repeats all of them.
        .. Text.Split("\nBuild ")[0].Split('\n')
            .Where(line => line.Contains(": warning RLY", StringComparison.Ordinal) || line.Contains(": error RLY", StringComparison.Ordinal))
            .Select(line => line.Trim().Split(" [")[0]),
    ];

    public BuildOutput ShouldSucceed()
    {
        result.ShouldSucceed();
        return this;
    }
}
