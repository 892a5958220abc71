namespace CodeRelay.Agents.Handoffs.Remote;

/// <summary>A remote could not be used. The message names the problem and the remedy.</summary>
internal sealed class RemoteException : Exception
{
    public RemoteException()
        : this(RemoteFailure.Git, "the remote could not be used")
    {
    }

    public RemoteException(string message)
        : this(RemoteFailure.Git, message)
    {
    }

    public RemoteException(string message, Exception innerException)
        : this(RemoteFailure.Git, message, innerException)
    {
    }

    public RemoteException(RemoteFailure failure, string message, Exception? innerException = null)
        : base(message, innerException) => Failure = failure;

    public RemoteFailure Failure { get; }

    /// <summary>True when the user's input is not at fault: a command ends with the exit code for the environment, a hook stays silent.</summary>
    public bool IsEnvironment => Failure is not (RemoteFailure.NoSuchRemote or RemoteFailure.InvalidName);
}
