namespace CodeRelay.Cli.CommandLine;

/// <summary>The exit codes that scripts rely on; a number never changes its meaning.</summary>
internal static class ExitCode
{
    /// <summary>Nothing at or above the level that fails.</summary>
    public const int Success = 0;

    /// <summary>Findings at or above the level that fails.</summary>
    public const int Findings = 1;

    /// <summary>Wrong usage or configuration; the message names the file, line and valid values.</summary>
    public const int Usage = 2;

    /// <summary>The environment lacks something: not a working tree, no git.</summary>
    public const int Environment = 3;
}
