namespace CodeRelay.Cli.CommandLine;

/// <summary>The exit codes that scripts rely on; a number never changes its meaning.</summary>
internal static class ExitCode
{
    /// <summary>No finding at or above the failing severity.</summary>
    public const int Success = 0;

    /// <summary>Findings at or above the failing severity.</summary>
    public const int Findings = 1;

    /// <summary>Wrong usage or configuration; the message names the file, line and valid values.</summary>
    public const int Usage = 2;

    /// <summary>A missing part of the environment: no working tree, no git.</summary>
    public const int Environment = 3;
}
