namespace CodeRelay.Agents.Handoffs.Remote;

/// <summary>Why a remote could not be used.</summary>
public enum RemoteFailure
{
    /// <summary>The repository has no remote of that name, or it is not allowed here.</summary>
    NoSuchRemote,

    /// <summary>A recipient or file name that no ref can be made of.</summary>
    InvalidName,

    /// <summary>The remote names no repository.</summary>
    NoSuchRepository,

    /// <summary>The host cannot be reached.</summary>
    Offline,

    /// <summary>The host does not let us in; nobody is asked for a password.</summary>
    Authentication,

    /// <summary>The host took the connection and refuses what we want.</summary>
    Refused,

    /// <summary>It took too long.</summary>
    TimeLimit,

    /// <summary>Git is missing, or failed in a way that has no name here.</summary>
    Git,
}
