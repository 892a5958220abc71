using CodeRelay.Cli.CommandLine;

namespace CodeRelay.Cli.Output;

/// <summary>Invalid arguments; the message names the value and the valid ones. Ends with <see cref="ExitCode.Usage"/>.</summary>
internal sealed class UsageException(string message) : Exception(message);

/// <summary>A missing part of the environment; the message names the remedy. Ends with <see cref="ExitCode.Environment"/>.</summary>
internal sealed class MissingEnvironmentException(string message) : Exception(message);
