using CodeRelay.Cli.Commands;

// Runtimes wait for this line at every turn, and the parser costs as much time as the answer.
if (HookCommand.TryRun(args) is { } exitCode)
    return exitCode;

return CommandRunner.Run(args);
