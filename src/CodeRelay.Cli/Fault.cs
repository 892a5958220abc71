using CodeRelay.Analysis;
using CodeRelay.Relay;
using CodeRelay.Relay.Remote;
using CodeRelay.Runtimes.Settings;
using CodeRelay.Workspace;

namespace CodeRelay.Cli;

/// <summary>What went wrong, in words for whoever asked.</summary>
internal static class Fault
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
