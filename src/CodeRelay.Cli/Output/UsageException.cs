using CodeRelay.Cli.CommandLine;

namespace CodeRelay.Cli.Output;

/// <summary>Arguments that cannot be used; the message names the value and what would be valid. Ends with <see cref="ExitCode.Usage"/>.</summary>
internal sealed class UsageException(string message) : Exception(message);

/// <summary>Something around the command is missing; the message says what to do. Ends with <see cref="ExitCode.Environment"/>.</summary>
internal sealed class MissingEnvironmentException(string message) : Exception(message);
