using CodeRelay.Agents.Editing;
using CodeRelay.Agents.Handoffs;
using CodeRelay.Agents.Handoffs.Remote;
using CodeRelay.Analysis;
using CodeRelay.Cli.Output;
using CodeRelay.Git;

namespace CodeRelay.Cli.CommandLine;

/// <summary>Maps exceptions to exit codes and messages.</summary>
internal static class ExceptionMap
{
    /// <summary>The exit code of an exception and its message.</summary>
    public static (int Code, string Message) Of(Exception exception) => exception switch
    {
        UsageException or ConfigurationException or SettingsException or RelayException => (ExitCode.Usage, exception.Message),
        GitException e => (ExitCode.Environment, Messages.GitCannotAnswer(e)),
        RemoteException e => (e.IsEnvironment ? ExitCode.Environment : ExitCode.Usage, e.Message),
        MissingEnvironmentException or MissingWorktreeException or IOException or UnauthorizedAccessException => (ExitCode.Environment, exception.Message),
        _ => (ExitCode.Environment, Messages.OurFault(exception)),
    };
}
